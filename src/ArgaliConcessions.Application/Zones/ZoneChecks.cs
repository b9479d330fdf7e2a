using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Zones;

/// <summary>What must hold of a zone version beyond the form of its fields, overlaps apart.</summary>
internal static class ZoneChecks
{
    /// <summary>The version with its shape, or everything that is wrong with it.</summary>
    public static (CheckedZone? Zone, IReadOnlyList<Reason> Reasons) Judge(string concession, string zone, ZoneDraft draft, ConcessionTerms terms)
    {
        var complaints = new Complaints();
        var reading = BoundaryReader.Read(draft.Shape.Polygons);
        foreach (var reason in ShapeReasons.Of(reading, draft.Shape)) complaints.Add(reason);
        complaints.Span(draft.ValidFrom, draft.ValidTo, $"{draft.Properties}/validTo");
        JudgeTenure(draft.ValidFrom, terms, $"{draft.Properties}/validFrom", complaints);
        return complaints.Any ? (null, complaints.Reasons) : (new CheckedZone(concession, zone, draft, reading.Boundary!), []);
    }

    /// <summary>Nothing new begins in a concession that has ended by then.</summary>
    public static void JudgeTenure(LocalDate validFrom, ConcessionTerms terms, string pointer, Complaints complaints)
    {
        if (terms.On(validFrom) != ConcessionStatus.Ended) return;
        var ended = terms.Tenure.To is { } to && validFrom > to ? to.PlusDays(1) : terms.Status.Where(s => s.From <= validFrom).Max(s => s.From);
        complaints.Add("concession-ended", pointer, ("validFrom", validFrom), ("endedOn", ended));
    }

    /// <summary>
    /// The overlaps with other concessions' hunting zones beyond the tolerance: of a hunting zone only, since closed ground may be
    /// closed twice.
    /// </summary>
    /// <param name="next">First day of the version after it, which ends it; null for none.</param>
    public static IReadOnlyList<OverlappingZone> Overlaps(CheckedZone zone, ZoneMap map, RuleSettings settings, LocalDate? next) =>
        [.. Measured(zone, map, settings, next).Where(o => o.Measure.BeyondTolerance)];

    /// <summary>The overlaps, however small: what a dry run shows.</summary>
    public static IEnumerable<OverlappingZone> Measured(CheckedZone zone, ZoneMap map, RuleSettings settings, LocalDate? next)
    {
        if (zone.Draft.Kind != ZoneKind.Hunting) return [];
        var tolerance = OverlapTolerance.Default with { Hectares = settings.OverlapToleranceHectares };
        var to = next?.PlusDays(-1) is { } dayBefore && !(zone.Draft.ValidTo < dayBefore) ? dayBefore : zone.Draft.ValidTo;
        return map.Overlapping(zone.Boundary, zone.Draft.ValidFrom, to, zone.Concession, tolerance).Where(o => o.Zone.Kind == ZoneKind.Hunting);
    }

    public static Reason OverlapReason(OverlappingZone overlap, string geometry) => Reason.Of(
        "zone-overlap", geometry,
        ("hectares", Hectares(overlap.Measure.Hectares)), ("concession", overlap.Zone.Ref.Concession), ("zone", overlap.Zone.Ref.Zone),
        ("version", overlap.Zone.Ref.Version), ("from", overlap.From), ("to", overlap.To is { } to ? to : null));

    /// <summary>Hectares as all answers give them: to a hundredth, 100 m².</summary>
    public static decimal Hectares(double hectares) => Math.Round((decimal)hectares, 2);
}
