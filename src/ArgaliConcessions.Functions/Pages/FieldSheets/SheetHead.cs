using System.Globalization;
using ArgaliConcessions.Application.Permits.FieldSheets;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.FieldSheets;

/// <summary>Whose sheet it is, for which days, as of when; and, before all else, what it cannot show.</summary>
internal static class SheetHead
{
    public static Markup Render(FieldSheet sheet, Texts texts) => Markup.Of(
        $"""
        <header>
        <p class="soft">{NamesText.Html(sheet.Authority.Names, texts)}</p>
        <h1>{texts.Format("fieldsheet.heading")}<br>{NamesText.Html(sheet.Terms.Names, texts)} ({sheet.Terms.Code})</h1>
        <p class="days">{texts.Value(sheet.Days)}</p>
        <p class="asof">{texts.Format("fieldsheet.asOf", ("at", Local(sheet, texts)))}</p>
        <p class="cannot">{texts.Format("fieldsheet.cannot")}</p>
        <p class="soft">{texts.Format("fieldsheet.localTime", ("zone", sheet.TimeZone.Id), ("at", sheet.AsOf))} {texts.Format("fieldsheet.statesOn", ("date", sheet.On))} {Years(sheet, texts)}</p>
        {Warnings(sheet, texts)}
        </header>
        """);

    private static string Local(FieldSheet sheet, Texts texts)
    {
        var local = sheet.AsOf.InZone(sheet.TimeZone);
        return texts.Format("fieldsheet.localMoment", ("date", local.Date), ("time", local.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture)));
    }

    private static string Years(FieldSheet sheet, Texts texts) => sheet.Years.IsEmpty
        ? texts.Format("fieldsheet.noYear")
        : texts.Format("fieldsheet.years", ("years", sheet.Years.Select(y => y.Label).ToArray()));

    /// <summary>What is missing on the sheet is said here, never left to be guessed.</summary>
    private static Markup Warnings(FieldSheet sheet, Texts texts)
    {
        var permits = sheet.Permits;
        return Markup.Join(
        [
            Markup.When(!permits.Complete, () => Warning(texts.Format("fieldsheet.incomplete", ("max", SheetPermits.MostRead)))),
            Markup.When(permits.OpenCount > permits.Open.Length, () => Warning(texts.Format("fieldsheet.moreOpen", ("shown", permits.Open.Length), ("count", permits.OpenCount)))),
            Markup.When(permits.EndedCount > permits.Ended.Length, () => Warning(texts.Format("fieldsheet.moreEnded", ("shown", permits.Ended.Length), ("count", permits.EndedCount)))),
            Markup.When(sheet.ZoneCount > sheet.Zones.Length, () => Warning(texts.Format("fieldsheet.moreZones", ("shown", sheet.Zones.Length), ("count", sheet.ZoneCount)))),
            .. sheet.Terms.InactiveDuring(sheet.Days).Select(i => Warning(texts.Format(
                "fieldsheet.notActive", ("days", i.Days), ("status", texts.Format($"fieldsheet.concession.{Word(i.Status)}"))))),
        ]);
    }

    private static Markup Warning(string text) => Markup.Of($"<p class=\"warn\">{text}</p>\n");

    private static string Word(ConcessionStatus status) => status switch
    {
        ConcessionStatus.Suspended => "suspended",
        ConcessionStatus.Ended => "ended",
        _ => "notBegun",
    };
}
