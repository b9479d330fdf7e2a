using ArgaliConcessions.Domain.Law;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>
/// All zones of the authority. Every question about points and zones goes through here. Immutable and safe for threads; what is costly (prepared
/// geometries, unions) is made at the first question that needs it and kept.
/// </summary>
/// <remarks>
/// Maps built from the same <see cref="Boundary"/> objects share their prepared geometries, so a new map for a new version is cheap.
/// Questions across the antimeridian are not answered: boundaries end there.
/// </remarks>
public sealed class ZoneMap
{
    private readonly STRtree<ZoneInForce> tree = new();
    private readonly Dictionary<(string Concession, string Zone), ZoneInForce[]> byZone;
    private readonly PositionJudge judge;

    /// <param name="shapes">All versions of all zones, in any order. A version given twice counts as the one given last.</param>
    public ZoneMap(IEnumerable<ZoneShape> shapes)
    {
        byZone = shapes
            .GroupBy(shape => (shape.Ref.Concession, shape.Ref.Zone))
            .ToDictionary(
                zone => zone.Key,
                zone => ZoneInForce.Timeline(zone.GroupBy(shape => shape.Ref.Version).Select(version => version.Last())).ToArray());
        foreach (var zone in byZone.Values.SelectMany(versions => versions))
            tree.Insert(Nts(zone.Boundary.Envelope), zone);
        tree.Build();
        LargestToleranceMetres = byZone.Values.SelectMany(versions => versions)
            .Aggregate(ZoneInForce.LeastToleranceMetres, (largest, zone) => Math.Max(largest, zone.ToleranceMetres));
        judge = new PositionJudge(this);
    }

    internal double LargestToleranceMetres { get; }

    /// <summary>
    /// The zones of all concessions that hold a point on a date, ordered by <see cref="ZoneRef"/>. The edge of a hunting zone belongs to it, the
    /// edge of a closed zone does not.
    /// </summary>
    /// <param name="lon">Degrees from -180 to 180.</param>
    /// <param name="lat">Degrees from -90 to 90.</param>
    /// <param name="date">The legal date.</param>
    /// <exception cref="ArgumentOutOfRangeException">The coordinates are no place.</exception>
    public IReadOnlyList<ZoneShape> At(double lon, double lat, LocalDate date)
    {
        RequirePlace(lon, lat);
        return [.. InForce(GeoEnvelope.At(lon, lat), date).Where(zone => Holds(zone, lon, lat)).Select(zone => zone.Shape).OrderBy(shape => shape.Ref)];
    }

    /// <summary>The version of a zone in force on a date, or null.</summary>
    public ZoneShape? Find(string concession, string zone, LocalDate date) => InForce(concession, zone, date)?.Shape;

    /// <summary>
    /// The zones of other concessions, hunting and closed, that share ground with a boundary on any day from <paramref name="from"/> to <paramref name="to"/> (null: without
    /// end), with the days and the hectares; ordered by <see cref="ZoneRef"/>. Shared borders are no shared ground.
    /// </summary>
    /// <param name="boundary">The shape asked about.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, or null.</param>
    /// <param name="exceptConcession">The concession whose own zones are left out; null leaves out none.</param>
    /// <param name="tolerance">What counts as an overlap; null for <see cref="OverlapTolerance.Default"/>.</param>
    /// <param name="among">The zones worth measuring; null for all.</param>
    public IReadOnlyList<OverlappingZone> Overlapping(
        Boundary boundary, LocalDate from, LocalDate? to, string? exceptConcession, OverlapTolerance? tolerance = null, Func<ZoneShape, bool>? among = null) =>
        [.. tree.Query(Nts(boundary.Envelope))
            .Where(zone => zone.IsWithin(from, to) && !string.Equals(zone.Ref.Concession, exceptConcession, StringComparison.Ordinal) && among?.Invoke(zone.Shape) != false)
            .Select(zone => new OverlappingZone(zone.Shape, LocalDate.Max(zone.From, from), Earlier(zone.To, to), ZoneOverlap.Measure(boundary, zone.Boundary, tolerance)))
            .Where(overlap => overlap.Measure.Hectares > 0)
            .OrderBy(overlap => overlap.Zone.Ref)];

    /// <summary>
    /// How a position lies to a permit's zones: the one function behind the verdict, R03, R04 and R13.
    /// </summary>
    /// <remarks>
    /// A circle of max(2 × accuracy, the zone's tolerance, 10 m) is drawn around the position (without accuracy: 50 m instead of twice the accuracy). If it crosses an edge,
    /// the answer is <see cref="HuntingGroundResult.Unclear"/>, whichever side the position itself is on; a position exactly on the outer edge is inside
    /// but always unclear, since its circle crosses. A circle that only touches the edge from within or without does not cross.
    /// The edge is that of the union of the permit's zones, with slits narrower than their tolerance closed, so that a border
    /// between two of them is none. The tolerance is the greatest of the zones named. Metres are right to about a
    /// millionth within 100 km.
    /// Closed ground is every closed zone, and the holes of the concession's hunting zones as far as no hunting zone lies in them (an
    /// island in a hole is hunting ground). Where several closed areas touch, the circle is held against all of them together.
    /// A greater accuracy radius never turns an unclear answer into a clear one.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The question's coordinates are no place.</exception>
    public PositionAnswer Judge(PositionQuestion question)
    {
        RequirePlace(question.Lon, question.Lat);
        return judge.Judge(question);
    }

    /// <summary>The act a version on the map rests on; null where the map does not know it.</summary>
    public LegalBasis? BasisOf(ZoneRef zone) => ShapeOf(zone)?.Basis;

    /// <summary>The hash of the boundary that a version on the map has (<see cref="Boundary.GeometryHash"/>); null where the map does not know it.</summary>
    public string? GeometryHashOf(ZoneRef zone) => ShapeOf(zone)?.Boundary.GeometryHash;

    internal ZoneInForce? InForce(string concession, string zone, LocalDate date) =>
        byZone.TryGetValue((concession, zone), out var versions) ? Array.Find(versions, version => version.IsOn(date)) : null;

    /// <summary>The zones in force on a date whose envelopes meet another, in order.</summary>
    internal IEnumerable<ZoneInForce> InForce(GeoEnvelope envelope, LocalDate date) =>
        tree.Query(Nts(envelope)).Where(zone => zone.IsOn(date)).OrderBy(zone => zone.Ref);

    private ZoneShape? ShapeOf(ZoneRef zone) =>
        byZone.TryGetValue((zone.Concession, zone.Zone), out var versions) ? Array.Find(versions, version => version.Ref == zone)?.Shape : null;

    private static bool Holds(ZoneInForce zone, double lon, double lat) => zone.Boundary.Index.Locate(lon, lat) switch
    {
        Location.Interior => true,
        Location.Boundary => zone.Shape.Kind == ZoneKind.Hunting,
        _ => false,
    };

    private static LocalDate? Earlier(LocalDate? one, LocalDate? other) => one is null || other < one ? other : one;

    private static void RequirePlace(double lon, double lat)
    {
        if (!PositionQuestion.IsPlace(lon, lat))
            throw new ArgumentOutOfRangeException(nameof(lon), $"({lon}, {lat}) is no place.");
    }

    private static Envelope Nts(GeoEnvelope envelope) => new(envelope.West, envelope.East, envelope.South, envelope.North);
}
