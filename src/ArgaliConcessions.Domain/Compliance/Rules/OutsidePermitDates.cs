using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>R37: an animal was taken on a day of the permit's own ranges, both ends included (permit form with two date ranges: base.garant.ru/70801690).</summary>
public sealed class OutsidePermitDates : IPermitRule
{
    public const string Code = "outside-permit-dates";

    public RuleInfo Info { get; } = new("R37", Code, ["base.garant.ru/70801690 app. 3"]);

    public bool ChecksAtIssue => false;

    public IEnumerable<RuleAnswer> Judge(PermitCase file) => file.Takes.Select(take => Judge(file, take));

    private static RuleAnswer Judge(PermitCase file, Harvest take)
    {
        if (DaysOutside(file.Permit, take.On) is not { } days) return new RuleAnswer.NotJudged(file.SubjectOf(take), "dates");
        return days == 0
            ? new RuleAnswer.Pass(file.SubjectOf(take))
            : new RuleAnswer.Flagged(file.SubjectOf(take), Severity.Violation, FindingCause.Conduct, Of(file.Permit, take.On, days), []);
    }

    /// <summary>Days from a date to the nearest day of the permit; 0 on one of them, null when it states none.</summary>
    internal static int? DaysOutside(Permit permit, LocalDate date) =>
        permit.Ranges.IsEmpty ? null : permit.Ranges.Min(range => DaysTo(range, date));

    /// <summary><c>on</c>, <c>ranges</c>, <c>daysOutside</c>.</summary>
    internal static Evidence Of(Permit permit, LocalDate on, int daysOutside) =>
        Evidence.Of(("on", on), ("ranges", EvidenceValue.Spans(permit.Ranges)), ("daysOutside", daysOutside));

    private static int DaysTo(DateInterval range, LocalDate date) =>
        date < range.Start ? Period.DaysBetween(date, range.Start) : Math.Max(0, Period.DaysBetween(range.End, date));
}
