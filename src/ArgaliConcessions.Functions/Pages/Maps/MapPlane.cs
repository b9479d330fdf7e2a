using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Functions.Pages.Maps;

/// <summary>
/// The paper of a map: longitude and latitude drawn to one scale at the middle latitude, which is true to shape for a country as
/// small as a register's; it serves the eye, distances and hectares come from the register. Units are those of the paper.
/// </summary>
internal sealed class MapPlane
{
    /// <summary>Room around the frame: labels stand left and above, scale bar below.</summary>
    private const double Left = 18, Top = 20, Right = 10, Bottom = 34;

    /// <summary>A single point or a sliver still gets a paper to stand on, degrees.</summary>
    private const double Least = 0.02;

    private readonly double _perDegreeEast;
    private readonly double _perDegreeNorth;

    private MapPlane(GeoEnvelope ground, double paperWidth)
    {
        var narrowing = Math.Max(0.01, Math.Cos((ground.South + ground.North) / 2 * Math.PI / 180));
        Ground = NotTooThin(ground, narrowing);
        var (east, north) = ((Ground.East - Ground.West) * narrowing, Ground.North - Ground.South);
        var scale = (paperWidth - Left - Right) / Math.Max(east, north * 0.8);
        (_perDegreeEast, _perDegreeNorth) = (scale * narrowing, scale);
        Frame = new MapBox(Left, Top, east * scale, north * scale);
        (Width, Height) = (Left + Frame.Width + Right, Top + Frame.Height + Bottom);
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>What the frame shows.</summary>
    public GeoEnvelope Ground { get; }

    /// <summary>Where on the paper the ground is.</summary>
    public MapBox Frame { get; }

    /// <summary>Paper units to a kilometre: a degree of latitude is 111.2 km.</summary>
    public double PerKilometre => _perDegreeNorth / 111.2;

    /// <param name="zones">At least one envelope or point there must be.</param>
    /// <param name="points">Places that must be on the map too.</param>
    /// <param name="paperWidth">The paper's width, or less for ground that is taller than wide.</param>
    public static MapPlane Around(IEnumerable<GeoEnvelope> zones, IEnumerable<GeoPosition> points, double paperWidth)
    {
        var all = zones.Concat(points.Select(p => GeoEnvelope.At(p.Lon, p.Lat))).Aggregate((a, b) => a.Union(b));
        return new MapPlane(new GeoEnvelope(all.West - Least, all.South - Least, all.East + Least, all.North + Least), paperWidth);
    }

    public (double X, double Y) At(double lon, double lat) =>
        (Frame.X + ((lon - Ground.West) * _perDegreeEast), Frame.Y + ((Ground.North - lat) * _perDegreeNorth));

    /// <summary>A boundary's rings on the paper, with no more points than it can show: what is left out lies within 0.7 units of what is left.</summary>
    public IReadOnlyList<IReadOnlyList<(double X, double Y)>> RingsOf(Boundary boundary) =>
        [.. boundary.Simplified(0.7 / _perDegreeNorth).SelectMany(rings => rings).Select(ring => ring.SkipLast(1).Select(p => At(p.Lon, p.Lat)).ToList())];

    /// <summary>Ground that is thin is widened to two thirds of its length, so that frame, labels and scale bar find room.</summary>
    private static GeoEnvelope NotTooThin(GeoEnvelope ground, double narrowing)
    {
        var (east, north) = ((ground.East - ground.West) * narrowing, ground.North - ground.South);
        var (moreEast, moreNorth) = (Math.Max(0, (north * 2 / 3) - east) / narrowing / 2, Math.Max(0, (east / 2) - north) / 2);
        return new(ground.West - moreEast, ground.South - moreNorth, ground.East + moreEast, ground.North + moreNorth);
    }
}

/// <summary>A rectangle on the paper.</summary>
internal readonly record struct MapBox(double X, double Y, double Width, double Height);
