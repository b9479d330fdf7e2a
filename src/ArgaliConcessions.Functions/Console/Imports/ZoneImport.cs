using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Imports.Held;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Zones;

namespace ArgaliConcessions.Functions.Console.Imports;

/// <summary>A collection of zones, recorded within the request.</summary>
internal sealed class ZoneImport(ImportZones zones) : IConsoleImport
{
    public string Name => "zones";

    public string Accept => ".geojson,.json,application/geo+json,application/json";

    public bool AsksSource => false;

    public async Task<Outcome<ImportTrial>> TryAsync(Visit visit, HeldContent file, CancellationToken cancellationToken)
    {
        var (items, faults) = Read(file.Bytes);
        if (items is null) return new Outcome<ImportTrial>.Done(Unread(visit, faults));
        return (await zones.RunAsync(items, null, visit.Call.Actor(), cancellationToken)).Map(report => Trial(visit, report));
    }

    public async Task<Outcome<ImportStarted>> ImportAsync(Visit visit, HeldContent file, CancellationToken cancellationToken)
    {
        var (items, faults) = Read(file.Bytes);
        if (items is null) return new Outcome<ImportStarted>.Done(new ImportStarted(null, Unread(visit, faults)));
        var key = ChainHash.OfBytes(Encoding.UTF8.GetBytes($"{visit.Caller.Subject}\nconsole/imports/{Name}\n{file.File.Id}"));
        var outcome = await zones.RunAsync(items, new ImportRequest(key, file.File.Sha256), visit.Call.Actor(), cancellationToken);
        return outcome.Map(report => new ImportStarted(null, Trial(visit, report)));
    }

    /// <summary>The same reader as the route's, over bytes that lay here.</summary>
    private static (IReadOnlyList<ZoneImportItem>? Items, Faults Faults) Read(ReadOnlyMemory<byte> bytes)
    {
        var faults = new Faults();
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (bytes.IsEmpty) faults.AddAt("", "body-missing");
        else JsonScan.Check(bytes.Span, faults);
        if (faults.Any) return (null, faults);
        using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = JsonScan.MaxDepth + 1 });
        var body = new BodyReader(document.RootElement, "", faults);
        var items = ZoneImportWire.Read(body);
        body.Finish();
        return (faults.Any ? null : items, faults);
    }

    private static ImportTrial Unread(Visit visit, Faults faults) => new(
        false, [], faults.List.Count, [.. faults.List.Select(f => FaultOf(visit, f.Pointer, ProblemAnswer.FaultText(f, visit.Texts)))], []);

    private static ImportTrial Trial(Visit visit, ZoneImportReport report)
    {
        ImmutableArray<(string, string?)> facts =
        [
            ("features", visit.Texts.Value(report.Lines.Length)), ("hectares", visit.Texts.Value(report.Lines.Sum(l => l.AreaHectares ?? 0))),
            .. report.Lines.GroupBy(l => l.Action).OrderBy(g => g.Key).Select(g => (Json.Camel(g.Key.ToString()), (string?)visit.Texts.Value(g.Count()))),
        ];
        ImmutableArray<ImportFault> faults = [.. report.Lines.SelectMany(l => l.Reasons).Select(r => FaultOf(visit, r.Pointer, ReasonText.Of(r, visit.Texts)))];
        return new ImportTrial(report.Good, ListImport.Labelled(visit, facts), faults.Length, faults, [.. report.Lines.SelectMany(l => LinesOf(visit, l))]);
    }

    private static IEnumerable<string> LinesOf(Visit visit, ZoneImportLine line)
    {
        var what = visit.Say($"imports.fact.{Json.Camel(line.Action.ToString())}");
        yield return visit.Say("imports.zone", ("zone", $"{line.Concession}/{line.Zone}"), ("action", what), ("version", line.Version), ("hectares", line.AreaHectares));
        foreach (var overlap in line.Overlaps) yield return visit.Say("imports.overlap", ("zone", $"{line.Concession}/{line.Zone}"), ("other", $"{overlap.Concession}/{overlap.Zone}"), ("hectares", overlap.Hectares));
    }

    /// <summary>The feature by its number in the file, from 1, and the rest of the place.</summary>
    private static ImportFault FaultOf(Visit visit, string? pointer, string text) => pointer?.Split('/', 4) switch
    {
        ["", "features", var index, .. var rest] when int.TryParse(index, out var feature) => new ImportFault(visit.Texts.Value(feature + 1), rest is [var place] ? place : "", "", text),
        _ => new ImportFault("", pointer?.TrimStart('/') ?? "", "", text),
    };
}
