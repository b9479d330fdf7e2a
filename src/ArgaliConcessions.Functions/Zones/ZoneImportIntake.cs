using System.Collections.Immutable;
using System.Text;
using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Application.Zones.Files;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>A file of zones, read whole and without a fault of form.</summary>
/// <param name="Request">By what its answer is kept; null for a dry run.</param>
internal sealed record ZoneImportAsked(IReadOnlyList<ZoneImportItem> Items, ZoneFileFacts File, ImportRequest? Request);

/// <summary>Takes in files of zones: GeoJSON, shapefiles, KML. All come out as the same items.</summary>
public sealed class ZoneImportIntake(ReadZoneFile read, GroundFrames frames)
{
    /// <summary>The route, as the scope of its idempotency keys.</summary>
    internal const string Route = "imports/zones";

    /// <summary>Reads the body and, if nothing is wrong with it, works on it; else the problem.</summary>
    internal Task<IResult> ReadAsync(Call call, Func<ZoneImportAsked, Task<IResult>> work) => call.Body.MediaType switch
    {
        "application/zip" => FileAsync(call, ZoneFileFormat.Shapefile, work),
        "application/vnd.google-earth.kml+xml" => FileAsync(call, ZoneFileFormat.Kml, work),
        _ => call.ReadAsync(body => GeoJson(call, body), work),
    };

    /// <summary>Reads a file that lies here already; its format is told by its first bytes.</summary>
    /// <param name="query">What its sender said of it, as the route's parameters; what is wrong with that, or with GeoJSON, becomes a fault.</param>
    /// <param name="request">By what the answer is kept; null for a trial.</param>
    /// <returns>The zones; null where there are faults.</returns>
    internal Outcome<ZoneImportAsked?> Read(ReadOnlyMemory<byte> bytes, string sha256, QueryReader query, Faults faults, ImportRequest? request)
    {
        var format = FormatOf(bytes.Span);
        var question = ZoneFileQuestion.Read(query, takesEncoding: format == ZoneFileFormat.Shapefile);
        query.Finish();
        if (faults.Any) return Done(null);
        if (format is null) return Done(GeoJson(bytes, sha256, question, query, faults, request));
        var outcome = read.Run(bytes, format.Value, question.System, question.Encoding);
        if (outcome is not Outcome<ZoneFile>.Done { Value: var file }) return outcome.Refused<ZoneFile, ZoneImportAsked?>();
        var asked = Of(question, file, sha256, Json.Camel(format.Value.ToString()), faults, request);
        return Done(faults.Any ? null : asked);
    }

    private static Outcome<ZoneImportAsked?> Done(ZoneImportAsked? asked) => new Outcome<ZoneImportAsked?>.Done(asked);

    /// <summary>Null for GeoJSON.</summary>
    private static ZoneFileFormat? FormatOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK"u8)) return ZoneFileFormat.Shapefile;
        var text = (bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes).TrimStart(" \t\r\n"u8);
        return text.StartsWith("<"u8) ? ZoneFileFormat.Kml : null;
    }

    private Task<IResult> FileAsync(Call call, ZoneFileFormat format, Func<ZoneImportAsked, Task<IResult>> work) =>
        call.AskAsync(query => ZoneFileQuestion.Read(query, takesEncoding: format == ZoneFileFormat.Shapefile), async question =>
        {
            var outcome = read.Run(call.Body.Bytes, format, question.System, question.Encoding);
            if (outcome is not Outcome<ZoneFile>.Done { Value: var file }) return Answers.From(call, outcome, f => f);
            var faults = new Faults();
            var asked = Of(question, file, call.Body.Sha256, Json.Camel(format.ToString()), faults, RequestOf(call, question));
            return faults.Any ? Answers.Problem(Problem.Invalid(faults.List)) : await work(asked);
        });

    private ZoneImportAsked Of(ZoneFileQuestion question, ZoneFile file, string sha256, string format, Faults faults, ImportRequest? request)
    {
        var items = new ZoneFileItems(question.Map, question.MakeIds, frames, faults);
        var (used, source) = (question.Map.ColumnsOf(file.Columns), frames.SourceOf(sha256, format, file.System));
        IReadOnlyList<ZoneImportItem> read = items.CanRead(used, file.Columns)
            ? [.. file.Features.Select((f, i) => items.Read(i, used, f.Attributes, new RawBoundary(f.Polygons, Pointers(i, f.Polygons.Count)) { System = file.System }, source))]
            : [];
        return new ZoneImportAsked(read, Facts(source, file.Encoding, file.Dropped, file.Deleted, used, file.Columns, items), request);
    }

    private ZoneImportAsked? GeoJson(ReadOnlyMemory<byte> bytes, string sha256, ZoneFileQuestion question, QueryReader query, Faults faults, ImportRequest? request)
    {
        if (JsonScan.Open(bytes, faults) is not { } document) return null;
        using var opened = document;
        var body = new BodyReader(document.RootElement, "", faults);
        var asked = GeoJson(question, sha256, body, query, faults, request);
        body.Finish();
        return faults.Any ? null : asked;
    }

    private ZoneImportAsked GeoJson(Call call, BodyReader body)
    {
        var question = ZoneFileQuestion.Read(call.Query, takesEncoding: false);
        return GeoJson(question, call.Body.Sha256, body, call.Query, call.Faults, RequestOf(call, question));
    }

    private ZoneImportAsked GeoJson(ZoneFileQuestion question, string sha256, BodyReader body, QueryReader query, Faults faults, ImportRequest? request)
    {
        ReferenceSystem? stated = null;
        var (conflicting, index) = (false, 0);
        var (columns, items) = (new List<string>(), new ZoneFileItems(question.Map, question.MakeIds, frames, faults));
        var read = GeoJsonReader.Features(body, ImportZones.MaxFeatures, (boundary, properties) =>
        {
            stated ??= boundary.System;
            conflicting |= boundary.System is { } system && question.System is { } told && system != told;
            var placed = boundary with { System = boundary.System ?? question.System };
            return Feature(index++, placed, properties, items, columns, question, frames.SourceOf(sha256, "geojson", placed.System ?? KnownSystems.Wgs84));
        });
        if (conflicting) query.Fault("crs", "crs-conflict", ("stated", stated!.Code), ("asked", question.System!.Code));
        var used = question.Map.IsEmpty ? question.Map.Columns : question.Map.ColumnsOf(columns);
        if (!question.Map.IsEmpty && read.Count > 0) items.CanRead(used, columns);
        return new ZoneImportAsked(
            read, Facts(frames.SourceOf(sha256, "geojson", stated ?? question.System ?? KnownSystems.Wgs84), null, [], 0, used, columns, items), request);
    }

    /// <summary>Its properties are ours, unless the caller says which of them are: then they are attributes like those of any file.</summary>
    private ZoneImportItem Feature(
        int index, RawBoundary boundary, BodyReader properties, ZoneFileItems items, List<string> columns, ZoneFileQuestion question, ZoneSource source)
    {
        if (question.Map.IsEmpty) return new ZoneImportItem(index, properties.Id("concession"), properties.Id("zone"), ZoneWire.Read(boundary, properties, frames) with { Source = source });
        var cells = properties.Cells();
        properties.IgnoreRest();
        columns.AddRange(cells.Keys.Except(columns, StringComparer.OrdinalIgnoreCase));
        return items.Read(index, question.Map.ColumnsOf(cells.Keys), cells, boundary, source);
    }

    private static ZoneFileFacts Facts(
        ZoneSource source, FoundEncoding? encoding, ImmutableArray<string> dropped, int deleted, IReadOnlyDictionary<string, string> used, IReadOnlyList<string> columns, ZoneFileItems items) => new(
        source, encoding, dropped, deleted, [.. used.OrderBy(u => u.Key, StringComparer.Ordinal).Select(u => new ColumnUse(u.Key, u.Value))],
        [.. columns.Where(c => !used.Values.Contains(c, StringComparer.OrdinalIgnoreCase))], items.MadeIds);

    private static string[] Pointers(int feature, int polygons) =>
        [.. Enumerable.Range(0, polygons).Select(i => FormattableString.Invariant($"/features/{feature}/geometry/coordinates/{i}"))];

    /// <summary>The key's scope is caller and route; the same body means the same bytes, read in the same way.</summary>
    private static ImportRequest? RequestOf(Call call, ZoneFileQuestion question)
    {
        if (question.DryRun) return null;
        var key = ChainHash.OfBytes(Encoding.UTF8.GetBytes($"{call.Caller.Subject}\n{Route}\n{call.IdempotencyKey}"));
        return new ImportRequest(key, question.Text.Length == 0 ? call.Body.Sha256 : ChainHash.OfBytes(Encoding.UTF8.GetBytes($"{call.Body.Sha256}\n{question.Text}")));
    }
}
