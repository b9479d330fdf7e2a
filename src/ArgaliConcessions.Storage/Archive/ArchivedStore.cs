using System.Runtime.CompilerServices;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>A store as an archive sees it: all rows in order, and commits of encoded rows; each attempt within the budget of retries.</summary>
/// <param name="table">The adapter; it must be an <see cref="IWholeTable"/> too.</param>
/// <param name="options">How long and how often to try.</param>
/// <param name="time">The clock of pauses and budgets.</param>
/// <param name="random">Uniform numbers from 0 to 1 for the jitter.</param>
public sealed class ArchivedStore(IRecordTable table, RecordStoreOptions options, TimeProvider time, Func<double> random)
{
    private readonly AttemptPipeline attempts = new(options, time, random);
    private readonly IWholeTable whole = (IWholeTable)table;

    /// <summary>Streams all rows in order of their encoded keys. NOT a snapshot.</summary>
    /// <param name="behind">Where to begin: behind this row; null for the first.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="RecordStoreException">The store is broken or does not answer.</exception>
    internal async IAsyncEnumerable<WholeRow> ReadAsync(WholePlace? behind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        WholePlace? place = behind;
        do
        {
            var page = await attempts.AskAsync(async ct => await whole.ReadAllAsync(place, RecordLimits.MaxPage, ct), cancellationToken);
            foreach (var row in page.Rows) yield return row;
            cancellationToken.ThrowIfCancellationRequested();
            place = page.Rest;
        }
        while (place is not null);
    }

    /// <summary>The rows of a partition from one to another, both included.</summary>
    internal async Task<List<RawRecord>> RangeAsync(string partition, string first, string last, CancellationToken cancellationToken)
    {
        var found = new List<RawRecord>();
        for (RawRange? rest = new RawRange(partition, first, last + KeyEncoder.First); rest is { } left;)
        {
            var page = await attempts.AskAsync(async ct => await table.ReadPageAsync(left, RecordLimits.MaxPage, ct), cancellationToken);
            found.AddRange(page.Records);
            rest = page.Rest;
        }
        return found;
    }

    internal async Task<RawRecord?> FindAsync(string partition, string row, CancellationToken cancellationToken) =>
        await attempts.AskAsync(async ct => await table.FindAsync(partition, row, ct), cancellationToken);

    /// <summary>Sends a commit until it is answered. After a lost reply the answer may be that of a repetition.</summary>
    internal async Task<RawCommitResult> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancellationToken)
    {
        var commit = new RawCommit(partition, changes);
        return await attempts.AskAsync(async ct => await table.TryCommitAsync(commit, ct), cancellationToken);
    }

    internal static ArchiveRow RowOf(WholeRow row) => new(
        row.Partition, row.Record.Row, row.Record.Payload, row.Record.Columns, ChainHash.OfRow(row.Record.Payload, row.Record.Columns));
}
