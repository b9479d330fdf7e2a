using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Imports;

/// <summary>The columns of a list of permits issued on paper, as the forms of the region name them.</summary>
public static class PermitColumns
{
    public static readonly WordList<Sex> Sexes = new(
        (Sex.Male, ["male", "m", "ram", "самец", "м"]),
        (Sex.Female, ["female", "f", "ewe", "самка", "ж"]),
        (Sex.Any, ["any", "любой"]),
        (Sex.Unknown, ["unknown", "неизвестно", "не указан"]));

    public static readonly WordList<PermitStatus> Statuses = new(
        (PermitStatus.Issued, ["issued", "valid", "выдано", "действует"]),
        (PermitStatus.Suspended, ["suspended", "приостановлено"]),
        (PermitStatus.Revoked, ["revoked", "cancelled", "аннулировано", "отозвано"]),
        (PermitStatus.Returned, ["returned", "unused", "возвращено", "не использовано"]),
        (PermitStatus.Closed, ["closed", "закрыто"]));

    public static readonly WordList<bool> YesNo = new(
        (true, ["true", "yes", "1", "да"]),
        (false, ["false", "no", "0", "нет"]));

    // Below the words, which it names: fields come to be in the order in which they stand.
    public static readonly ColumnSet All = new(
        new Column("concession", true, ["хозяйство", "охотхозяйство", "концессия", "охотугодье", "угодье", "hunting ground"]) { Form = ColumnForm.Text, Example = "KT7" },
        new Column("year", true, ["hunting year", "охотничий год", "год", "сезон"]) { Form = ColumnForm.Text, Example = "2014" },
        new Column("line", false, ["quota line", "строка квоты", "квота", "линия", "линия квоты"]) { Form = ColumnForm.Text, Example = "rams" },
        new Column("taxon", true, ["species", "вид", "вид животного"]) { Form = ColumnForm.Text, Example = "polii" },
        new Column("sex", false, ["пол"]) { Form = ColumnForm.Word, Words = Sexes.Words, Example = "male" },
        new Column("minimumAge", false, ["min age", "минимальный возраст", "возраст от"]) { Form = ColumnForm.WholeNumber, Example = "6" },
        new Column("animals", false, ["count", "количество", "голов", "число голов"]) { Form = ColumnForm.WholeNumber, Example = "1" },
        new Column("series", false, ["серия"]) { Form = ColumnForm.Text, Example = "AB" },
        new Column("number", true, ["no", "№", "номер", "permit number", "номер разрешения", "номер лицензии", "№ разрешения", "№ лицензии"]) { Form = ColumnForm.Text, Example = "0017" },
        new Column("issuedOn", false, ["issued", "date of issue", "дата выдачи", "выдано"]) { Form = ColumnForm.Date, Example = "2014-08-20" },
        new Column("issuedBy", false, ["issued by", "officer", "кем выдано", "выдал", "должностное лицо"]) { Form = ColumnForm.Text, Example = "Officer A." },
        new Column("feePaidOn", false, ["fee paid", "paid", "дата оплаты", "оплачено", "дата уплаты", "уплачено"]) { Form = ColumnForm.Date, Example = "2014-08-15" },
        new Column("from", true, ["valid from", "срок с", "действует с", "с"]) { Form = ColumnForm.Date, Example = "2014-09-01" },
        new Column("to", true, ["valid to", "срок по", "действует по", "по"]) { Form = ColumnForm.Date, Example = "2014-12-15" },
        new Column("from2", false, ["valid from 2", "срок с 2", "с 2"]) { Form = ColumnForm.Date, Example = "2015-02-01" },
        new Column("to2", false, ["valid to 2", "срок по 2", "по 2"]) { Form = ColumnForm.Date, Example = "2015-02-15" },
        new Column("zones", false, ["zone", "участок", "участки", "зона", "зоны"]) { Form = ColumnForm.Texts, Example = "north|south" },
        new Column("hunter", true, ["hunter name", "охотник", "фио", "фио охотника"]) { Form = ColumnForm.Text, Example = "JOHN DOE" },
        new Column("hunterLocal", false, ["hunter in own script", "охотник в оригинале", "имя в оригинале"]) { Form = ColumnForm.Text, Example = "Джон Доу" },
        new Column("nationality", false, ["citizenship", "гражданство"]) { Form = ColumnForm.Text, Example = "Norway" },
        new Column("document", false, ["passport", "document number", "паспорт", "номер паспорта"]) { Form = ColumnForm.Text, Example = "P1234711" },
        new Column("outfitter", false, ["firm", "фирма", "туроператор", "организатор"]) { Form = ColumnForm.Text, Example = "Firm" },
        new Column("weapon", false, ["оружие"]) { Form = ColumnForm.Text, Example = "Mauser M18" },
        new Column("tag", false, ["бирка", "номер бирки"]) { Form = ColumnForm.Text, Example = "T-17" },
        new Column("status", false, ["статус", "состояние"]) { Form = ColumnForm.Word, Words = Statuses.Words, Example = "issued" },
        new Column("statusFrom", false, ["status from", "статус с", "дата статуса"]) { Form = ColumnForm.Date, Example = "2014-10-01" },
        new Column("statusReason", false, ["status reason", "причина", "основание"]) { Example = "As ordered" },
        new Column("outcomesComplete", false, ["outcomes complete", "итоги полные"]) { Form = ColumnForm.Word, Words = YesNo.Words, Example = "yes" },
        new Column("provenance", false, ["источник сведений"]) { Example = "Book of 2014" });
}
