using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>How evidence speaks of closed days: always by the open ones beside them.</summary>
internal static class ClosedDays
{
    /// <summary>
    /// <c>kind</c> (<c>before-first</c>, <c>after-last</c>, <c>gap</c>, <c>no-open-day</c>), the year's <c>firstOpenDay</c> and
    /// <c>lastOpenDay</c>, and of a gap <c>openBefore</c> and <c>openAfter</c>, the open days around it.
    /// </summary>
    public static Evidence Evidence(SeasonYear season, ClosedSpan closed) => Law.Evidence.Of(
        ("kind", CodeOf(closed.Kind)),
        ("firstOpenDay", season.FirstOpenDay.AsEvidence()),
        ("lastOpenDay", season.LastOpenDay.AsEvidence()),
        ("openBefore", closed.Kind == ClosedDay.Gap ? season.OpenBefore(closed.From).AsEvidence() : null),
        ("openAfter", closed.Kind == ClosedDay.Gap ? season.OpenAfter(closed.To).AsEvidence() : null));

    public static EvidenceValue? AsEvidence(this LocalDate? date) => date is { } day ? day : null;

    private static string CodeOf(ClosedDay kind) => kind switch
    {
        ClosedDay.BeforeFirst => "before-first",
        ClosedDay.AfterLast => "after-last",
        ClosedDay.Gap => "gap",
        _ => "no-open-day",
    };
}
