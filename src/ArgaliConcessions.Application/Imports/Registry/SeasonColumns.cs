using ArgaliConcessions.Application.Imports.Tables;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>
/// The columns of a list of seasons: a row a version. One with several windows names them in one cell, or has several rows
/// with <c>from</c> and <c>to</c>.
/// </summary>
public static class SeasonColumns
{
    internal static readonly ActColumns Act = new(
        new("basisTitle", false, ["act", "basis", "акт", "название акта", "основание"], "Season calendar 2015"),
        new("basisNumber", false, ["act number", "номер акта"], "S-2015-1") { Form = ColumnForm.Text },
        new("basisPublishedOn", false, ["act date", "published on", "дата акта", "опубликовано"], "2015-07-20") { Form = ColumnForm.Date },
        new("basisUrl", false, ["act link", "ссылка на акт"], "https://example.org/s-2015-1"));

    public static readonly ColumnSet All = new(
    [
        new Column("concession", true, ["хозяйство", "охотхозяйство", "концессия", "охотугодье", "угодье", "hunting ground"], "demo-north") { Form = ColumnForm.Text },
        new Column("season", true, ["id", "season id", "сезон", "код сезона"], "argali") { Form = ColumnForm.Text },
        new Column("taxon", false, ["species", "вид", "вид животного"], "argali") { Form = ColumnForm.Text },
        new Column("zones", false, ["zone", "участок", "участки", "зона", "зоны"], "upper|lower") { Form = ColumnForm.Texts },
        new Column("windows", false, ["open", "open days", "сроки", "сроки охоты", "открыто"], "09-01..12-15; 02-01..02-29") { Form = ColumnForm.Text },
        new Column("from", false, ["open from", "открыто с", "охота с", "с"]),
        new Column("to", false, ["open to", "открыто по", "охота по", "по"]),
        new Column("validFrom", true, ["valid from", "действует с"], "2015-09-01") { Form = ColumnForm.Date },
        new Column("validTo", false, ["valid to", "действует по"]) { Form = ColumnForm.Date },
        .. Act.Columns,
        new Column("reason", false, ["reason for the correction", "причина", "причина исправления"]),
    ]);
}
