using System.Collections.Immutable;
using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Held;
using ArgaliConcessions.Application.Imports.Mappings;
using ArgaliConcessions.Application.Imports.Registry;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Imports;

namespace ArgaliConcessions.Functions.Console.Imports;

/// <summary>A list, as CSV, JSON or an Excel workbook: brought in by a job, or recorded within the request.</summary>
/// <param name="run">The use case of the route of the same name.</param>
/// <param name="mayUpdate">Whether it may be told to change what is recorded otherwise.</param>
internal sealed class ListImport(
    string name, Func<ImportRequest, CancellationToken, Task<Outcome<ImportAnswer>>> run, MappingRegister mappings, bool mayUpdate = false) : IConsoleImport
{
    private static readonly ImportField[] Common = [new("source") { Required = true }, new("mapping"), new("sheet")];

    public string Name => name;

    public string Accept => ".csv,.json,.xlsx,text/csv,application/json";

    public bool IsList => true;

    public IReadOnlyList<ImportField> Fields { get; } = mayUpdate ? [.. Common, new("update") { Ticked = "true" }] : Common;

    public async Task CheckAsync(QueryReader said, CancellationToken cancellationToken)
    {
        var asked = ImportQuestion.Said(said, mayUpdate);
        if (asked.Mapping is not { } id) return;
        var mapping = (await mappings.FindAsync(id, cancellationToken))?.Value;
        if (mapping?.List == name) return;
        var fault = ImportCalls.Unmapped(id, mapping, name);
        said.Fault(fault.Parameter!, fault.Code, [.. fault.Args.Select(arg => (arg.Key, arg.Value))]);
    }

    public async Task<Outcome<ImportTrial>> TryAsync(Visit visit, HeldContent file, CancellationToken cancellationToken) =>
        (await AnswerAsync(visit, file, dryRun: true, cancellationToken)).Answer.Map(answer => Trial(visit, answer));

    public async Task<Outcome<ImportStarted>> ImportAsync(Visit visit, HeldContent file, CancellationToken cancellationToken) =>
        (await AnswerAsync(visit, file, dryRun: false, cancellationToken)).Answer.Map(answer => new ImportStarted(answer.JobId, answer.JobId is null ? Trial(visit, answer) : null));

    /// <summary>What the list would do, for a workbook of results.</summary>
    public Task<(Outcome<ImportAnswer> Answer, ListFile File, ImportQuestion Asked)> TriedAsync(Visit visit, HeldContent file, CancellationToken cancellationToken) =>
        AnswerAsync(visit, file, dryRun: true, cancellationToken);

    /// <summary>The held file is the key: however often its import is asked for, it is brought in once.</summary>
    private async Task<(Outcome<ImportAnswer> Answer, ListFile File, ImportQuestion Asked)> AnswerAsync(Visit visit, HeldContent held, bool dryRun, CancellationToken cancellationToken)
    {
        var asked = ImportQuestion.Said(SaidOfFile.Reader(held.File.Said, new Faults()), mayUpdate) with { DryRun = dryRun };
        var mapping = asked.Mapping is { } id ? (await mappings.FindAsync(id, cancellationToken))?.Value.Mapping : null;
        var file = new ListFile(held.Bytes, asked.Sheet, mapping);
        var subject = visit.Caller.Subject;
        var key = new JobKey($"{subject}|console/imports/{name}|{held.File.Said}", held.File.Id, held.File.Sha256);
        var request = new ImportRequest(file, new ListSource(asked.Source), dryRun, subject, key) { Update = asked.Update, Actor = visit.Call.Actor() };
        return (await run(request, cancellationToken), file, asked);
    }

    private static ImportTrial Trial(Visit visit, ImportAnswer answer)
    {
        var (texts, preview) = (visit.Texts, answer.Preview);
        ImmutableArray<(string, string?)> facts =
        [
            ("format", string.Join(", ", new[] { preview.Format, preview.Encoding }.Where(part => !string.IsNullOrEmpty(part)))), ("sheet", preview.Sheet), ("rows", texts.Value(preview.Rows)),
            ("repeated", preview.RepeatedLines.IsEmpty ? null : texts.Value(preview.RepeatedLines)),
            ("ignored", preview.IgnoredColumns.IsEmpty ? null : string.Join(", ", preview.IgnoredColumns)),
            .. CountsOf(visit, preview.Counts),
        ];
        return new ImportTrial(
            preview.FaultCount == 0, Labelled(visit, facts), preview.FaultCount, [.. preview.Faults.Select(f => FaultOf(visit, ListFaultView.Of(f, texts)))],
            [.. (answer.Lines ?? []).Select(l => LineOf(visit, l)), .. Gone(visit, preview.Counts)]);
    }

    /// <summary>What the register gets.</summary>
    public static IEnumerable<(string Name, string? Value)> CountsOf(Visit visit, ImportCounts? counts) => counts is null ? [] :
    [
        ("added", visit.Texts.Value(counts.Added)), ("changed", visit.Texts.Value(counts.Changed)), ("unchanged", visit.Texts.Value(counts.Unchanged)),
        ("vanished", visit.Texts.Value(counts.VanishedCount)),
    ];

    public static ImmutableArray<(string Label, string Value)> Labelled(Visit visit, IEnumerable<(string Name, string? Value)> facts) =>
        [.. facts.Where(f => f.Value is not null).Select(f => (visit.Say($"imports.fact.{f.Name}"), f.Value!))];

    /// <summary>The place as the file has it: sheet and row, the column's letter and what stands above it.</summary>
    public static ImportFault FaultOf(Visit visit, ListFaultView fault) => new(
        Joined(fault.Sheet, fault.Line == 0 ? null : visit.Texts.Value(fault.Line)), Joined(fault.Letter, fault.Header ?? fault.Column), fault.Value ?? "", fault.Detail);

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));

    private static string LineOf(Visit visit, ListLine line)
    {
        var changes = string.Join("; ", line.Changes.Select(c => $"{c.Column}: {c.From ?? "–"} → {c.To ?? "–"}"));
        return visit.Say(changes.Length == 0 ? "imports.thing" : "imports.thing.changes", ("row", line.Line), ("thing", line.Address), ("action", line.Action), ("changes", changes));
    }

    /// <summary>Records of earlier lists that this one no longer holds.</summary>
    public static ImmutableArray<string> Gone(Visit visit, ImportCounts? counts) =>
        [.. (counts?.Vanished ?? []).Select(v => visit.Say(v.Harvest is null ? "imports.gone" : "imports.gone.take", ("permit", v.Permit), ("paper", v.Paper), ("harvest", v.Harvest)))];
}
