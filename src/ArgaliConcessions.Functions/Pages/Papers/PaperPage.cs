using ArgaliConcessions.Functions.Pages.Maps;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Papers;

/// <summary>A printed permit as a page for A4: counterfoil above the cutting line, the permit with its code, the tear-off fields; then map and acts.</summary>
internal static class PaperPage
{
    /// <summary>A word with more letters is written across in smaller ones, so that it is not broken.</summary>
    private const int LongWord = 10;

    public static string Render(PaperForm form, Texts texts)
    {
        var body = Markup.Of(
            $"""
            {Markup.When(form.Across is not null, () => Markup.Of($"<p class=\"{(form.Across!.Split(' ').Max(w => w.Length) > LongWord ? "across long" : "across")}\">{form.Across}</p>"))}
            <section class="counterfoil"><h2>{form.Counterfoil.Heading}</h2>{Numbers(form)}{Lines(form.Counterfoil.Lines)}</section>
            <p class="cut" aria-hidden="true">✂</p>
            <main>
            <p class="soft">{form.Authority}</p><h1>{form.Title}</h1>
            <div class="top"><div>{Numbers(form)}</div><figure class="code">{Code(form)}<figcaption>{form.LinkNote}<br>{form.Link}</figcaption></figure></div>
            {Lines(form.Permit.Lines)}
            </main>
            <div class="tears">{form.TearOffs.Select(TearOff)}</div>
            <p class="foot">{form.Foot}</p>
            <section class="back">
            <h2>{form.MapHeading}</h2>
            {(form.Map is { } map ? Markup.Of($"<figure>{MapSvg.Render(map)}</figure>") : Markup.None)}
            {Lines(form.Zones)}
            <p class="soft">{form.MapNote}</p>
            <h2>{form.ActsHeading}</h2>
            {Lines(form.Acts)}
            <ul>{form.Notes.Select(n => Markup.Of($"<li>{n}</li>"))}</ul>
            </section>
            <footer class="foot">{form.Foot}</footer>
            """);
        return PageLayout.Page(texts, $"{form.Title} {form.Number}", body, PaperStyles.Css);
    }

    private static Markup Numbers(PaperForm form) => Markup.Of(
        $"<p class=\"numbers\">{form.NumberLabel} <b>{form.Number}</b><br>{form.PaperLabel} <b>{form.PaperNumber}</b></p>");

    private static Markup TearOff(PaperPart part) => Markup.Of($"<section class=\"tear\"><h2>{part.Heading}</h2><p>{part.Instruction}</p>{Lines(part.Lines)}</section>\n");

    private static Markup Lines(IReadOnlyList<PaperLine> lines) => Markup.Of(
        $"<dl>{lines.Select(l => Markup.Of($"<dt>{l.Label}</dt><dd{(l.Value is null ? new Markup(" class=\"blank\"") : Markup.None)}>{l.Value ?? ""}</dd>"))}</dl>");

    private static Markup Code(PaperForm form)
    {
        var runs = form.Qr.Runs.Select(r => Markup.Of($"M{r.X} {r.Y}h{r.Length}v1h-{r.Length}z"));
        return Markup.Of(
            $"<svg viewBox=\"0 0 {form.Qr.Size} {form.Qr.Size}\" role=\"img\" aria-label=\"{form.Link}\" shape-rendering=\"crispEdges\"><rect width=\"{form.Qr.Size}\" height=\"{form.Qr.Size}\" fill=\"#fff\"/><path d=\"{runs}\" fill=\"#000\"/></svg>");
    }
}
