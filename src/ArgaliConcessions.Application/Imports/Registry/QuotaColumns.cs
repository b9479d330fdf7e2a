using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>
/// The columns of a list of quotas, national ones and lines alike: a row without a concession is the national quota of its
/// year and taxon. One list holds both, since the order counts: a line takes from what stands above it.
/// </summary>
public static class QuotaColumns
{
    internal static readonly NameColumns OutfitterNames = new(
    [
        ("en", new("outfitterEn", false, ["outfitter name", "outfitter in English", "организатор на английском"], "Demo Outfitter A")),
        ("ru", new("outfitterRu", false, ["outfitter in Russian", "организатор", "организатор на русском", "туроператор"], "Демо-организатор А")),
        ("tg", new("outfitterTg", false, ["outfitter in Tajik", "организатор на таджикском"])),
        ("ky", new("outfitterKy", false, ["outfitter in Kyrgyz", "организатор на киргизском", "организатор на кыргызском"])),
        ("kk", new("outfitterKk", false, ["outfitter in Kazakh", "организатор на казахском"])),
        ("uz", new("outfitterUz", false, ["outfitter in Uzbek", "организатор на узбекском"])),
        ("mn", new("outfitterMn", false, ["outfitter in Mongolian", "организатор на монгольском"])),
    ]);

    internal static readonly ActColumns Act = new(
        new("basisTitle", false, ["act", "basis", "акт", "название акта", "основание"], "Allocation 2015/16"),
        new("basisNumber", false, ["act number", "номер акта"], "A-2015-1") { Form = ColumnForm.Text },
        new("basisPublishedOn", false, ["act date", "published on", "дата акта", "опубликовано"], "2015-08-20") { Form = ColumnForm.Date },
        new("basisUrl", false, ["act link", "ссылка на акт"], "https://example.org/a-2015-1"));

    public static readonly WordList<QuotaPurpose> Purposes = new(
        (QuotaPurpose.Trophy, ["trophy", "трофейная", "трофей", "трофейная охота"]),
        (QuotaPurpose.Scientific, ["scientific", "science", "научная", "научные цели"]),
        (QuotaPurpose.LiveCapture, ["liveCapture", "live capture", "отлов"]),
        (QuotaPurpose.Management, ["management", "regulation", "регулирование", "регуляция"]));

    /// <summary>Stands in <c>outfitter</c> of a line that is allocated to nobody beside its holders; an empty cell says nothing of it.</summary>
    public static readonly WordList<bool> Nobody = new((true, ["nobody", "никому"]));

    // Below the words, which it names: fields come to be in the order in which they stand.
    public static readonly ColumnSet All = new(
    [
        new Column("concession", false, ["хозяйство", "охотхозяйство", "концессия", "охотугодье", "угодье", "hunting ground"], "demo-north") { Form = ColumnForm.Text },
        new Column("year", true, ["hunting year", "охотничий год", "год", "сезон"], "2015") { Form = ColumnForm.Text },
        new Column("line", false, ["quota line", "строка квоты", "линия", "линия квоты"], "rams") { Form = ColumnForm.Text },
        new Column("taxon", false, ["species", "вид", "вид животного"], "argali") { Form = ColumnForm.Text },
        new Column("sex", false, ["пол"], "male") { Form = ColumnForm.Word, Words = PermitColumns.Sexes.Words },
        new Column("minimumAgeYears", false, ["min age", "minimum age", "минимальный возраст", "возраст от"], "7") { Form = ColumnForm.WholeNumber },
        new Column("purpose", false, ["цель", "назначение"], "trophy") { Form = ColumnForm.Word, Words = Purposes.Words },
        new Column("animals", false, ["quota", "count", "квота", "количество", "голов", "число голов"], "12") { Form = ColumnForm.WholeNumber },
        new Column("aboveCeilingReason", false, ["reason above ceiling", "причина превышения", "обоснование превышения учета"]),
        new Column("acceptOverAllocation", false, ["reason below allocated", "причина ниже распределенного"]),
        .. Act.Columns,
        new Column("outfitter", false, ["outfitter id", "код организатора"], "demo-outfitter-a") { Form = ColumnForm.Text },
        .. OutfitterNames.Columns,
        new Column("reason", false, ["reason for the change", "причина", "причина изменения"]),
    ]);
}
