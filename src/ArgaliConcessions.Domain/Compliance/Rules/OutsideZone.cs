using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R03: an animal was taken within the union of the permit's zones as they were on that day. A position whose circle crosses the edge is
/// to be checked, never a violation. Hunts outside farms without fixed boundaries: uznature.uz/en/site/news?id=4143; a receiver is good to about 10 m under
/// open sky and much worse in canyons: packanimalmagazine.com.
/// </summary>
public sealed class OutsideZone : IPermitRule
{
    public const string Code = "outside-zone";

    public RuleInfo Info { get; } = new("R03", Code, ["uznature.uz/en/site/news?id=4143", "packanimalmagazine.com"]);

    public bool ChecksAtIssue => false;

    public IEnumerable<RuleAnswer> Judge(PermitCase file) => file.Takes.Select(take => Judge(file, take));

    private static RuleAnswer Judge(PermitCase file, Harvest take)
    {
        var subject = file.SubjectOf(take);
        if (Positions.Judge(file, take.Position, take.On) is not { } answer) return new RuleAnswer.NotJudged(subject, "position");
        return answer.Hunting switch
        {
            HuntingGroundResult.Inside => new RuleAnswer.Pass(subject),
            // That none of its zones is in force is R36's finding; there is nothing left to measure against.
            HuntingGroundResult.NoZone => new RuleAnswer.NotJudged(subject, "zone-in-force"),
            HuntingGroundResult.Outside => Flagged(file, take, answer, Severity.Violation),
            _ => Flagged(file, take, answer, Severity.Notice),
        };
    }

    private static RuleAnswer Flagged(PermitCase file, Harvest take, PositionAnswer answer, Severity severity) => new RuleAnswer.Flagged(
        file.SubjectOf(take), severity, FindingCause.Conduct,
        Of(answer).And(Positions.Evidence(take.Position!, answer)).And(Evidence.Of(("on", take.On))),
        [.. answer.Zones.Select(zone => Positions.LawOf(file, zone))]);

    /// <summary><c>metresOutside</c> or, of a circle that crosses, <c>metresToEdge</c>; <c>zones</c>.</summary>
    internal static Evidence Of(PositionAnswer answer) => Evidence.Of(
        (answer.Hunting == HuntingGroundResult.Outside ? "metresOutside" : "metresToEdge", EvidenceValue.Metres(answer.MetresToEdge ?? 0)),
        ("zones", EvidenceValue.Texts(answer.Zones.Select(zone => zone.Zone))));
}
