using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Domain.Concessions;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>
/// The columns of a list of concessions. One that has had several holders or statuses has several rows: what is the
/// concession's own is said in one of them, or in each alike.
/// </summary>
public static class ConcessionColumns
{
    internal static readonly NameColumns Names = new(
    [
        ("en", new("nameEn", false, ["name", "name in English", "название на английском"], "North Basin")),
        ("ru", new("nameRu", false, ["name in Russian", "название", "название на русском"], "Северная котловина")),
        ("tg", new("nameTg", false, ["name in Tajik", "название на таджикском"], "Ҳавзаи шимолӣ")),
        ("ky", new("nameKy", false, ["name in Kyrgyz", "название на киргизском", "название на кыргызском"])),
        ("kk", new("nameKk", false, ["name in Kazakh", "название на казахском"])),
        ("uz", new("nameUz", false, ["name in Uzbek", "название на узбекском"])),
        ("mn", new("nameMn", false, ["name in Mongolian", "название на монгольском"])),
    ]);

    internal static readonly NameColumns HolderNames = new(
    [
        ("en", new("holderEn", false, ["holder name", "holder in English", "держатель на английском"], "Demo Firm A")),
        ("ru", new("holderRu", false, ["holder in Russian", "держатель", "держатель на русском", "пользователь", "охотпользователь"], "Условная фирма А")),
        ("tg", new("holderTg", false, ["holder in Tajik", "держатель на таджикском"])),
        ("ky", new("holderKy", false, ["holder in Kyrgyz", "держатель на киргизском", "держатель на кыргызском"])),
        ("kk", new("holderKk", false, ["holder in Kazakh", "держатель на казахском"])),
        ("uz", new("holderUz", false, ["holder in Uzbek", "держатель на узбекском"])),
        ("mn", new("holderMn", false, ["holder in Mongolian", "держатель на монгольском"])),
    ]);

    internal static readonly ActColumns Act = new(
        new("basisTitle", false, ["act", "basis", "акт", "название акта", "основание"], "Assignment of hunting grounds"),
        new("basisNumber", false, ["act number", "номер акта"], "K-2007-1") { Form = ColumnForm.Text },
        new("basisPublishedOn", false, ["act date", "published on", "дата акта", "опубликовано"], "2007-12-15") { Form = ColumnForm.Date },
        new("basisUrl", false, ["act link", "ссылка на акт"], "https://example.org/k-2007-1"));

    internal static readonly ActColumns HolderAct = new(
        new("holderBasisTitle", false, ["holder act", "акт держателя"], "Assignment of hunting grounds"),
        new("holderBasisNumber", false, ["holder act number", "номер акта держателя"], "K-2007-1") { Form = ColumnForm.Text },
        new("holderBasisPublishedOn", false, ["holder act date", "дата акта держателя"], "2007-12-15") { Form = ColumnForm.Date },
        new("holderBasisUrl", false, ["holder act link", "ссылка на акт держателя"]));

    internal static readonly ActColumns StatusAct = new(
        new("statusBasisTitle", false, ["status act", "акт о статусе"]),
        new("statusBasisNumber", false, ["status act number", "номер акта о статусе"]) { Form = ColumnForm.Text },
        new("statusBasisPublishedOn", false, ["status act date", "дата акта о статусе"]) { Form = ColumnForm.Date },
        new("statusBasisUrl", false, ["status act link", "ссылка на акт о статусе"]));

    public static readonly WordList<ConcessionStatus> Statuses = new(
        (ConcessionStatus.Active, ["active", "действует", "действующая"]),
        (ConcessionStatus.Suspended, ["suspended", "приостановлена", "приостановлено"]),
        (ConcessionStatus.Ended, ["ended", "terminated", "прекращена", "прекращено", "закрыта"]));

    // Below the words, which it names: fields come to be in the order in which they stand.
    public static readonly ColumnSet All = new(
    [
        new Column("concession", true, ["id", "concession id", "идентификатор", "концессия", "хозяйство", "охотхозяйство", "угодье", "охотугодье"], "demo-north") { Form = ColumnForm.Text },
        new Column("code", false, ["код", "код концессии"], "DNO") { Form = ColumnForm.Text },
        .. Names.Columns,
        new Column("region", false, ["регион", "область"], "gbao") { Form = ColumnForm.Text },
        new Column("timeZone", false, ["time zone", "часовой пояс"], "Asia/Dushanbe") { Form = ColumnForm.Text },
        new Column("tenureFrom", false, ["tenure from", "lease from", "аренда с", "право с", "срок с"], "2008-01-01") { Form = ColumnForm.Date },
        new Column("tenureTo", false, ["tenure to", "lease to", "аренда по", "право по", "срок по"], "2027-12-31") { Form = ColumnForm.Date },
        new Column("succeeds", false, ["successor of", "преемник", "образована из"]) { Form = ColumnForm.Text },
        .. Act.Columns,
        new Column("holder", false, ["holder id", "код держателя"], "demo-firm-a") { Form = ColumnForm.Text },
        .. HolderNames.Columns,
        new Column("holderFrom", false, ["holder from", "держатель с"], "2008-01-01") { Form = ColumnForm.Date },
        new Column("holderTo", false, ["holder to", "держатель по"]) { Form = ColumnForm.Date },
        .. HolderAct.Columns,
        new Column("status", false, ["статус", "состояние"]) { Form = ColumnForm.Word, Words = Statuses.Words },
        new Column("statusFrom", false, ["status from", "статус с"]) { Form = ColumnForm.Date },
        .. StatusAct.Columns,
        new Column("reason", false, ["reason for the change", "причина", "причина изменения"]),
    ]);
}
