using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Functions.Console.Map;
using ArgaliConcessions.Functions.Pages;

namespace ArgaliConcessions.Functions.Console.Quotas;

/// <summary>A quota as a bar of whole animals, with the same figures in words below it.</summary>
internal static class QuotaBars
{
    public const string Css = """
        .quota{margin:.9rem 0;max-width:46rem}.quota figcaption{font-weight:700}.quota svg{width:100%;height:1.6rem}.quota p{margin:.1rem 0}.over{color:var(--bad);font-weight:700}

        """;

    private const double Width = 600;
    private const double Height = 22;

    public static Markup Legend(Visit visit) => Markup.Of(
        $"""
        <p class="legend soft"><span><i class="sw" style="background:#1d3b2a"></i>{visit.Say("quotas.killed")}</span><span><i class="sw" style="background:#7db58d"></i>{visit.Say("quotas.held")}</span><span><i class="sw" style="background:repeating-linear-gradient(45deg,#8a5a00 0 2px,#fff 2px 5px)"></i>{visit.Say("quotas.reserved")}</span><span><i class="sw"></i>{visit.Say("quotas.remaining")}</span><span><i class="sw" style="background:#a01c1c"></i>{visit.Say("quotas.over")}</span></p>
        <svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs><pattern id="reserved" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><rect width="3" height="6" fill="#8a5a00"/></pattern></defs></svg>
        """);

    public static Markup National(Visit visit, YearQuotas quotas, NationalQuotaReading national)
    {
        var quota = national.Reading.Selected.Value;
        var words = visit.Say("quotas.allocated", ("allocated", national.Allocated), ("unallocated", national.Unallocated));
        return Figure(visit, Markup.Of($"{Animal(visit, quotas, quota.Taxon)}"), quota.Animals, quotas.Sum(quota.Taxon), words);
    }

    /// <param name="concession">Named above the bar; null on its own page.</param>
    public static Markup Line(Visit visit, YearQuotas quotas, ConcessionQuotas? concession, QuotaLineStanding line)
    {
        var terms = line.Selected.Value;
        var owner = Markup.When(concession is not null, () => Markup.Of($"{visit.Link(concession!.Terms.Code, $"{MapFunctions.Route}/{concession.Id}")} · "));
        return Figure(visit, Markup.Of($"{owner}{line.Line} · {Animal(visit, quotas, terms.Taxon)}, {visit.Texts.Value(terms.Sex)}"), terms.Animals, line.Balance.Amounts, null);
    }

    public static string Animal(Visit visit, YearQuotas quotas, string taxon) =>
        quotas.Authority.TaxonTree.Find(taxon)?.Names is { } names ? visit.Texts.Value(names) : taxon;

    private static Markup Figure(Visit visit, Markup caption, int quota, LineAmounts amounts, string? more)
    {
        var held = amounts.Issued - amounts.Released;
        var remaining = quota - held - amounts.Reserved;
        var words = visit.Say(
            "quotas.words", ("quota", quota), ("issued", amounts.Issued), ("released", amounts.Released), ("held", held), ("reserved", amounts.Reserved),
            ("killed", amounts.Killed), ("wounded", amounts.Wounded));
        return Markup.Of(
            $"""
            <figure class="quota"><figcaption>{caption}</figcaption>
            {Bar(quota, held, amounts)}
            <p>{words} {(remaining < 0 ? Markup.Of($"<span class=\"over\">{visit.Say("quotas.oversold", ("count", -remaining))}</span>") : Markup.Of($"{visit.Say("quotas.left", ("count", remaining))}"))}{(more is null ? "" : " " + more)}</p></figure>

            """);
    }

    /// <summary>Hidden from those who hear the page: the words below say the same.</summary>
    private static Markup Bar(int quota, int held, LineAmounts amounts)
    {
        var bound = held + amounts.Reserved;
        var scale = (Width - 2) / Math.Max(1, Math.Max(quota, bound));
        return Markup.Of(
            $"""
            <svg viewBox="0 0 {Width} {Height}" preserveAspectRatio="none" aria-hidden="true"><rect x="1" y="1" width="{Width - 2}" height="{Height - 2}" fill="#fff" stroke="#1d2420"/>
            {Part(0, Math.Min(held, quota), scale, "#7db58d")}{Part(held, Math.Min(amounts.Reserved, quota - held), scale, "url(#reserved)")}{Part(quota, bound - quota, scale, "#a01c1c")}{Part(0, amounts.Killed, scale, "#1d3b2a")}</svg>
            """);
    }

    private static Markup Part(int from, int count, double scale, string fill) =>
        count <= 0 ? Markup.None : Markup.Of($"<rect x=\"{1 + (from * scale)}\" y=\"1\" width=\"{count * scale}\" height=\"{Height - 2}\" fill=\"{fill}\"/>");
}
