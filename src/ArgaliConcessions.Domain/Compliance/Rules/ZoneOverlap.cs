using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R32: no two concessions' hunting zones share more ground than the authority's tolerance. An overlap that was accepted with a
/// reason is still flagged, as a notice. Clearly defined hunting zones are what CMS argali action plan 1.1.2 asks for.
/// </summary>
/// <remarks>
/// Each overlap is found once: at the zone whose version began later, at the one that comes later by name where both began on one day. A zone that overlaps
/// several is flagged for each.
/// </remarks>
public sealed class ZoneOverlap : IZoneRule
{
    public const string Code = "zone-overlap";

    public RuleInfo Info { get; } = new("R32", Code, ["CMS argali action plan 1.1.2"]);

    public IEnumerable<RuleAnswer> Judge(LawBook law, string zone, LocalDate today, LawKnowledge knowledge)
    {
        var subject = FindingSubject.Zone(law.Concession.Id, zone);
        if (law.Concession.Zones.GetValueOrDefault(zone)?.On(today, knowledge) is not { Value.Kind: ZoneKind.Hunting } version) return [];
        if (law.Map.Find(law.Concession.Id, zone, today) is not { } shape) return [new RuleAnswer.NotJudged(subject, "boundary")];
        var overlaps = Overlaps(law, shape, today, knowledge);
        return overlaps.Count == 0 ? [new RuleAnswer.Pass(subject)] : overlaps.Select(overlap => Flagged(law, zone, version, overlap));
    }

    private static List<OverlappingZone> Overlaps(LawBook law, ZoneShape shape, LocalDate today, LawKnowledge knowledge)
    {
        var tolerance = OverlapTolerance.Default with { Hectares = law.Authority(knowledge).Settings.OverlapToleranceHectares };
        // Measuring is the dear part: pairs that the other zone answers for are left out before it.
        return [.. law.Map.Overlapping(shape.Boundary, today, today, law.Concession.Id, tolerance, other => other.Kind == ZoneKind.Hunting && IsLater(shape, other))
            .Where(o => o.Measure.BeyondTolerance)];
    }

    private static bool IsLater(ZoneShape one, ZoneShape other) =>
        one.ValidFrom == other.ValidFrom ? one.Ref.CompareTo(other.Ref) > 0 : one.ValidFrom > other.ValidFrom;

    private static RuleAnswer Flagged(LawBook law, string zone, LawVersion<ZoneTerms> version, OverlappingZone overlap)
    {
        var accepted = version.Value.AcceptedOverlap;
        var other = overlap.Zone.Ref;
        var evidence = Evidence.Of(
            ("otherConcession", other.Concession), ("otherZone", other.Zone), ("hectares", Hectares(overlap.Measure.Hectares)),
            ("accepted", accepted));
        return new RuleAnswer.Flagged(
            FindingSubject.Zone(law.Concession.Id, zone), accepted is null ? Severity.Violation : Severity.Notice, FindingCause.Register, evidence,
            [law.Concession.ZoneRef(zone, version.Number, version.Basis), new LawRef(other.Law, overlap.Zone.Basis)], Positions.Name(other));
    }

    private static EvidenceValue Hectares(double hectares) => Math.Round((decimal)hectares, 1);
}
