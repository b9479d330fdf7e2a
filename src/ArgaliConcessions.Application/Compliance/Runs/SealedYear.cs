using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Application.Compliance.Runs;

/// <summary>
/// A sealed year is no longer judged, unless law recorded since may change an answer about its days: then it is judged
/// once more. When in doubt it is: judging too often finds nothing new, judging too seldom misses something.
/// </summary>
public static class SealedYear
{
    public static bool TouchedSince(LawBook law, HuntingYear year, IEnumerable<Revisions<QuotaLine>> lines, Instant since)
    {
        var national = law.National;
        return SeriesTouch(law.Concession.Zones.Values, year, since)
            || SeriesTouch(law.Concession.Seasons.Values, year, since)
            || Newer(law.Concession.Terms, since)
            || national.Closures.Values.Any(closure => ClosureTouches(closure, year, since))
            || national.NationalQuotas.Any(quota => quota.Key.Year == year.Id && Newer(quota.Value, since))
            || national.Surveys.Values.Concat(law.Concession.Surveys.Values).Any(survey => SurveyTouches(survey, year, since))
            || DatesMoved(national.Years[year.Id], since)
            || lines.Any(line => Newer(line, since));
    }

    private static bool Newer<T>(Revisions<T> revisions, Instant since) => revisions.Latest.RecordedAt > since;

    // A version may also shorten the one before it, so its own last day says nothing about which days it touches.
    private static bool SeriesTouch<T>(IEnumerable<LawSeries<T>> series, HuntingYear year, Instant since) =>
        series.Any(one => one.All.Any(version => version.RecordedAt > since && version.ValidFrom <= year.To));

    private static bool ClosureTouches(Revisions<Closure> closure, HuntingYear year, Instant since) =>
        closure.All.Any(revision => revision.RecordedAt > since && Reaches(closure, revision, year));

    // Lifting a ban early touches the days that the revision before it had closed.
    private static bool Reaches(Revisions<Closure> closure, Revision<Closure> revision, HuntingYear year) =>
        closure.All.Where(other => other.Number == revision.Number || other.Number == revision.Number - 1)
            .Any(other => other.Value.From <= year.To && (other.Value.To is not { } to || to >= year.From));

    // A quota may rest on any survey of its days or before; a correction may have moved one out of them.
    private static bool SurveyTouches(Revisions<Survey> survey, HuntingYear year, Instant since) =>
        Newer(survey, since) && survey.All.Any(revision => revision.Value.Date <= year.To);

    private static bool DatesMoved(Revisions<HuntingYear> years, Instant since) =>
        years.All.Where(revision => revision.RecordedAt > since && revision.Number > 1)
            .Any(revision => years.All[revision.Number - 2].Value.Span != revision.Value.Span);
}
