using ArgaliConcessions.Application.Permits.FieldSheets;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;
using NodaTime;

namespace ArgaliConcessions.Functions.Pages.FieldSheets;

/// <summary>A card a permit: what an inspector compares with the paper, the man, the rifle and the animal.</summary>
internal static class PermitCards
{
    public static Markup Render(FieldSheet sheet, Texts texts)
    {
        var (open, ended) = (sheet.Permits.Open, sheet.Permits.Ended);
        return Markup.Of(
            $"""
            <h2>{texts.Format("fieldsheet.open", ("count", sheet.Permits.OpenCount))}</h2>
            {Markup.When(open.IsEmpty, () => Markup.Of($"<p>{texts.Format("fieldsheet.open.none")}</p>"))}
            <div class="cards">{open.Select(p => Card(p, sheet, texts))}</div>
            {Markup.When(!ended.IsEmpty, () => Markup.Of($"<h2>{texts.Format("fieldsheet.ended", ("count", sheet.Permits.EndedCount))}</h2>\n<div class=\"cards\">{ended.Select(p => Card(p, sheet, texts))}</div>"))}
            """);
    }

    private static Markup Card(Permit permit, FieldSheet sheet, Texts texts)
    {
        var state = permit.StateOn(sheet.On);
        var hunter = permit.Hunter;
        return Markup.Of(
            $"""
            <article class="{Json.Camel(state.ToString())}"><h3>{permit.Number}</h3><p class="st">{Symbol(state)} {State(state, texts)}{Later(permit, sheet, texts)}</p><dl>{Row("paper", permit.Paper?.ToString() ?? "–", texts)}{Row("passport", Joined(hunter.AsInPassport, hunter.Nationality, hunter.DocumentEndsWith is { } end ? "…" + end : null), texts)}{Row("hunter", NamesText.Html(hunter.Names, texts), texts)}{Row("animal", AnimalText.Of(permit, sheet.Authority, texts), texts)}{Row("dates", permit.Ranges.IsEmpty ? texts.Format("fieldsheet.dates.none") : string.Join("; ", permit.Ranges.Select(r => texts.Value(r))), texts)}{Row("zones", Zones(permit, sheet, texts), texts)}{Row("tag", permit.Tag ?? "–", texts)}{Row("weapon", permit.Weapon, texts)}{Row("outfitter", permit.Outfitter, texts)}{Row("takes", Takes(permit, sheet, texts), texts)}</dl></article>

            """);
    }

    private static Markup Row(string key, string? value, Texts texts) =>
        string.IsNullOrEmpty(value) ? Markup.None : Row(key, Markup.Of($"{value}"), texts);

    private static Markup Row(string key, Markup value, Texts texts) => Markup.Of($"<dt>{texts.Format($"fieldsheet.{key}")}</dt><dd>{value}</dd>");

    /// <summary>Why, and what else these days bring: the first day still to come, decisions that are dated later.</summary>
    private static Markup Later(Permit permit, FieldSheet sheet, Texts texts) => Markup.Join(
    [
        Markup.When(permit.StatusChangeOn(sheet.On) is { Status: not PermitStatus.Issued }, () => Note(texts.Format("fieldsheet.since", ("date", permit.StatusChangeOn(sheet.On)!.From)))),
        Markup.When(!permit.Ranges.IsEmpty && sheet.On < permit.Ranges[0].Start, () => Note(texts.Format("fieldsheet.notBefore", ("date", permit.Ranges[0].Start)))),
        Markup.When(FollowUpUntil(permit, sheet) is not null, () => Note(texts.Format("fieldsheet.followUp", ("date", FollowUpUntil(permit, sheet))))),
        .. permit.StatusChanges.Where(c => sheet.On < c.From && c.From <= sheet.Days.End)
            .Select(c => Note(texts.Format("fieldsheet.from", ("date", c.From), ("state", State(c.Status.AsState(), texts))))),
    ]);

    /// <summary>A permit that a wounding has used up still lets the animal be looked for.</summary>
    private static LocalDate? FollowUpUntil(Permit permit, FieldSheet sheet) => TakeCount.Of(permit.Takes).WoundedOpen == 0
        ? null
        : permit.Takes.Where(t => t.Outcome == HarvestOutcome.Wounded).Max(t => t.On).PlusDays(sheet.Authority.Settings.WoundedFollowUpDays);

    private static Markup Note(string text) => Markup.Of($"; {text}");

    /// <summary>In one language: the table of zones has the others.</summary>
    private static string Zones(Permit permit, FieldSheet sheet, Texts texts) =>
        new ZoneText(sheet.Zones, sheet.Days, sheet.ZoneCount <= sheet.Zones.Length, names => names.In(texts.Language.Chain), texts).Of(permit.Zones);

    private static string Takes(Permit permit, FieldSheet sheet, Texts texts) => permit.Takes.IsEmpty
        ? texts.Format("fieldsheet.takes.none")
        : string.Join("; ", permit.Takes.Select(t => $"{texts.Value(t.On)}: {texts.Value(t.Outcome)}{(t.Taxon is { } taxon && taxon != permit.Animal.Taxon ? $" ({AnimalText.Taxon(taxon, sheet.Authority, texts)})" : "")}"));

    private static string State(PermitState state, Texts texts) => texts.Format($"fieldsheet.state.{Json.Camel(state.ToString())}");

    private static string Symbol(PermitState state) => state switch { PermitState.Issued => "✓", PermitState.Suspended => "‖", _ => "✗" };

    private static string? Joined(params string?[] parts) =>
        parts.Any(p => !string.IsNullOrEmpty(p)) ? string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p))) : null;
}
