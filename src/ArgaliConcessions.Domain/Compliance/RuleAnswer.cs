using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Compliance;

/// <summary>How a rule answers about one subject: pass, flagged, or not judged for want of data.</summary>
public abstract record RuleAnswer(FindingSubject Subject)
{
    public sealed record Pass(FindingSubject Subject) : RuleAnswer(Subject);

    /// <param name="Zone">The zone concerned, as <c>zone</c> of the permit's concession or <c>concession/zone</c>.</param>
    /// <param name="Laws">The versions that the answer rests on.</param>
    public sealed record Flagged(
        FindingSubject Subject, Severity Severity, FindingCause Cause, Evidence Evidence, ImmutableArray<LawRef> Laws, string? Zone = null)
        : RuleAnswer(Subject)
    {
        public bool Equals(Flagged? other) =>
            other is not null && base.Equals(other) && Severity == other.Severity && Cause == other.Cause && Zone == other.Zone
            && Evidence.Equals(other.Evidence) && Laws.SequenceEqual(other.Laws);

        public override int GetHashCode() => HashCode.Combine(Subject, Severity, Cause, Zone);
    }

    /// <param name="Missing">Kebab-case code of what is missing: <c>position</c>, <c>age</c>, <c>fee-date</c>, <c>outcome</c>, <c>line</c>, …</param>
    public sealed record NotJudged(FindingSubject Subject, string Missing) : RuleAnswer(Subject);
}

/// <summary>What a finding is about.</summary>
/// <param name="Id">
/// permit: its number; harvest: <c>permit/harvest</c>; inspection: <c>permit/inspection</c>; line: <c>concession/year/line</c>;
/// nationalQuota: <c>year/taxon</c>; zone: <c>concession/zone</c>.
/// </param>
public sealed record FindingSubject(SubjectType Type, string Id)
{
    public static FindingSubject Permit(string number) => new(SubjectType.Permit, number);

    public static FindingSubject Harvest(string number, string harvest) => new(SubjectType.Harvest, $"{number}/{harvest}");

    public static FindingSubject Inspection(string number, string inspection) => new(SubjectType.Inspection, $"{number}/{inspection}");

    public static FindingSubject Line(string concession, string year, string line) => new(SubjectType.Line, $"{concession}/{year}/{line}");

    public static FindingSubject NationalQuota(string year, string taxon) => new(SubjectType.NationalQuota, $"{year}/{taxon}");

    public static FindingSubject Zone(string concession, string zone) => new(SubjectType.Zone, $"{concession}/{zone}");
}

public enum SubjectType { Permit, Harvest, Inspection, Line, NationalQuota, Zone }

/// <summary><c>Notice</c>: to be checked by a person. Neither is a conviction.</summary>
public enum Severity { Violation, Notice }

/// <summary>
/// <c>AtIssue</c>: unlawful when it was issued. <c>LawChanged</c>: lawful by the law as published on the day of issue (of a take: on
/// the day of the hunt); the holder is owed an amendment, and since it is never called a violation its severity is always
/// <see cref="Severity.Notice"/>. <c>Conduct</c>: what was done. <c>Register</c>: what the register itself says (an
/// overlap, an allocation), nobody's hunt.
/// </summary>
public enum FindingCause { AtIssue, LawChanged, Conduct, Register }
