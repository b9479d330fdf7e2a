using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Domain.Harvests;

namespace ArgaliConcessions.Application.Imports;

/// <summary>The columns of a list of what came of the hunts.</summary>
public static class HarvestColumns
{
    public static readonly ColumnSet All = new(
        new Column("concession", true, ["хозяйство", "охотхозяйство", "концессия", "охотугодье", "угодье", "hunting ground"]),
        new Column("year", true, ["hunting year", "охотничий год", "год", "сезон"]),
        new Column("series", false, ["серия"]),
        new Column("number", true, ["no", "№", "номер", "permit number", "номер разрешения", "номер лицензии", "№ разрешения"]),
        new Column("permit", false, ["our number", "номер в реестре"]),
        new Column("harvest", false, ["harvest id", "код добычи"]),
        new Column("on", true, ["date", "harvest date", "дата", "дата добычи"]),
        new Column("time", false, ["время"]),
        new Column("lon", false, ["longitude", "долгота"]),
        new Column("lat", false, ["latitude", "широта"]),
        new Column("accuracy", false, ["точность"]),
        new Column("place", false, ["место", "место добычи"]),
        new Column("outcome", true, ["result", "результат", "итог"]),
        new Column("followsUp", false, ["follows up", "продолжение"]),
        new Column("taxon", false, ["species", "вид", "вид животного"]),
        new Column("sex", false, ["пол"]),
        new Column("ageMin", false, ["age", "age min", "возраст", "возраст от"]),
        new Column("ageMax", false, ["age max", "возраст до"]),
        new Column("leftLengthCm", false, ["left horn", "левый рог"]),
        new Column("rightLengthCm", false, ["right horn", "правый рог"]),
        new Column("leftBaseCm", false, ["left base", "обхват левого рога"]),
        new Column("rightBaseCm", false, ["right base", "обхват правого рога"]),
        new Column("broomed", false, ["обломан"]),
        new Column("tag", false, ["бирка", "номер бирки"]),
        new Column("method", false, ["способ"]),
        new Column("reportedOn", false, ["reported", "дата отчета"]),
        new Column("provenance", false, ["источник сведений"]));

    public static readonly WordList<HarvestOutcome> Outcomes = new(
        (HarvestOutcome.Killed, ["killed", "taken", "добыт", "добыто", "убит"]),
        (HarvestOutcome.Wounded, ["wounded", "ранен", "подранок"]),
        (HarvestOutcome.Lost, ["lost", "wounded and lost", "потерян", "не найден"]),
        (HarvestOutcome.Unsuccessful, ["unsuccessful", "none", "безрезультатно", "не добыт", "без добычи"]));
}
