using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Imports;

/// <summary>Says between two commits that the work is alive, and asks whether to go on; false when the firing's time is up.</summary>
public delegate Task<bool> Pulse();

/// <summary>What both kinds of import do the same way: read the input, go on from the checkpoint, add up.</summary>
public static class ImportJobs
{
    public const string Permits = "import-permits";
    public const string Harvests = "import-harvests";

    /// <summary>The job's list, its bytes as they came.</summary>
    public static async Task<ReadOnlyMemory<byte>> InputAsync(JobInput input, string jobId, CancellationToken cancellationToken)
    {
        await using var stream = await input.ReadAsync(jobId, cancellationToken)
            ?? throw new RecordStoreException($"The input of the job '{jobId}' is missing.");
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    public static ListSource SourceOf(JobContext context) => new(RecordJson.Read<ImportArguments>(System.Text.Encoding.UTF8.GetBytes(context.Job.Arguments!)).Source);

    public static Actor ActorOf(JobContext context) => new(context.Job.CreatedBy, "authority", context.Job.Id);

    /// <summary>
    /// Works ledger by ledger, a checkpoint after each. The ledgers come in the order of their keys, so that a checkpoint
    /// means the same to whoever goes on, even when there are more of them by then.
    /// </summary>
    public static async Task<JobEnd> RunAsync<T>(
        JobContext context, IReadOnlyList<T> ledgers, Func<T, string> key, Func<T, Pulse, Task<LedgerEnd>> apply, CancellationToken cancellationToken)
    {
        var at = context.Job.Checkpoint is { } text ? RecordJson.Read<ImportCheckpoint>(System.Text.Encoding.UTF8.GetBytes(text)) : ImportCheckpoint.Start;
        var done = ledgers.Count(l => string.CompareOrdinal(key(l), at.After) <= 0);
        foreach (var ledger in ledgers.Skip(done))
        {
            var end = await apply(ledger, StandAsync);
            if (!end.Faults.IsEmpty) return Refused(end.Faults);
            if (end.Counts is null) return new JobEnd.Yielded();
            at = new ImportCheckpoint(key(ledger), at.Counts.Plus(end.Counts));
            done++;
            if (!await StandAsync() && done < ledgers.Count) return new JobEnd.Yielded();
        }

        return new JobEnd.Done(Text(at.Counts));

        Task<bool> StandAsync() => context.CheckpointAsync(Text(at), new JobProgress(done, ledgers.Count, "importing-ledgers"), cancellationToken);
    }

    /// <summary>The list was sound when it was taken in, and is not any more.</summary>
    public static JobEnd Refused(IEnumerable<ListFault> faults) =>
        new JobEnd.Failed(new JobError("import-faults", Text(faults.Take(ImportPreview.MaxFaults).ToList())));

    private static string Text<T>(T value) => System.Text.Encoding.UTF8.GetString(RecordJson.Write(value));

    /// <param name="Counts">Null when the time was up before the ledger was done: it is taken up again where it stands.</param>
    public sealed record LedgerEnd(ImportCounts? Counts, ImmutableArray<ListFault> Faults)
    {
        public static readonly LedgerEnd TimeIsUp = new(null, []);

        public static LedgerEnd Done(ImportCounts counts) => new(counts, []);
    }

    /// <param name="After">Key of the last ledger done; empty before the first.</param>
    private sealed record ImportCheckpoint(string After, ImportCounts Counts)
    {
        public static readonly ImportCheckpoint Start = new("", ImportCounts.None);
    }
}
