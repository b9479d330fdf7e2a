using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Law;

/// <summary>A zone version with its shape.</summary>
internal sealed record DrawnZone(MapZone Zone, Boundary Boundary)
{
    public ZoneRef Ref { get; } = new(Zone.Concession, Zone.Zone, Zone.Version);

    /// <param name="toleranceMetres">What counts for a zone that states no tolerance.</param>
    public ZoneShape Shape(double toleranceMetres) => new(Ref, Zone.Kind, Zone.ValidFrom, Zone.ValidTo, Boundary, Zone.ToleranceMetres ?? toleranceMetres, Zone.Basis);

    public bool Counts(LawKnowledge knowledge) =>
        Zone.RecordedAt <= knowledge.KnownAt && (knowledge.PublishedBy is not { } by || Zone.Basis.PublishedOn <= by);
}

/// <summary>The map and what it was drawn from; immutable.</summary>
internal sealed class DrawnMap
{
    private readonly ImmutableDictionary<ZoneRef, DrawnZone> _shapes;
    private readonly ImmutableDictionary<string, ConcessionLaw> _laws;

    private DrawnMap(
        ImmutableDictionary<ZoneRef, DrawnZone> shapes, ImmutableDictionary<string, ConcessionLaw> laws, IReadOnlyList<MapZone> zones,
        double toleranceMetres, ZoneMap map)
    {
        (_shapes, _laws, Zones, ToleranceMetres, Map) = (shapes, laws, zones, toleranceMetres, map);
    }

    public static DrawnMap Empty { get; } = new(
        ImmutableDictionary<ZoneRef, DrawnZone>.Empty, ImmutableDictionary.Create<string, ConcessionLaw>(StringComparer.Ordinal), [], 0, new ZoneMap([]));

    /// <summary>The authority's tolerance, for zones that state none.</summary>
    public double ToleranceMetres { get; }

    /// <summary>The reading of <c>zonemap</c> that was last drawn.</summary>
    public IReadOnlyList<MapZone> Zones { get; }

    /// <summary>All that is recorded.</summary>
    public ZoneMap Map { get; }

    /// <summary>All that is on the map.</summary>
    public IEnumerable<DrawnZone> Shapes => _shapes.Values;

    /// <summary>The reading of a concession that was last drawn; null when there was none.</summary>
    public ConcessionLaw? Of(string concession) => _laws.GetValueOrDefault(concession);

    public bool Has(MapZone zone) => _shapes.ContainsKey(new ZoneRef(zone.Concession, zone.Zone, zone.Version));

    public DrawnMap With(IReadOnlyList<DrawnZone> more, IReadOnlyList<MapZone> zones) => With(more, _laws, zones);

    public DrawnMap With(IReadOnlyList<DrawnZone> more, ConcessionLaw law) => With(more, _laws.SetItem(law.Id, law), Zones);

    /// <summary>The map as the register had it by what is known: a new one unless everything counts.</summary>
    public ZoneMap AsKnown(LawKnowledge knowledge)
    {
        var counting = _shapes.Values.Where(zone => zone.Counts(knowledge)).ToList();
        return counting.Count == _shapes.Count ? Map : Draw(counting, ToleranceMetres);
    }

    /// <summary>The same with another tolerance of the authority.</summary>
    public DrawnMap With(double toleranceMetres) =>
        new(_shapes, _laws, Zones, toleranceMetres, Draw(_shapes.Values, toleranceMetres));

    /// <summary>The map with more on it, for one question.</summary>
    public ZoneMap And(IReadOnlyList<DrawnZone> more) =>
        more.Count == 0 ? Map : Draw(_shapes.Values.Concat(more), ToleranceMetres);

    private DrawnMap With(IReadOnlyList<DrawnZone> more, ImmutableDictionary<string, ConcessionLaw> laws, IReadOnlyList<MapZone> zones)
    {
        if (more.Count == 0) return new DrawnMap(_shapes, laws, zones, ToleranceMetres, Map);
        var shapes = _shapes.SetItems(more.Select(zone => KeyValuePair.Create(zone.Ref, zone)));
        return new DrawnMap(shapes, laws, zones, ToleranceMetres, Draw(shapes.Values, ToleranceMetres));
    }

    private static ZoneMap Draw(IEnumerable<DrawnZone> zones, double toleranceMetres) => new(zones.Select(zone => zone.Shape(toleranceMetres)));
}
