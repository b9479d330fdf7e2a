using System.Collections.Immutable;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Functions.Http.Bodies;
using NodaTime;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>Reads a request for a permit, or for its amendment.</summary>
internal static class IssueWire
{
    private const int MostZones = 50;
    private const int MostRanges = 12;
    private const int MostOfParty = 20;
    private const int MostAnimals = 10;

    /// <summary>Characters of a tag.</summary>
    public const int LongestTag = 60;

    public static IssueRequest Read(BodyReader body) => new(
        body.Id("concession"), body.Id("year"), body.Id("line"), body.Object("hunter", Hunter), body.TextOrNull("outfitter", 200),
        [.. body.Ids("zones", MostZones, minCount: 1)], Ranges(body), body.Date("feePaidOn"), body.TextOrNull("weapon", 200),
        body.MarkOrNull("tag", LongestTag), [.. body.Texts("party", MostOfParty, 200)], body.IntOrNull("animals", 1, MostAnimals) ?? 1, body.PaperOrNull("paper"),
        body.IdOrNull("reservation"));

    /// <summary>An amendment; members that are not there stay as they are.</summary>
    public static Amendment ReadAmendment(BodyReader body) => new(
        body.Text("reason", PermitCalls.LongestReason), body.Has("zones") ? [.. body.Ids("zones", MostZones, minCount: 1)] : null,
        body.Has("ranges") ? Ranges(body) : null, body.TextOrNull("weapon", 200),
        body.Has("party") ? [.. body.Texts("party", MostOfParty, 200)] : null, body.TextOrNull("outfitter", 200));

    private static HunterDetails Hunter(BodyReader hunter) =>
        new(hunter.Names("names"), hunter.TextOrNull("asInPassport", 100), Country(hunter), hunter.TextOrNull("documentNumber", 40));

    /// <summary>ISO 3166-1 alpha-2 or alpha-3.</summary>
    private static string? Country(BodyReader hunter)
    {
        var country = hunter.TextOrNull("nationality", 20);
        if (country is null || (country.Length is 2 or 3 && country.All(char.IsAsciiLetterUpper))) return country;
        hunter.Fault("nationality", "bad-country");
        return null;
    }

    private static ImmutableArray<DateInterval> Ranges(BodyReader body)
    {
        var ranges = body.List("ranges", MostRanges, Range, minCount: 1).OrderBy(r => r.Start).ToImmutableArray();
        if (ranges.Zip(ranges.Skip(1)).Any(pair => pair.Second.Start <= pair.First.End)) body.Fault("ranges", "ranges-overlap");
        return ranges;
    }

    private static DateInterval Range(BodyReader range)
    {
        var (from, to) = (range.Date("from"), range.Date("to"));
        if (from <= to) return new DateInterval(from, to);
        range.Fault("to", "range-ends-before-it-begins");
        return new DateInterval(from, from);
    }
}
