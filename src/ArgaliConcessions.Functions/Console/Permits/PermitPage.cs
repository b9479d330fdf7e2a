using System.Collections.Immutable;
using ArgaliConcessions.Application.Permits;
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
    private const string Styles = "dl.facts{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.25rem 1rem}dl.facts dt{font-weight:600}dl.facts dd{margin:0}\n";

    public static IResult Render(Visit visit, PermitDetails details, bool issued)
    {
        var permit = details.File.Permit;
        return visit.Page(visit.Say("permit.title", ("number", permit.Number)), null, Markup.Of(
            $"""
            {Markup.When(issued, () => Notice.Done(visit.Say("permit.issued", ("number", permit.Number))))}
            <p class="actions"><a class="button" href="{visit.At($"{CheckFunctions.Route}/{permit.Number}")}">{visit.Say("permit.check")}</a> {visit.Link(visit.Say("permit.print"), $"{PermitFunctions.Route}/{permit.Number}/paper", ("format", "html"))} {visit.Link(visit.Say("permit.pdf"), $"{PermitFunctions.Route}/{permit.Number}/paper", ("format", "pdf"))}</p>
            <dl class="facts">{Facts(visit, details).Where(f => f.Value is { Length: > 0 }).Select(f => Markup.Of($"<dt>{visit.Say($"permit.{f.Name}")}</dt><dd>{f.Value}</dd>"))}
            <dt>{visit.Say("permit.concession")}</dt><dd>{visit.Link(permit.Concession, $"{MapFunctions.Route}/{permit.Concession}")}</dd></dl>
            """), styles: Styles);
    }

    private static ImmutableArray<(string Name, string? Value)> Facts(Visit visit, PermitDetails details)
    {
        var permit = details.File.Permit;
        var texts = visit.Texts;
        return
        [
            ("status", visit.Say("permit.status.on", ("status", visit.Say($"permit.state.{Json.Camel(permit.StateOn(details.On).ToString())}")), ("date", details.On))),
            ("hunter", NamesText.Of(permit.Hunter.Names, texts)),
            ("passport", permit.Hunter.AsInPassport),
            ("nationality", permit.Hunter.Nationality),
            ("document", details.Document),
            ("animal", $"{permit.Animal.Taxon}, {texts.Value(permit.Animal.Sex)}"),
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
