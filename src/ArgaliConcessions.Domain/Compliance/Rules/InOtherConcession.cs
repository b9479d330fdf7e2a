using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R13: no animal was taken in another concession's hunting zone, by the boundary that was valid on that day (hunting farms with no fixed
/// boundaries: uznature.uz/en/site/news?id=4143).
/// </summary>
/// <remarks>Where the position cannot be told from the own ground, R03 says so once, and here nothing is said.</remarks>
public sealed class InOtherConcession : IPermitRule
{
    public const string Code = "in-other-concession";

    public RuleInfo Info { get; } = new("R13", Code, ["uznature.uz/en/site/news?id=4143"]);

    public bool ChecksAtIssue => false;

    public IEnumerable<RuleAnswer> Judge(PermitCase file) => file.Takes.Select(take => Judge(file, take));

    private static RuleAnswer Judge(PermitCase file, Harvest take)
    {
        var subject = file.SubjectOf(take);
        if (Positions.Judge(file, take.Position, take.On) is not { } answer) return new RuleAnswer.NotJudged(subject, "position");
        if (Ground(answer) is not { } other) return new RuleAnswer.Pass(subject);
        var evidence = Positions.Evidence(take.Position!, answer).And(Of(other)).And(Evidence.Of(("on", take.On)));
        return new RuleAnswer.Flagged(
            subject, other.Certain ? Severity.Violation : Severity.Notice, FindingCause.Conduct, evidence,
            [Positions.LawOf(file, other.Zone)], Positions.Name(other.Zone));
    }

    /// <summary>The other concession's ground, unless the position cannot be told from the own one.</summary>
    internal static OtherConcessionGround? Ground(PositionAnswer answer) =>
        answer.Hunting == HuntingGroundResult.Unclear ? null : answer.OtherConcession;

    /// <summary><c>otherConcession</c>, <c>otherZone</c>, <c>metresInside</c> (of that zone).</summary>
    internal static Evidence Of(OtherConcessionGround other) => Evidence.Of(
        ("otherConcession", other.Zone.Concession), ("otherZone", other.Zone.Zone), ("metresInside", EvidenceValue.Metres(other.MetresInside)));
}
