using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Maps;

/// <summary>What every map has beside its ground: frame, scale bar, an arrow to the north.</summary>
internal static class MapFurniture
{
    private const double TextSize = 12;
    private static readonly int[] Kilometres = [1, 2, 5, 10, 20, 50, 100, 200, 500];

    public static IEnumerable<MapMark> Marks(MapPlane plane, Texts texts) => [.. Frame(plane.Frame), .. ScaleBar(plane, texts), .. North(plane.Frame, texts)];

    private static IEnumerable<MapMark> Frame(MapBox box)
    {
        var (right, bottom) = (box.X + box.Width, box.Y + box.Height);
        yield return new MapMark.Line(box.X, box.Y, right, box.Y, 1);
        yield return new MapMark.Line(right, box.Y, right, bottom, 1);
        yield return new MapMark.Line(right, bottom, box.X, bottom, 1);
        yield return new MapMark.Line(box.X, bottom, box.X, box.Y, 1);
    }

    private static IEnumerable<MapMark> ScaleBar(MapPlane plane, Texts texts)
    {
        var kilometres = Kilometres.LastOrDefault(k => k * plane.PerKilometre <= plane.Frame.Width / 3, Kilometres[0]);
        var (x, y, length) = (plane.Frame.X, plane.Height - 10, kilometres * plane.PerKilometre);
        yield return new MapMark.Line(x, y, x + length, y, 2);
        yield return new MapMark.Line(x, y - 6, x, y, 2);
        yield return new MapMark.Line(x + length, y - 6, x + length, y, 2);
        yield return new MapMark.Words(x + length + 6, y + 1, texts.Format("map.scale", ("km", kilometres)), TextSize);
    }

    /// <summary>In the corner where labels of lines do not stand: below the frame, right.</summary>
    private static IEnumerable<MapMark> North(MapBox box, Texts texts)
    {
        var (x, y) = (box.X + box.Width - 12, box.Y + box.Height + 30);
        yield return new MapMark.Filled([(x, y - 25), (x + 7, y), (x, y - 6), (x - 7, y)]);
        yield return new MapMark.Words(x - 17, y - 2, texts.Format("map.pointsNorth"), 15, Centred: true, Bold: true);
    }
}
