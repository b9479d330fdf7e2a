using System.Collections.Immutable;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Functions.Console.Check;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Console.Map;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.Permits;

/// <summary>What a permit says, what became of it, and the way to its verdict and its paper.</summary>
internal static class PermitPage
{
    private const string Styles = "dl.facts{display:grid;grid-template-columns:fit-content(40%) 1fr;gap:.25rem 1rem}dl.facts dt{font-weight:600}dl.facts dd{margin:0}\n";

    /// <param name="authority">Whose words the animals are named in; null where there is none yet.</param>
    /// <param name="issued">Whether it was issued just now.</param>
    public static IResult Render(Visit visit, PermitDetails details, AuthorityTerms? authority, bool issued)
    {
        var permit = details.File.Permit;
        return visit.Page(visit.Say("permit.title", ("number", permit.Number)), null, Markup.Of(
            $"""
            {Markup.When(issued, () => Notice.Done(visit.Say("permit.issued", ("number", permit.Number))))}
            <p class="actions"><a class="button" href="{visit.At($"{CheckFunctions.Route}/{permit.Number}")}">{visit.Say("permit.check")}</a> <a class="button second" href="{visit.At($"{PermitFunctions.Route}/{permit.Number}/paper")}">{visit.Say("permit.print")}</a> <a href="{visit.At($"{PermitFunctions.Route}/{permit.Number}/paper", ("format", "pdf"))}">{visit.Say("permit.pdf")}</a></p>
            <dl class="facts">{Facts(visit, details, authority).Where(f => f.Value is { Length: > 0 }).Select(f => Markup.Of($"<dt>{visit.Say($"permit.{f.Name}")}</dt><dd>{f.Value}</dd>"))}
            <dt>{visit.Say("permit.concession")}</dt><dd>{visit.Link(permit.Concession, $"{MapFunctions.Route}/{permit.Concession}")}</dd></dl>
            """), styles: Styles);
    }

    private static ImmutableArray<(string Name, string? Value)> Facts(Visit visit, PermitDetails details, AuthorityTerms? authority)
    {
        var permit = details.File.Permit;
        var texts = visit.Texts;
        return
        [
            ("status", visit.Say("permit.status.on", ("status", texts.Format($"permits.state.{Json.Camel(permit.StateOn(details.On).ToString())}")), ("date", details.On))),
            ("hunter", NamesText.Of(permit.Hunter.Names, texts)),
            ("passport", permit.Hunter.AsInPassport),
            ("nationality", permit.Hunter.Nationality),
            ("document", details.Document),
            ("animal", authority is null ? permit.Animal.Taxon : AnimalText.Of(permit, authority, texts)),
            ("animals", texts.Value(permit.Animals)),
            ("line", permit.Line),
            ("zones", string.Join(", ", permit.Zones)),
            ("days", string.Join("; ", permit.Ranges.Select(r => texts.Value(r)))),
            ("year", permit.Year),
            ("outfitter", permit.Outfitter),
            ("weapon", permit.Weapon),
            ("tag", permit.Tag),
            ("party", string.Join(", ", permit.Party)),
            ("paper", permit.Paper?.ToString()),
            ("feePaidOn", permit.FeePaidOn is { } paid ? texts.Value(paid) : null),
            ("issuedOn", permit.IssuedOn is { } day ? texts.Value(day) : null),
            ("takes", details.File.Harvests.Count == 0 ? null : texts.Value(details.File.Harvests.Count)),
        ];
    }
}
