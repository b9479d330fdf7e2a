using System.Collections.Immutable;
using System.Text;
using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Imports.Held;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Application.Zones.Files;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Zones;

namespace ArgaliConcessions.Functions.Console.Imports;

/// <summary>Zones as GeoJSON, a zipped shapefile or KML, recorded within the request.</summary>
internal sealed class ZoneImport(ImportZones zones, ZoneImportIntake intake) : IConsoleImport
{
    public string Name => "zones";

    public string Accept => ".zip,.kml,.geojson,.json,application/zip,application/vnd.google-earth.kml+xml,application/geo+json,application/json";

    public bool IsList => false;

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        new("map"), new("set"), new("crs") { Choices = [.. KnownSystems.All.Select(s => s.Code)] },
        new("encoding") { Choices = [.. Enum.GetValues<AttributeEncoding>().Select(e => Json.Camel(e.ToString()))] }, new("ids") { Ticked = Json.Camel(nameof(ZoneIdMode.FromNames)) },
    ];

    public Task CheckAsync(QueryReader said, CancellationToken cancellationToken)
    {
        ZoneFileQuestion.Read(said, takesEncoding: true);
        return Task.CompletedTask;
    }

    public async Task<Outcome<ImportTrial>> TryAsync(Visit visit, HeldContent file, CancellationToken cancellationToken) =>
        await RunAsync(visit, file, null, cancellationToken);

    public async Task<Outcome<ImportStarted>> ImportAsync(Visit visit, HeldContent file, CancellationToken cancellationToken)
    {
        var key = ChainHash.OfBytes(Encoding.UTF8.GetBytes($"{visit.Caller.Subject}\nconsole/imports/{Name}\n{file.File.Id}"));
        return (await RunAsync(visit, file, new ImportRequest(key, file.File.Sha256), cancellationToken)).Map(done => new ImportStarted(null, done));
    }

    /// <summary>What cannot be read is told as what is wrong with the file, not as a page of its own.</summary>
    private async Task<Outcome<ImportTrial>> RunAsync(Visit visit, HeldContent file, ImportRequest? request, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var outcome = intake.Read(file.Bytes, file.File.Sha256, SaidOfFile.Reader(file.File.Said, faults), faults, request);
        if (outcome is Outcome<ZoneImportAsked?>.Refused { Refusal.Reasons: { Length: > 0 } reasons })
        {
            return new Outcome<ImportTrial>.Done(new ImportTrial(false, [], reasons.Length, [.. reasons.Select(r => FaultOf(visit, r.Pointer, ReasonText.Of(r, visit.Texts)))], []));
        }

        if (outcome is not Outcome<ZoneImportAsked?>.Done { Value: var asked }) return outcome.Refused<ZoneImportAsked?, ImportTrial>();
        if (asked is null) return new Outcome<ImportTrial>.Done(Unread(visit, faults));
        return (await zones.RunAsync(asked.Items, asked.File, asked.Request, visit.Call.Actor(), cancellationToken)).Map(report => Trial(visit, report));
    }

    private static ImportTrial Unread(Visit visit, Faults faults) => new(
        false, [], faults.List.Count, [.. faults.List.Select(f => FaultOf(visit, f.Pointer ?? f.Parameter, ProblemAnswer.FaultText(f, visit.Texts)))], []);

    private static ImportTrial Trial(Visit visit, ZoneImportReport report)
    {
        var told = report.File is { } file ? ZoneFileAnswer.Of(file, visit.Texts) : null;
        ImmutableArray<(string, string?)> facts =
        [
            ("format", told is null ? null : string.Join(", ", new[] { told.Source.Format, told.ReferenceSystem }.OfType<string>())),
            ("columns", told is null or { Columns.Count: 0 } ? null : string.Join(", ", told.Columns.Select(c => $"{c.Column} → {c.Property}"))),
            ("ignored", told is null or { IgnoredColumns.Count: 0 } ? null : string.Join(", ", told.IgnoredColumns)),
            ("features", visit.Texts.Value(report.Lines.Length)), ("hectares", visit.Texts.Value(report.Lines.Sum(l => l.AreaHectares ?? 0))),
            .. report.Lines.GroupBy(l => l.Action).OrderBy(g => g.Key).Select(g => (Json.Camel(g.Key.ToString()), (string?)visit.Texts.Value(g.Count()))),
        ];
        ImmutableArray<ImportFault> faults = [.. report.Lines.SelectMany(l => l.Reasons).Select(r => FaultOf(visit, r.Pointer, ReasonText.Of(r, visit.Texts)))];
        return new ImportTrial(report.Good, ListImport.Labelled(visit, facts), faults.Length, faults, [.. told?.Notes ?? [], .. report.Lines.SelectMany(l => LinesOf(visit, l))]);
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
