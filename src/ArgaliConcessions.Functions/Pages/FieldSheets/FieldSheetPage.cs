using ArgaliConcessions.Application.Permits.FieldSheets;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.FieldSheets;

/// <summary>
/// The field sheet as one file without script, for a phone's downloads and for A4: what may be hunted on, by whom, where and
/// when, as of an instant that stands in large type.
/// </summary>
internal static class FieldSheetPage
{
    public static string Render(FieldSheet sheet, Texts texts)
    {
        var body = Markup.Join(
        [
            SheetHead.Render(sheet, texts),
            PermitCards.Render(sheet, texts),
            SeasonTable.Render(sheet, texts),
            ZoneTable.Render(sheet, texts),
            Markup.Of($"<footer><p class=\"soft\">{texts.Format("fieldsheet.footer")}</p></footer>"),
        ]);
        return PageLayout.Page(texts, texts.Format("fieldsheet.title", ("code", sheet.Terms.Code), ("days", sheet.Days)), body, SheetStyles.Css);
    }

    /// <summary>A name that any phone can keep: ASCII, with concession, days, and the instant.</summary>
    public static string FileName(FieldSheet sheet) => FormattableString.Invariant(
        $"fieldsheet-{sheet.Terms.Code}-{sheet.Days.Start:uuuu-MM-dd}-{sheet.Days.End:uuuu-MM-dd}-as-of-{sheet.AsOf:uuuuMMdd'T'HHmm'Z'}.html");
}
