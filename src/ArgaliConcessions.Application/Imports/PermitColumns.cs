using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Imports;

/// <summary>The columns of a list of permits issued on paper, as the forms of the region name them.</summary>
public static class PermitColumns
{
    public static readonly ColumnSet All = new(
        new Column("concession", true, ["хозяйство", "охотхозяйство", "концессия", "охотугодье", "угодье", "hunting ground"]),
        new Column("year", true, ["hunting year", "охотничий год", "год", "сезон"]),
        new Column("line", false, ["quota line", "строка квоты", "квота", "линия", "линия квоты"]),
        new Column("taxon", true, ["species", "вид", "вид животного"]),
        new Column("sex", false, ["пол"]),
        new Column("minimumAge", false, ["min age", "минимальный возраст", "возраст от"]),
        new Column("animals", false, ["count", "количество", "голов", "число голов"]),
        new Column("series", false, ["серия"]),
        new Column("number", true, ["no", "№", "номер", "permit number", "номер разрешения", "номер лицензии", "№ разрешения", "№ лицензии"]),
        new Column("issuedOn", false, ["issued", "date of issue", "дата выдачи", "выдано"]),
        new Column("issuedBy", false, ["issued by", "officer", "кем выдано", "выдал", "должностное лицо"]),
        new Column("feePaidOn", false, ["fee paid", "paid", "дата оплаты", "оплачено", "дата уплаты", "уплачено"]),
        new Column("from", true, ["valid from", "срок с", "действует с", "с"]),
        new Column("to", true, ["valid to", "срок по", "действует по", "по"]),
        new Column("from2", false, ["valid from 2", "срок с 2", "с 2"]),
        new Column("to2", false, ["valid to 2", "срок по 2", "по 2"]),
        new Column("zones", false, ["zone", "участок", "участки", "зона", "зоны"]),
        new Column("hunter", true, ["hunter name", "охотник", "фио", "фио охотника"]),
        new Column("hunterLocal", false, ["hunter in own script", "охотник в оригинале", "имя в оригинале"]),
        new Column("nationality", false, ["citizenship", "гражданство"]),
        new Column("document", false, ["passport", "document number", "паспорт", "номер паспорта"]),
        new Column("outfitter", false, ["firm", "фирма", "туроператор", "организатор"]),
        new Column("weapon", false, ["оружие"]),
        new Column("tag", false, ["бирка", "номер бирки"]),
        new Column("status", false, ["статус", "состояние"]),
        new Column("statusFrom", false, ["status from", "статус с", "дата статуса"]),
        new Column("statusReason", false, ["status reason", "причина", "основание"]),
        new Column("outcomesComplete", false, ["outcomes complete", "итоги полные"]),
        new Column("provenance", false, ["источник сведений"]));

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
}
