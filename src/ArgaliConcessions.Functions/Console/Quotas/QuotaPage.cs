using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.Quotas;

/// <summary>The nation's quotas of a year, then each concession's lines.</summary>
internal static class QuotaPage
{
    public static IResult Render(Visit visit, YearQuotas quotas) => visit.Page(visit.Say("quotas.title", ("year", quotas.Year.Label)), QuotaFunctions.Route, Markup.Of(
        $"""
        {YearLinks.Render(visit, QuotaFunctions.Route, quotas.Years, quotas.Year)}
        {QuotaBars.Legend(visit)}
        <h2>{visit.Say("quotas.national")}</h2>
        {Markup.When(quotas.National.Length == 0, () => Markup.Of($"<p>{visit.Say("quotas.none")}</p>"))}
        {quotas.National.Select(n => QuotaBars.National(visit, quotas, n))}
        <h2>{visit.Say("quotas.lines")}</h2>
        {Markup.When(quotas.Concessions.All(c => c.Lines.IsEmpty), () => Markup.Of($"<p>{visit.Say("quotas.none")}</p>"))}
        {quotas.Concessions.SelectMany(c => c.Lines.Select(l => QuotaBars.Line(visit, quotas, c, l)))}
        """), styles: QuotaBars.Css);
}
