using System.Globalization;
using System.Text;

namespace ArgaliConcessions.Functions.Pages.Maps;

/// <summary>Draws a map as inline SVG: one per page, since its names of patterns and texts are fixed.</summary>
internal static class MapSvg
{
    /// <summary>The hatching of closed ground, for <see cref="MapLook.Closed"/> and for legends within the same page.</summary>
    private const string Hatching =
        """<defs><pattern id="closed" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#fff" fill-opacity=".6"/><rect width="2" height="7" fill="#a01c1c"/></pattern></defs>""";

    /// <param name="over">What is drawn over the map, in the same units.</param>
    public static Markup Render(MapDrawing map, Markup over = default) => Markup.Of(
        $"""
        <svg class="map" viewBox="0 0 {map.Width} {map.Height}" role="img" aria-labelledby="map-title map-desc"><title id="map-title">{map.Title}</title><desc id="map-desc">{map.Description}</desc>
        {new Markup(Hatching)}<rect x="{map.Frame.X}" y="{map.Frame.Y}" width="{map.Frame.Width}" height="{map.Frame.Height}" fill="#fbfbf8"/>
        {map.Marks.Select(Render)}
        {over}
        </svg>
        """);

    private static Markup Render(MapMark mark) => mark switch
    {
        MapMark.Ground ground => Ground(ground),
        MapMark.Line line => Line(line),
        MapMark.Filled filled => Markup.Of($"<path d=\"{Path([filled.Corners])}\" fill=\"#1d2420\"/>\n"),
        MapMark.Words words => Words(words),
        _ => throw new InvalidOperationException($"No drawing of {mark.GetType().Name}."),
    };

    private static Markup Ground(MapMark.Ground ground)
    {
        // Half transparent, so that ground which two zones claim is seen to be darker.
        var (fill, opacity, stroke, width) = ground.Look switch
        {
            MapLook.Hunting => ("#a9cdb4", 0.6, "#1d6b3c", 1.2),
            MapLook.Flagged => ("#a9cdb4", 0.6, "#a01c1c", 2.2),
            _ => ("url(#closed)", 1.0, "#a01c1c", 1.2),
        };
        return Markup.Of(
            $"<path d=\"{Path(ground.Rings)}\" fill=\"{fill}\" fill-opacity=\"{opacity}\" fill-rule=\"evenodd\" stroke=\"{stroke}\" stroke-width=\"{width}\"{(ground.Dashed ? new Markup(" stroke-dasharray=\"6 4\"") : Markup.None)}><title>{ground.Title}</title></path>\n");
    }

    private static Markup Line(MapMark.Line line) => Markup.Of(
        $"<line x1=\"{line.X1}\" y1=\"{line.Y1}\" x2=\"{line.X2}\" y2=\"{line.Y2}\" stroke=\"{(line.Dotted ? "#5a655e" : "#1d2420")}\" stroke-width=\"{line.Weight}\"{(line.Dotted ? new Markup(" stroke-dasharray=\"2 3\"") : Markup.None)}/>\n");

    private static Markup Words(MapMark.Words words)
    {
        var turned = words.Turned ? Markup.Of($" transform=\"rotate(-90 {words.X} {words.Y})\"") : Markup.None;
        var look = Markup.Of($"{(words.Centred ? new Markup(" text-anchor=\"middle\"") : Markup.None)}{(words.Bold ? new Markup(" font-weight=\"700\"") : Markup.None)}");
        return Markup.Of($"<text x=\"{words.X}\" y=\"{words.Y}\" font-size=\"{words.Size}\"{look}{turned} stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\">{words.Text}</text>\n");
    }

    private static Markup Path(IReadOnlyList<IReadOnlyList<(double X, double Y)>> rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            var letter = 'M';
            foreach (var (x, y) in ring)
            {
                path.Append(CultureInfo.InvariantCulture, $"{letter}{x:0.#} {y:0.#}");
                letter = 'L';
            }

            path.Append('Z');
        }

        return new Markup(path.ToString());
    }
}
