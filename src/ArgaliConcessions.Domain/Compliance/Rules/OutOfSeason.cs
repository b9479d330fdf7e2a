using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R01: each day of each range of a permit is open in each of its zones. Days before the first or after the last open day, or in a
/// year without one, are a violation; days in an internal gap of the season (a winter break) are what the authority's
/// setting says. Seasons with such gaps: stalker-group.com kyrgyzstan and caprinae.com marco-polo-argali; a trophy was seized because the season
/// had changed after issue: conservationforce.org/new-page.
/// </summary>
/// <remarks>A permit that names no zone is judged by the days that are open in any. Whether its zones exist is R36's question.</remarks>
public sealed class OutOfSeason : IPermitRule
{
    public const string Code = "out-of-season";

    public RuleInfo Info { get; } = new("R01", Code, ["CMS argali action plan 1.1.2", "conservationforce.org/new-page"]);

    public bool ChecksAtIssue => true;

    public IEnumerable<RuleAnswer> Judge(PermitCase file)
    {
        if (file.Year is not { } year) return [new RuleAnswer.NotJudged(file.Subject, "year")];
        var closed = Closed(file, year.Span, file.Knowledge);
        return closed.IsEmpty ? [new RuleAnswer.Pass(file.Subject)] : [Flagged(file, year, closed)];
    }

    private static RuleAnswer Flagged(PermitCase file, HuntingYear year, ImmutableArray<ClosedInZone> closed)
    {
        var worst = Grade(file, closed)!.Value;
        var seasons = file.ZonesOrAny.Select(zone => SeasonOf(file, zone, year.Span, file.Knowledge)).ToList();
        ImmutableArray<LawRef> laws = [.. seasons.SelectMany(s => s.Laws).Distinct()];
        var cause = Causes.OfPermit(
            file, LawKind.Season, worst, laws, knowledge => !(Grade(file, Closed(file, year.Span, knowledge)) <= worst));
        return new RuleAnswer.Flagged(file.Subject, cause.Severity, cause.Kind, cause.On(Evidence(file, year, closed, seasons)), cause.Laws(laws));
    }

    private static Evidence Evidence(PermitCase file, HuntingYear year, ImmutableArray<ClosedInZone> closed, List<SeasonYear> seasons)
    {
        ImmutableArray<ZoneDays> days = [.. closed.Select(c => new ZoneDays(c.Zone, [.. c.Spans.Select(s => new DateInterval(s.From, s.To))]))];
        var season = SeasonOf(file, closed[0].Zone, year.Span, file.Knowledge);
        var offered = SeasonSplit.Of(file.Permit.Ranges, seasons);
        return Law.Evidence.Of(
            ("uncovered", ZoneDays.AsEvidence(days)),
            ("daysOutside", ZoneDays.DistinctDays(days)),
            ("huntingYear", year.Label),
            ("ranges", EvidenceValue.Spans(file.Permit.Ranges)),
            ("offeredRanges", offered.IsEmpty ? null : EvidenceValue.Spans(offered)),
            ("issuedOn", file.Permit.IssuedOn.AsEvidence()))
            .And(ClosedDays.Evidence(season, closed[0].Spans[0]));
    }

    /// <summary>The gravest severity of some closed days; null when there are none. Violation is the lower value.</summary>
    private static Severity? Grade(PermitCase file, ImmutableArray<ClosedInZone> closed)
    {
        if (closed.IsEmpty) return null;
        var gapIsViolation = file.Settings.GapInPermit == GapAnswer.Violation;
        return gapIsViolation || closed.Any(c => c.Spans.Any(s => s.Kind != ClosedDay.Gap)) ? Severity.Violation : Severity.Notice;
    }

    private static SeasonYear SeasonOf(PermitCase file, string? zone, DateInterval year, LawKnowledge knowledge) =>
        file.Law.Seasons.Of(file.Permit.Animal.Taxon, zone, year, knowledge);

    /// <summary>The closed days by zone, the worst kind's zone first, in it the worst kind first.</summary>
    private static ImmutableArray<ClosedInZone> Closed(PermitCase file, DateInterval year, LawKnowledge knowledge)
    {
        List<ClosedInZone>? closed = null;
        foreach (var zone in file.ZonesOrAny)
        {
            var season = SeasonOf(file, zone, year, knowledge);
            foreach (var range in file.Permit.Ranges)
            {
                var spans = season.Uncovered(range);
                if (!spans.IsEmpty) (closed ??= []).Add(new ClosedInZone(zone, spans));
            }
        }

        return closed is null ? [] : ClosedInZone.Joined(closed);
    }
}
