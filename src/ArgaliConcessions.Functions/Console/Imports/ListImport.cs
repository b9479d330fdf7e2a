using System.Collections.Immutable;
using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Held;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Functions.Imports;

namespace ArgaliConcessions.Functions.Console.Imports;

/// <summary>A list that a job brings in.</summary>
/// <param name="run">The use case of the route of the same name.</param>
internal sealed class ListImport(string name, string accept, Func<ImportRequest, CancellationToken, Task<Outcome<ImportAnswer>>> run) : IConsoleImport
{
    public string Name => name;

    public string Accept => accept;

    public bool AsksSource => true;

    public async Task<Outcome<ImportTrial>> TryAsync(Visit visit, HeldContent file, CancellationToken cancellationToken) =>
        (await run(Request(visit, file, dryRun: true), cancellationToken)).Map(answer => Trial(visit, answer.Preview));

    public async Task<Outcome<ImportStarted>> ImportAsync(Visit visit, HeldContent file, CancellationToken cancellationToken) =>
        (await run(Request(visit, file, dryRun: false), cancellationToken)).Map(answer => new ImportStarted(answer.JobId, answer.JobId is null ? Trial(visit, answer.Preview) : null));

    /// <summary>The held file is the key: however often its import is asked for, it becomes one job.</summary>
    private ImportRequest Request(Visit visit, HeldContent held, bool dryRun)
    {
        var subject = visit.Caller.Subject;
        var key = new JobKey($"{subject}|console/imports/{name}|{held.File.Source}", held.File.Id, held.File.Sha256);
        return new ImportRequest(held.Bytes, new ListSource(held.File.Source!), dryRun, subject, key);
    }

    private static ImportTrial Trial(Visit visit, ImportPreview preview)
    {
        var texts = visit.Texts;
        ImmutableArray<(string, string?)> facts =
        [
            ("format", $"{preview.Format}, {preview.Encoding}"), ("rows", texts.Value(preview.Rows)),
            ("repeated", preview.RepeatedLines.IsEmpty ? null : texts.Value(preview.RepeatedLines)),
            ("ignored", preview.IgnoredColumns.IsEmpty ? null : string.Join(", ", preview.IgnoredColumns)),
            .. CountsOf(visit, preview.Counts),
        ];
        return new ImportTrial(
            preview.FaultCount == 0, Labelled(visit, facts), preview.FaultCount, [.. preview.Faults.Select(f => FaultOf(visit, ListFaultView.Of(f, texts)))], Gone(visit, preview.Counts));
    }

    /// <summary>What the register gets.</summary>
    public static IEnumerable<(string Name, string? Value)> CountsOf(Visit visit, ImportCounts? counts) => counts is null ? [] :
    [
        ("added", visit.Texts.Value(counts.Added)), ("changed", visit.Texts.Value(counts.Changed)), ("unchanged", visit.Texts.Value(counts.Unchanged)),
        ("vanished", visit.Texts.Value(counts.VanishedCount)),
    ];

    public static ImmutableArray<(string Label, string Value)> Labelled(Visit visit, IEnumerable<(string Name, string? Value)> facts) =>
        [.. facts.Where(f => f.Value is not null).Select(f => (visit.Say($"imports.fact.{f.Name}"), f.Value!))];

    public static ImportFault FaultOf(Visit visit, ListFaultView fault) => new(
        fault.Line == 0 ? "" : visit.Texts.Value(fault.Line), fault.Column ?? "", fault.Value ?? "", fault.Detail);

    /// <summary>Records of earlier lists that this one no longer holds.</summary>
    public static ImmutableArray<string> Gone(Visit visit, ImportCounts? counts) =>
        [.. (counts?.Vanished ?? []).Select(v => visit.Say(v.Harvest is null ? "imports.gone" : "imports.gone.take", ("permit", v.Permit), ("paper", v.Paper), ("harvest", v.Harvest)))];
}
