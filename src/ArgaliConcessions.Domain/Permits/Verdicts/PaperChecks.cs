using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Permits.Verdicts;

/// <summary>What the permit itself tells: status, dates, animals, fee.</summary>
internal static class PaperChecks
{
    public static VerdictCheck Status(VerdictQuestion question)
    {
        const string Name = "status";
        var permit = question.File.Permit;
        if (permit.IssuedOn > question.On)
        {
            return Checks.Fail(Name, IssuedAfterHunt.Code, Evidence.Of(("issuedOn", permit.IssuedOn.AsEvidence()), ("on", question.On)));
        }

        return permit.StatusChangeOn(question.On) switch
        {
            { Status: PermitStatus.Suspended or PermitStatus.Revoked } change =>
                Checks.Fail(Name, WhileSuspendedOrRevoked.Code, WhileSuspendedOrRevoked.Of(change)),
            { Status: PermitStatus.Returned } change => Checks.Fail(Name, "permit-returned", Evidence.Of(("since", change.From))),
            { Status: PermitStatus.Closed } change => Checks.Fail(Name, "permit-closed", Closed(permit, change)),
            _ => Checks.Pass(Name),
        };
    }

    /// <summary><c>kind</c> is <c>with-take</c> where there is a trophy to carry home.</summary>
    private static Evidence Closed(Permit permit, PermitStatusChange change) => Evidence.Of(
        ("since", change.From), ("statusReason", change.Reason), ("kind", TakeTally.Of(permit.Takes).Killed > 0 ? "with-take" : null));

    public static VerdictCheck Dates(VerdictQuestion question)
    {
        const string Name = "dates";
        var permit = question.File.Permit;
        return OutsidePermitDates.DaysOutside(permit, question.On) switch
        {
            null => Checks.CannotTell(Name, "dates"),
            0 => Checks.Pass(Name, Evidence.Of(("ranges", EvidenceValue.Spans(permit.Ranges)))),
            { } days => Checks.Fail(Name, OutsidePermitDates.Code, OutsidePermitDates.Of(permit, question.On, days).And(Expired(permit, question.On))),
        };
    }

    /// <summary>That all of the permit's days have passed is told apart from a day before or between them.</summary>
    private static Evidence Expired(Permit permit, LocalDate on)
    {
        var last = permit.Ranges.Max(range => range.End);
        return last < on ? Evidence.Of(("kind", "expired"), ("lastDay", last)) : Evidence.None;
    }

    /// <summary>Takes up to the day asked about; those of the day itself count, whatever the hour.</summary>
    public static VerdictCheck AnimalsLeft(VerdictQuestion question)
    {
        const string Name = "animalsLeft";
        var permit = question.File.Permit;
        var takes = TakeCount.Of(permit.Takes.Where(take => take.On <= question.On));
        var evidence = Evidence.Of(
            ("allowed", permit.Animals), ("taken", takes.Certain), ("takenAtMost", takes.Possible),
            ("animalsLeft", Math.Max(0, permit.Animals - takes.Certain)),
            ("kind", takes.WoundedOpen > 0 ? "wounded-open" : null));
        if (takes.Certain >= permit.Animals) return Checks.Fail(Name, SecondAnimal.Code, evidence);
        return takes.Possible >= permit.Animals ? Checks.CannotTell(Name, SecondAnimal.Code, evidence) : Checks.Pass(Name, evidence);
    }

    /// <summary>That it was paid too late is the office's matter and a finding of the sweep; here it counts whether it is paid.</summary>
    public static VerdictCheck Fee(VerdictQuestion question)
    {
        const string Name = "fee";
        if (question.File.Permit.FeePaidOn is not { } paid) return Checks.NotAsked(Name, "fee-date");
        var evidence = Evidence.Of(("feePaidOn", paid));
        return paid <= question.On ? Checks.Pass(Name, evidence) : Checks.Fail(Name, FeeNotPaid.Code, evidence);
    }
}
