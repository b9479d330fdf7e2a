using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R04: no animal was taken in a closed zone of any concession, nor in a hole of the own concession's hunting zones. No hunting in the border strip:
/// m.24.kg/vlast/43460; a closed reproduction area in each farm: uznature.uz/en/site/news?id=4143. The edge of closed ground is not closed.
/// </summary>
public sealed class InClosedArea : IPermitRule
{
    public const string Code = "in-closed-area";

    public RuleInfo Info { get; } = new("R04", Code, ["m.24.kg/vlast/43460", "uznature.uz/en/site/news?id=4143"]);

    public bool ChecksAtIssue => false;

    public IEnumerable<RuleAnswer> Judge(PermitCase file) => file.Takes.Select(take => Judge(file, take));

    private static RuleAnswer Judge(PermitCase file, Harvest take)
    {
        var subject = file.SubjectOf(take);
        if (Positions.Judge(file, take.Position, take.On) is not { } answer) return new RuleAnswer.NotJudged(subject, "position");
        if (answer.Closed == ClosedGroundResult.Clear) return new RuleAnswer.Pass(subject);
        var severity = answer.Closed == ClosedGroundResult.InClosed ? Severity.Violation : Severity.Notice;
        var evidence = Of(answer).And(Positions.Evidence(take.Position!, answer)).And(Evidence.Of(("on", take.On)));
        return new RuleAnswer.Flagged(
            subject, severity, FindingCause.Conduct, evidence,
            [.. answer.ClosedGrounds.Select(ground => Positions.LawOf(file, ground.Zone))], Positions.Name(answer.ClosedGrounds[0].Zone));
    }

    /// <summary>Of the gravest closed ground: <c>kind</c> (<c>closed-zone</c>, <c>hole</c>), <c>closedZone</c>, <c>metresToEdge</c>.</summary>
    internal static Evidence Of(PositionAnswer answer)
    {
        var ground = answer.ClosedGrounds[0];
        return Evidence.Of(
            ("kind", ground.Kind == ClosedGroundKind.Hole ? "hole" : "closed-zone"), ("closedZone", Positions.Name(ground.Zone)),
            ("metresToEdge", EvidenceValue.Metres(ground.Metres)));
    }
}
