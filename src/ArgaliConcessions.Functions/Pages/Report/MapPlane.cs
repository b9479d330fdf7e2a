using System.Globalization;
using System.Text;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Functions.Pages.Report;

/// <summary>
/// The paper of the map: longitude and latitude drawn to one scale at the middle latitude, which is true to shape for a country as
/// small as this report's; it serves the eye, distances and hectares come from the register.
/// </summary>
internal sealed class MapPlane
{
    private const double PaperWidth = 900;
    private const double Margin = 24;
    private readonly GeoEnvelope _ground;
    private readonly double _perDegreeEast;
    private readonly double _perDegreeNorth;

    private MapPlane(GeoEnvelope ground)
    {
        _ground = ground;
        var narrowing = Math.Cos((ground.South + ground.North) / 2 * Math.PI / 180);
        var (east, north) = ((ground.East - ground.West) * narrowing, ground.North - ground.South);
        var scale = (PaperWidth - (2 * Margin)) / Math.Max(east, north * 0.8);
        (_perDegreeEast, _perDegreeNorth) = (scale * narrowing, scale);
        Width = (east * scale) + (2 * Margin);
        Height = (north * scale) + (2 * Margin);
    }

    public double Width { get; }

    public double Height { get; }

    public GeoEnvelope Ground => _ground;

    /// <summary>Paper units to a kilometre: a degree of latitude is 111.2 km.</summary>
    public double PerKilometre => _perDegreeNorth / 111.2;

    public static MapPlane Around(IEnumerable<GeoEnvelope> zones, IEnumerable<GeoPosition> points)
    {
        var all = zones.Concat(points.Select(p => GeoEnvelope.At(p.Lon, p.Lat))).Aggregate((a, b) => a.Union(b));
        // A single point or a sliver still gets a paper to stand on.
        const double least = 0.02;
        return new MapPlane(new GeoEnvelope(all.West - least, all.South - least, all.East + least, all.North + least));
    }

    public (double X, double Y) At(double lon, double lat) =>
        (Margin + ((lon - _ground.West) * _perDegreeEast), Margin + ((_ground.North - lat) * _perDegreeNorth));

    /// <summary>A boundary as an SVG path, with no more points than the paper can show.</summary>
    public Markup PathOf(Boundary boundary)
    {
        var path = new StringBuilder();
        foreach (var ring in boundary.Simplified(0.7 / _perDegreeNorth).SelectMany(rings => rings))
        {
            var letter = 'M';
            foreach (var (lon, lat) in ring)
            {
                var (x, y) = At(lon, lat);
                path.Append(CultureInfo.InvariantCulture, $"{letter}{x:0.#} {y:0.#}");
                letter = 'L';
            }

            path.Append('Z');
        }

        return new Markup(path.ToString());
    }
}
