using System.Globalization;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Maps;

/// <summary>The map's degree lines, labelled in degrees and minutes: meridians above the frame, parallels left of it.</summary>
internal static class Graticule
{
    private const double TextSize = 12;

    /// <summary>Room that a label takes along its edge, in units of the paper.</summary>
    private const double LabelRoom = 92;

    /// <summary>Steps in minutes that divide a degree, or are whole degrees.</summary>
    private static readonly int[] Steps = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 1800];

    public static IEnumerable<MapMark> Marks(MapPlane plane, Texts texts)
    {
        var (frame, ground) = (plane.Frame, plane.Ground);
        foreach (var minutes in Lines(ground.West, ground.East, frame.Width))
        {
            var x = plane.At(minutes / 60.0, 0).X;
            yield return new MapMark.Line(x, frame.Y, x, frame.Y + frame.Height, 0.6, Dotted: true);
            yield return new MapMark.Words(x, frame.Y - 6, texts.Format(minutes < 0 ? "map.west" : "map.east", ("at", Degrees(minutes))), TextSize, Centred: true);
        }

        foreach (var minutes in Lines(ground.South, ground.North, frame.Height))
        {
            var y = plane.At(0, minutes / 60.0).Y;
            yield return new MapMark.Line(frame.X, y, frame.X + frame.Width, y, 0.6, Dotted: true);
            yield return new MapMark.Words(frame.X - 6, y, texts.Format(minutes < 0 ? "map.south" : "map.north", ("at", Degrees(minutes))), TextSize, Centred: true, Turned: true);
        }
    }

    /// <summary>Degrees and minutes without a sign: <c>73°05′</c>.</summary>
    internal static string Degrees(int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(minutes) / 60}°{Math.Abs(minutes) % 60:00}′");

    /// <summary>The lines of one direction, in minutes of arc: as many as have room for their labels, none so near an edge that its label is cut off.</summary>
    private static IEnumerable<int> Lines(double from, double to, double length)
    {
        var perMinute = length / ((to - from) * 60);
        var step = Steps.FirstOrDefault(s => s * perMinute >= LabelRoom, Steps[^1]);
        var edge = LabelRoom / 3 / perMinute;
        for (var n = (int)Math.Ceiling(((from * 60) + edge) / step); n * step <= (to * 60) - edge; n++) yield return n * step;
    }
}
