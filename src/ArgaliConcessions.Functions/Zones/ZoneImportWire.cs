using System.Text;
using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>Reads a collection of zones to import.</summary>
internal static class ZoneImportWire
{
    public static IReadOnlyList<ZoneImportItem> Read(BodyReader body)
    {
        var features = GeoJsonReader.Features(body, ImportZones.MaxFeatures, (boundary, properties) =>
            (Concession: properties.Id("concession"), Zone: properties.Id("zone"), Draft: ZoneWire.Read(boundary, properties)));
        return [.. features.Select((feature, index) => new ZoneImportItem(index, feature.Concession, feature.Zone, feature.Draft))];
    }

    /// <summary>The key's scope is caller and route; the same body means the same bytes.</summary>
    public static ImportRequest RequestOf(Call call, string route) =>
        new(ChainHash.OfBytes(Encoding.UTF8.GetBytes($"{call.Caller.Subject}\n{route}\n{call.IdempotencyKey}")), call.Body.Sha256);
}

/// <summary>What an import of zones did, or would do.</summary>
/// <param name="Good">Whether nothing speaks against it: a dry run that is good can be imported.</param>
public sealed record ZoneImportAnswer(bool DryRun, bool Good, int Features, int Refused, decimal Hectares, IReadOnlyList<ZoneImportLineAnswer> Lines)
{
    internal static ZoneImportAnswer Of(ZoneImportReport report, Texts texts) => new(
        report.DryRun, report.Good, report.Lines.Length, report.Lines.Count(l => !l.Reasons.IsEmpty), report.Lines.Sum(l => l.AreaHectares ?? 0),
        [.. report.Lines.Select(line => ZoneImportLineAnswer.Of(line, texts))]);
}

/// <summary>What becomes of one feature.</summary>
public sealed record ZoneImportLineAnswer(
    int Feature, string Concession, string Zone, ZoneImportAction Action, int? Version, decimal? AreaHectares,
    IReadOnlyList<ZoneImportOverlap> Overlaps, IReadOnlyList<ZoneImportError> Errors)
{
    internal static ZoneImportLineAnswer Of(ZoneImportLine line, Texts texts) => new(
        line.Feature, line.Concession, line.Zone, line.Action, line.Version, line.AreaHectares, line.Overlaps,
        [.. line.Reasons.Select(reason => new ZoneImportError(reason.Pointer, reason.Code, ReasonText.Of(reason, texts), reason.Evidence))]);
}

/// <summary>One thing wrong with a feature.</summary>
public sealed record ZoneImportError(string? Pointer, string Code, string Detail, Evidence Evidence);
