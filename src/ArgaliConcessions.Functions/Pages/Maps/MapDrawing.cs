using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Maps;

/// <summary>A zone for a map.</summary>
/// <param name="Label">What stands on it, short; empty for nothing.</param>
/// <param name="Title">What it is, in words.</param>
internal sealed record MapArea(Boundary Boundary, MapLook Look, string Label, string Title)
{
    /// <summary>Drawn with a broken border: it is not in force, or not on all the days asked about.</summary>
    public bool Dashed { get; init; }

    public static MapLook LookOf(ZoneKind kind) => kind == ZoneKind.Closed ? MapLook.Closed : MapLook.Hunting;
}

/// <summary>A map before anyone renders it: marks in the order in which they are drawn.</summary>
/// <param name="Title">What it is a map of, for those who do not see it.</param>
/// <param name="Description">What is on it, in a sentence.</param>
internal sealed record MapDrawing(double Width, double Height, MapBox Frame, string Title, string Description, IReadOnlyList<MapMark> Marks)
{
    private const double LabelSize = 16;

    /// <summary>Zones (closed ones over hunting ones, hatched), degree lines with their labels, frame, scale bar and an arrow to the north.</summary>
    public static MapDrawing Of(IReadOnlyList<MapArea> areas, MapPlane plane, string title, string description, Texts texts) => new(
        plane.Width, plane.Height, plane.Frame, title, description,
        [
            .. areas.OrderBy(a => a.Look == MapLook.Closed).Select(a => new MapMark.Ground(plane.RingsOf(a.Boundary), a.Look, a.Dashed, a.Title)),
            .. Graticule.Marks(plane, texts),
            .. Labels(areas, plane),
            .. MapFurniture.Marks(plane, texts),
        ]);

    /// <summary>Two versions of a zone with one boundary have one place for their labels, where both are written.</summary>
    private static IEnumerable<MapMark.Words> Labels(IReadOnlyList<MapArea> areas, MapPlane plane)
    {
        var placed = new List<(double X, double Y, string Text)>();
        foreach (var area in areas.Where(a => a.Label.Length > 0))
        {
            var (x, y) = plane.At(area.Boundary.InnerPoint.Lon, area.Boundary.InnerPoint.Lat);
            var same = placed.FindIndex(p => Math.Abs(p.X - x) < LabelSize / 2 && Math.Abs(p.Y - y) < LabelSize / 2);
            if (same < 0) placed.Add((x, y, area.Label));
            else placed[same] = placed[same] with { Text = $"{placed[same].Text}, {area.Label}" };
        }

        return placed.Select(p => new MapMark.Words(p.X, p.Y + (LabelSize / 3), p.Text, LabelSize, Centred: true, Bold: true));
    }
}
