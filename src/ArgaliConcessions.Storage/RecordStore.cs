using System.Runtime.CompilerServices;
using ArgaliConcessions.Application.Records;
using Polly.Timeout;

namespace ArgaliConcessions.Storage;

/// <summary>
/// The storage port above any adapter: encodes keys, enforces the limits, tries again within a time budget, and knows
/// its own commits by their witness.
/// </summary>
/// <param name="table">The adapter.</param>
/// <param name="options">How long and how often to try.</param>
/// <param name="time">The clock of pauses and budgets.</param>
/// <param name="random">Uniform numbers from 0 to 1 for the jitter; called from many threads at once.</param>
public sealed class RecordStore(IRecordTable table, RecordStoreOptions options, TimeProvider time, Func<double> random) : IRecordStore
{
    private readonly AttemptPipeline attempts = new(options, time, random);

    /// <inheritdoc/>
    public async Task<StoredRecord?> FindAsync(RecordKey key, CancellationToken cancellationToken)
    {
        string partition = KeyEncoder.Encode(key.Partition), row = KeyEncoder.Encode(key.Row);
        var raw = await attempts.AskAsync(async ct => await table.FindAsync(partition, row, ct), cancellationToken);
        return raw is null ? null : new StoredRecord(key, raw.Version, raw.Payload, raw.Columns);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredRecord> ListAsync(string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rest = RangeOf(partition, range, after: null);
        while (rest is { } left)
        {
            var page = await attempts.AskAsync(async ct => await table.ReadPageAsync(left, RecordLimits.MaxPage, ct), cancellationToken);
            foreach (var raw in page.Records) yield return Stored(partition, raw);
            rest = page.Rest;
        }
    }

    /// <inheritdoc/>
    public async Task<RecordPage> ReadPageAsync(string partition, RowRange range, string? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, RecordLimits.MaxPage);
        var rest = RangeOf(partition, range, after);
        while (rest is { } left)
        {
            var page = await attempts.AskAsync(async ct => await table.ReadPageAsync(left, limit, ct), cancellationToken);
            var records = page.Records.Select(raw => Stored(partition, raw)).ToList();
            if (page.Rest is null) return new RecordPage(records, null);
            // An empty page gives no row to continue after: read on until there is one.
            if (records.Count > 0) return new RecordPage(records, records[^1].Key.Row);
            rest = page.Rest;
        }
        return new RecordPage([], null);
    }

    /// <inheritdoc/>
    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CommitWitness witness, CancellationToken cancellationToken)
    {
        var commit = new CommitAttempts(table, RawCommits.Of(partition, changes, witness), witness.CommitId);
        try
        {
            return await attempts.RunAsync(commit.AttemptAsync, cancellationToken);
        }
        catch (RecordTableException fault) when (fault.Kind == TableFault.Broken && !commit.InDoubt)
        {
            throw new RecordStoreException(fault.Message, fault.RetryAfter, fault);
        }
        catch (Exception fault) when (fault is RecordTableException or TimeoutRejectedException)
        {
            return new CommitResult(CommitOutcome.Unknown);
        }
    }

    /// <summary>The keys of a range after a row; null when nothing can follow.</summary>
    private static RawRange? RangeOf(string partition, RowRange range, string? after)
    {
        var prefix = KeyEncoder.EncodePrefix(range.Prefix);
        var from = after is null ? prefix : KeyEncoder.Encode(after) + KeyEncoder.First;
        var to = prefix + KeyEncoder.End;
        if (string.CompareOrdinal(from, prefix) < 0) from = prefix;
        return string.CompareOrdinal(from, to) < 0 ? new RawRange(KeyEncoder.Encode(partition), from, to) : null;
    }

    private static StoredRecord Stored(string partition, RawRecord raw)
    {
        try
        {
            return new StoredRecord(new RecordKey(partition, KeyEncoder.Decode(raw.Row)), raw.Version, raw.Payload, raw.Columns);
        }
        catch (FormatException fault)
        {
            throw new RecordStoreException($"The partition '{partition}' holds a row that this program did not write. {fault.Message}", inner: fault);
        }
    }
}
