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

    private const string Prefix = "import-";
    private const string FaultsCode = "import-faults";

    /// <summary>The kind of list that a job brings in; null for other work.</summary>
    public static string? ListOf(JobRecord job) => job.Kind.StartsWith(Prefix, StringComparison.Ordinal) ? job.Kind[Prefix.Length..] : null;

    /// <summary>Does the work with the job's list, its bytes as they came, and deletes it at the end.</summary>
    /// <remarks>Where the list is gone the work was done, and only the word of it was lost: the checkpoint says what was done.</remarks>
    public static async Task<JobEnd> WithInputAsync(
        JobInput input, JobContext context, Func<ListFile, Task<JobEnd>> work, CancellationToken cancellationToken)
    {
        var file = await InputOfAsync(input, context.Job, cancellationToken);
        var end = file is null ? new JobEnd.Done(Text(CheckpointOf(context).Counts)) : await work(file);
        if (end is JobEnd.Done) await input.DeleteAsync(context.Job.Id, cancellationToken);
        return end;
    }

    public static ListSource SourceOf(JobContext context) => new(Parsed<ImportArguments>(context.Job.Arguments!).Source);

    /// <summary>A job's list, to be read as it was when it was handed in.</summary>
    private static ListFile FileOf(JobRecord job, ReadOnlyMemory<byte> bytes)
    {
        var arguments = Parsed<ImportArguments>(job.Arguments!);
        return new ListFile(bytes, arguments.Sheet, arguments.Mapping);
    }

    public static Actor ActorOf(JobContext context) => new(context.Job.CreatedBy, "authority", context.Job.Id);

    /// <summary>
    /// Works ledger by ledger, a checkpoint after each. The ledgers come in the order of their keys, so that a checkpoint
    /// means the same to whoever goes on, even when there are more of them by then.
    /// </summary>
    public static async Task<JobEnd> RunAsync<T>(
        JobContext context, IReadOnlyList<T> ledgers, Func<T, string> key, Func<T, Pulse, Task<LedgerEnd>> apply, CancellationToken cancellationToken)
    {
        var at = CheckpointOf(context);
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
        new JobEnd.Failed(new JobError(FaultsCode, Text(faults.Take(ImportPreview.MaxFaults).ToList())));

    /// <summary>What a job that is done did; null for any other job.</summary>
    public static ImportCounts? ResultOf(JobRecord job) =>
        job is { Kind: Permits or Harvests, State: JobState.Done, Result: { } result } ? Parsed<ImportCounts>(result) : null;

    /// <summary>Why a job refused its list; null for any other job.</summary>
    public static IReadOnlyList<ListFault>? FaultsOf(JobRecord job) =>
        job is { Kind: Permits or Harvests, Error: { Code: FaultsCode, Detail: { } detail } } ? Parsed<List<ListFault>>(detail) : null;

    /// <summary>The job's list as it was handed in; null once it is done, when nobody keeps it.</summary>
    public static async Task<ListFile?> InputOfAsync(JobInput input, JobRecord job, CancellationToken cancellationToken)
    {
        await using var stream = await input.ReadAsync(job.Id, cancellationToken);
        return stream is null ? null : FileOf(job, await BytesAsync(stream, cancellationToken));
    }

    private static async Task<ReadOnlyMemory<byte>> BytesAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private static ImportCheckpoint CheckpointOf(JobContext context) => context.Job.Checkpoint is { } text
        ? Parsed<ImportCheckpoint>(text)
        : ImportCheckpoint.Start;

    private static T Parsed<T>(string json) => RecordJson.Read<T>(System.Text.Encoding.UTF8.GetBytes(json));

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
