using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Domain.Harvests;

namespace ArgaliConcessions.Application.Imports;

/// <summary>The columns of a list of what came of the hunts.</summary>
public static class HarvestColumns
{
    public static readonly WordList<HarvestOutcome> Outcomes = new(
        (HarvestOutcome.Killed, ["killed", "taken", "добыт", "добыто", "убит"]),
        (HarvestOutcome.Wounded, ["wounded", "ранен", "подранок"]),
        (HarvestOutcome.Lost, ["lost", "wounded and lost", "потерян", "не найден"]),
        (HarvestOutcome.Unsuccessful, ["unsuccessful", "none", "безрезультатно", "не добыт", "без добычи"]));

    // Below the words, which it names: fields come to be in the order in which they stand.
    public static readonly ColumnSet All = new(
        new Column("concession", true, ["хозяйство", "охотхозяйство", "концессия", "охотугодье", "угодье", "hunting ground"]) { Form = ColumnForm.Text, Example = "KT7" },
        new Column("year", true, ["hunting year", "охотничий год", "год", "сезон"]) { Form = ColumnForm.Text, Example = "2014" },
        new Column("series", false, ["серия"]) { Form = ColumnForm.Text, Example = "AB" },
        new Column("number", true, ["no", "№", "номер", "permit number", "номер разрешения", "номер лицензии", "№ разрешения"]) { Form = ColumnForm.Text, Example = "0017" },
        new Column("permit", false, ["our number", "номер в реестре"]) { Form = ColumnForm.Text, Example = "TJ-2014-KT7-00001-Q" },
        new Column("harvest", false, ["harvest id", "код добычи"]) { Form = ColumnForm.Text, Example = "h1" },
        new Column("on", true, ["date", "harvest date", "дата", "дата добычи"]) { Form = ColumnForm.Date, Example = "2014-10-05" },
        new Column("time", false, ["время"]) { Form = ColumnForm.Time, Example = "06:30" },
        new Column("lon", false, ["longitude", "долгота"]) { Form = ColumnForm.Number, Example = "73.97" },
        new Column("lat", false, ["latitude", "широта"]) { Form = ColumnForm.Number, Example = "37.55" },
        new Column("accuracy", false, ["точность"]) { Form = ColumnForm.Number, Example = "15" },
        new Column("place", false, ["место", "место добычи"]) { Form = ColumnForm.Text, Example = "Above the spring" },
        new Column("outcome", true, ["result", "результат", "итог"]) { Form = ColumnForm.Word, Words = Outcomes.Words, Example = "killed" },
        new Column("followsUp", false, ["follows up", "продолжение"]) { Form = ColumnForm.Text, Example = "h1" },
        new Column("taxon", false, ["species", "вид", "вид животного"]) { Form = ColumnForm.Text, Example = "polii" },
        new Column("sex", false, ["пол"]) { Form = ColumnForm.Word, Words = PermitColumns.Sexes.Words, Example = "male" },
        new Column("ageMin", false, ["age", "age min", "возраст", "возраст от"]) { Form = ColumnForm.WholeNumber, Example = "8" },
        new Column("ageMax", false, ["age max", "возраст до"]) { Form = ColumnForm.WholeNumber, Example = "9" },
        new Column("leftLengthCm", false, ["left horn", "левый рог"]) { Form = ColumnForm.Number, Example = "140.5" },
        new Column("rightLengthCm", false, ["right horn", "правый рог"]) { Form = ColumnForm.Number, Example = "139" },
        new Column("leftBaseCm", false, ["left base", "обхват левого рога"]) { Form = ColumnForm.Number, Example = "38" },
        new Column("rightBaseCm", false, ["right base", "обхват правого рога"]) { Form = ColumnForm.Number, Example = "38" },
        new Column("broomed", false, ["обломан"]) { Form = ColumnForm.Word, Words = PermitColumns.YesNo.Words, Example = "no" },
        new Column("tag", false, ["бирка", "номер бирки"]) { Form = ColumnForm.Text, Example = "T-17" },
        new Column("method", false, ["способ"]) { Form = ColumnForm.Text, Example = "rifle" },
        new Column("reportedOn", false, ["reported", "дата отчета"]) { Form = ColumnForm.Date, Example = "2014-10-20" },
        new Column("provenance", false, ["источник сведений"]) { Example = "Book of 2014" });
}
