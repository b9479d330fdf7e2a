using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Permits.Verdicts;

/// <summary>How the position lies to the permit's zones, to closed ground and to other concessions. Not asked without one.</summary>
internal static class PlaceChecks
{
    private const string Zone = "zone";
    private const string ClosedArea = "closedArea";
    private const string OtherConcession = "otherConcession";

    public static IEnumerable<VerdictCheck> All(VerdictQuestion question)
    {
        if (Positions.Judge(question.File, question.Position, question.On) is not { } answer)
        {
            return [Checks.NotAsked(Zone, "position"), Checks.NotAsked(ClosedArea, "position"), Checks.NotAsked(OtherConcession, "position")];
        }

        var circle = Positions.Evidence(question.Position!, answer);
        return [OfZone(question, answer, circle.And(Shapes(question, answer))), OfClosedArea(question, answer, circle), OfOtherConcession(question, answer, circle)];
    }

    private static VerdictCheck OfZone(VerdictQuestion question, PositionAnswer answer, Evidence circle)
    {
        var law = answer.Zones.Count == 0 ? null : Positions.LawOf(question.File, answer.Zones[0]);
        return answer.Hunting switch
        {
            HuntingGroundResult.Inside =>
                Checks.Pass(Zone, circle.With("metresInside", EvidenceValue.Metres(answer.MetresInside ?? 0)), law),
            HuntingGroundResult.Outside => Checks.Fail(Zone, OutsideZone.Code, circle.And(OutsideZone.Of(answer)), law),
            HuntingGroundResult.Unclear => Checks.CannotTell(Zone, OutsideZone.Code, circle.And(OutsideZone.Of(answer)), law),
            _ => Checks.CannotTell(Zone, "zone-in-force", circle),
        };
    }

    private static VerdictCheck OfClosedArea(VerdictQuestion question, PositionAnswer answer, Evidence circle)
    {
        if (answer.Closed == ClosedGroundResult.Clear) return Checks.Pass(ClosedArea, circle);
        var closed = answer.ClosedGrounds[0].Zone;
        var (evidence, law) = (circle.And(InClosedArea.Of(answer)).And(Shape(question, closed)), Positions.LawOf(question.File, closed));
        return answer.Closed == ClosedGroundResult.InClosed
            ? Checks.Fail(ClosedArea, InClosedArea.Code, evidence, law)
            : Checks.CannotTell(ClosedArea, InClosedArea.Code, evidence, law);
    }

    private static VerdictCheck OfOtherConcession(VerdictQuestion question, PositionAnswer answer, Evidence circle)
    {
        if (InOtherConcession.Ground(answer) is not { } other) return Checks.Pass(OtherConcession, circle);
        var (evidence, law) = (circle.And(InOtherConcession.Of(other)).And(Shape(question, other.Zone)), Positions.LawOf(question.File, other.Zone));
        return other.Certain
            ? Checks.Fail(OtherConcession, InOtherConcession.Code, evidence, law)
            : Checks.CannotTell(OtherConcession, InOtherConcession.Code, evidence, law);
    }

    /// <summary>
    /// <c>zoneVersions</c> and, in the same order, <c>geometryHashes</c>: the boundaries that were measured against, as exported zones name them, so that whoever holds a
    /// file of zones can tell whether it shows what was judged by.
    /// </summary>
    private static Evidence Shapes(VerdictQuestion question, PositionAnswer answer) => answer.Zones.Count == 0 ? Evidence.None : Evidence.Of(
        ("zoneVersions", EvidenceValue.Texts(answer.Zones.Select(zone => zone.Law))),
        ("geometryHashes", EvidenceValue.Texts(answer.Zones.Select(zone => question.File.Law.Map.GeometryHashOf(zone) ?? ""))));

    /// <summary><c>geometryHash</c> of the one boundary that decided.</summary>
    private static Evidence Shape(VerdictQuestion question, ZoneRef zone) => Evidence.Of(("geometryHash", question.File.Law.Map.GeometryHashOf(zone)));
}
