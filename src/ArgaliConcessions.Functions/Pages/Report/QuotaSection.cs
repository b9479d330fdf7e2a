using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Report;

/// <summary>Quota bars: taken, wounded, issued and left, in whole animals, national first and then by line.</summary>
internal static class QuotaSection
{
    private const double Width = 320;

    public static Markup Render(ReportModel report, Texts texts)
    {
        var lines = report.Concessions.SelectMany(c => c.Quotas.Select(q => (Owner: c.Terms.Code, Bar: q))).ToList();
        return Markup.When(report.NationalQuotas.Length + lines.Count > 0, () => Markup.Of(
            $"""
            <h2>{texts.Format("report.quotas")}</h2>
            <p class="legend soft"><span><i class="sw" style="background:#1d3b2a"></i>{texts.Format("report.quotas.taken")}</span><span><i class="sw" style="background:repeating-linear-gradient(45deg,#8a5a00 0 2px,#fff 2px 5px)"></i>{texts.Format("report.quotas.wounded")}</span><span><i class="sw" style="background:#b9d3c1"></i>{texts.Format("report.quotas.issued")}</span><span><i class="sw"></i>{texts.Format("report.quotas.left")}</span><span><i class="sw" style="background:#a01c1c"></i>{texts.Format("report.quotas.over")}</span></p>
            <div class="wide"><table>
            <thead><tr><th>{texts.Format("report.year")}</th><th>{texts.Format("report.quotas.of")}</th><th></th><th class="n">{texts.Format("report.quotas.quota")}</th><th class="n">{texts.Format("report.quotas.issued")}</th><th class="n">{texts.Format("report.quotas.taken")}</th><th class="n">{texts.Format("report.quotas.wounded")}</th><th class="n">{texts.Format("report.quotas.left")}</th></tr></thead>
            {report.NationalQuotas.Select(q => Row(texts.Format("report.national"), q, report, texts))}
            {lines.OrderBy(l => l.Bar.Year, StringComparer.Ordinal).Select(l => Row(l.Owner, l.Bar, report, texts))}
            </table></div>
            """));
    }

    private static Markup Row(string owner, QuotaBar bar, ReportModel report, Texts texts)
    {
        var taxon = report.Authority.TaxonTree.Find(bar.Taxon)?.Names;
        var year = report.Years.FirstOrDefault(y => y.Id == bar.Year)?.Label ?? bar.Year;
        return Markup.Of(
            $"""
            <tr><td class="whole">{year}</td><td>{owner}{(bar.Line is null ? "" : $" / {bar.Line}")} <span class="soft">{(taxon is null ? bar.Taxon : texts.Value(taxon))}</span></td><td>{Bar(bar, texts)}</td><td class="n">{(bar.Animals is { } a ? texts.Value(a) : "–")}</td><td class="n">{texts.Value(bar.Issued)}</td><td class="n">{texts.Value(bar.Taken)}</td><td class="n">{texts.Value(bar.Wounded)}</td><td class="n">{(bar.Left is { } left ? texts.Value(left) : "–")}</td></tr>

            """);
    }

    private static Markup Bar(QuotaBar bar, Texts texts)
    {
        var quota = bar.Animals ?? 0;
        var used = bar.Taken + bar.Wounded;
        var scale = Width / Math.Max(1, Math.Max(quota, Math.Max(bar.Issued, used)));
        var label = texts.Format("report.quotas.label", ("quota", bar.Animals), ("issued", bar.Issued), ("taken", bar.Taken), ("wounded", bar.Wounded));
        return Markup.Of(
            $"""
            <svg class="bar" viewBox="0 0 {Width + 2} 18" width="{Width}" role="img" aria-label="{label}"><defs><pattern id="w" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3" height="6" fill="#8a5a00"/></pattern></defs>
            <rect x="1" y="1" width="{quota * scale}" height="16" fill="#fff" stroke="#1d2420"/>{Part(0, Math.Min(bar.Issued, bar.Animals ?? bar.Issued), scale, "#b9d3c1", 1, 16)}{Over(Math.Max(bar.Issued, used), bar.Animals, scale)}{Part(0, bar.Taken, scale, "#1d3b2a", 5, 8)}{Part(bar.Taken, bar.Wounded, scale, "url(#w)", 5, 8)}</svg>
            """);
    }

    private static Markup Over(int count, int? quota, double scale) =>
        quota is { } limit && count > limit ? Part(limit, count - limit, scale, "#a01c1c", 1, 16) : Markup.None;

    private static Markup Part(int from, int count, double scale, string fill, int y, int height) =>
        count <= 0 ? Markup.None : Markup.Of($"<rect x=\"{1 + (from * scale)}\" y=\"{y}\" width=\"{count * scale}\" height=\"{height}\" fill=\"{fill}\"/>");
}
