using System.Collections.Immutable;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.Map;

/// <summary>All concessions, drawn and listed.</summary>
internal static class MapPage
{
    public static IResult Render(Visit visit, IReadOnlyList<ConcessionGround> grounds) => visit.Page(visit.Say("map.title"), MapFunctions.Route, Markup.Of(
        $"""
        {GroundMap.Render(visit, grounds)}
        {Overlaps(visit, grounds, ground => ground.Overlaps)}
        <h2 id="concessions">{visit.Say("map.list")}</h2>
        {Tables.Scroll("concessions", Markup.Of(
            $"""
            <table><thead><tr><th scope="col">{visit.Say("map.code")}</th><th scope="col">{visit.Say("map.name")}</th><th scope="col">{visit.Say("map.holder")}</th><th scope="col">{visit.Say("map.status")}</th><th scope="col" class="n">{visit.Say("map.hectares")}</th><th scope="col" class="n">{visit.Say("map.zones")}</th><th scope="col" class="n">{visit.Say("map.overlaps")}</th></tr></thead>
            <tbody>{grounds.Select(g => Row(visit, g))}</tbody></table>
            """))}
        """));

    /// <summary>What two concessions claim, in words.</summary>
    /// <param name="of">Which of a ground's overlaps: where both concessions are told of, each overlap once.</param>
    public static Markup Overlaps(Visit visit, IReadOnlyList<ConcessionGround> grounds, Func<ConcessionGround, ImmutableArray<SharedZone>> of) => Markup.When(grounds.Any(g => of(g).Length > 0), () => Markup.Of(
        $"""
        <h2>{visit.Say("map.overlaps.title")}</h2>
        <ul>{grounds.SelectMany(g => of(g).Select(o => Markup.Of($"<li>{visit.Say("map.overlap", ("zone", $"{g.Id}/{o.Zone}"), ("other", o.Other), ("hectares", o.Evidence.Values["hectares"]), ("severity", o.Severity))}</li>")))}</ul>
        """));

    private static Markup Row(Visit visit, ConcessionGround ground) => Markup.Of(
        $"""
        <tr><th scope="row">{visit.Link(ground.Terms.Code, $"{MapFunctions.Route}/{ground.Id}")}</th><td>{NamesText.Of(ground.Terms.Names, visit.Texts)}</td><td>{(ground.Holder is { } holder ? NamesText.Of(holder.Names, visit.Texts) : "–")}</td><td>{visit.Texts.Value(ground.Status)}</td><td class="n">{visit.Texts.Value(Math.Round(ground.Hectares))}</td><td class="n">{visit.Texts.Value(ground.Zones.Count(z => z.InForce))}</td><td class="n">{visit.Texts.Value(ground.Shared.Length)}</td></tr>

        """);
}
