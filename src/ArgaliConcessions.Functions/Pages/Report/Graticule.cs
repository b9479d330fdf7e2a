using System.Globalization;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Report;

/// <summary>The map's degree lines and its scale bar.</summary>
internal static class Graticule
{
    private static readonly double[] Steps = [0.05, 0.1, 0.25, 0.5, 1, 2, 5];
    private static readonly int[] Kilometres = [1, 2, 5, 10, 20, 50, 100, 200];

    public static Markup Render(MapPlane plane)
    {
        var ground = plane.Ground;
        var step = Steps.FirstOrDefault(s => (ground.East - ground.West) / s <= 8, Steps[^1]);
        var meridians = Lines(ground.West, ground.East, step).Select(lon => Meridian(lon, plane));
        var parallels = Lines(ground.South, ground.North, step).Select(lat => Parallel(lat, plane));
        return Markup.Of($"<g stroke=\"#9aa59e\" stroke-width=\".5\" stroke-dasharray=\"2 3\" font-size=\"10\">{meridians}{parallels}</g>");
    }

    public static Markup ScaleBar(MapPlane plane, Texts texts)
    {
        var kilometres = Kilometres.LastOrDefault(k => k * plane.PerKilometre <= plane.Width / 4, Kilometres[0]);
        var (length, y) = (kilometres * plane.PerKilometre, plane.Height - 10);
        return Markup.Of(
            $"<path d=\"M20 {y - 5}V{y}H{20 + length}V{y - 5}\" fill=\"none\" stroke=\"#1d2420\" stroke-width=\"1.5\"/><text x=\"{26 + length}\" y=\"{y}\" font-size=\"11\">{texts.Format("report.map.scale", ("km", kilometres))}</text>");
    }

    private static IEnumerable<double> Lines(double from, double to, double step)
    {
        for (var n = Math.Ceiling(from / step); n * step < to; n++) yield return n * step;
    }

    private static Markup Meridian(double lon, MapPlane plane)
    {
        var x = plane.At(lon, 0).X;
        return Markup.Of($"<line x1=\"{x}\" x2=\"{x}\" y2=\"{plane.Height}\"/><text x=\"{x + 2}\" y=\"11\" stroke=\"none\">{Degrees(lon, "E", "W")}</text>");
    }

    private static Markup Parallel(double lat, MapPlane plane)
    {
        var y = plane.At(0, lat).Y;
        return Markup.Of($"<line y1=\"{y}\" y2=\"{y}\" x2=\"{plane.Width}\"/><text x=\"3\" y=\"{y - 2}\" stroke=\"none\">{Degrees(lat, "N", "S")}</text>");
    }

    private static string Degrees(double value, string positive, string negative) =>
        Math.Abs(value).ToString("0.##", CultureInfo.InvariantCulture) + "° " + (value < 0 ? negative : positive);
}
