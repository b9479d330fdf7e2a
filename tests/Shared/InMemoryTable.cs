using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage;

namespace ArgaliConcessions.Tests;

/// <summary>
/// The smallest adapter that keeps the contract, for tests of what lies above the store. Its pages may be made short,
/// and every other one empty, as Table storage's may be.
/// </summary>
public sealed class InMemoryTable : IRecordTable, IWholeTable
{
    private readonly Dictionary<string, SortedDictionary<string, RawRecord>> partitions = new(StringComparer.Ordinal);
    private readonly Lock entry = new();
    private long lastVersion;
    private int pages;

    /// <summary>Rows of a page at most, whatever is asked for.</summary>
    public int PageRows { get; init; } = RecordLimits.MaxPage;

    /// <summary>Every other page is empty although more follow.</summary>
    public bool EmptyPages { get; init; }

    public Task<RawRecord?> FindAsync(string partition, string row, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (entry) return Task.FromResult(RowsOf(partition).GetValueOrDefault(row));
    }

    public Task<RawPage> ReadPageAsync(RawRange range, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (entry)
        {
            if (EmptyPages && ++pages % 2 == 1) return Task.FromResult(new RawPage([], range));
            var size = Math.Min(limit, PageRows);
            var found = RowsOf(range.Partition).Values.Where(row => Within(row, range)).Take(size + 1).ToList();
            return Task.FromResult(new RawPage(found.Take(size).ToList(), found.Count > size ? range with { From = found[size].Row } : null));
        }
    }

    public Task<WholePage> ReadAllAsync(WholePlace? from, int limit, CancellationToken cancellationToken)
    {
        lock (entry)
        {
            if (EmptyPages && ++pages % 2 == 1) return Task.FromResult(new WholePage([], from ?? new WholePlace("", "")));
            var size = Math.Min(limit, PageRows);
            var found = partitions.OrderBy(partition => partition.Key, StringComparer.Ordinal)
                .SelectMany(partition => partition.Value.Values.Select(row => new WholeRow(partition.Key, row)))
                .Where(row => from is not { } place || IsBehind(row, place)).Take(size + 1).ToList();
            return Task.FromResult(new WholePage(found.Take(size).ToList(), found.Count > size ? new WholePlace(found[size - 1].Partition, found[size - 1].Record.Row) : null));
        }
    }

    private static bool IsBehind(WholeRow row, WholePlace place) =>
        (string.CompareOrdinal(row.Partition, place.Partition), string.CompareOrdinal(row.Record.Row, place.Row)) is (> 0, _) or (0, > 0);

    public Task<RawCommitResult> TryCommitAsync(RawCommit commit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (entry)
        {
            var rows = RowsOf(commit.Partition);
            foreach (var change in commit.Changes)
            {
                if (FaultOf(rows, change) is { } fault) return Task.FromResult(new RawCommitResult(fault, change.Row));
            }
            foreach (var change in commit.Changes) Apply(rows, change);
            partitions[commit.Partition] = rows;
            return Task.FromResult(new RawCommitResult(RawOutcome.Committed));
        }
    }

    private static bool Within(RawRecord row, RawRange range) =>
        string.CompareOrdinal(row.Row, range.From) >= 0 && string.CompareOrdinal(row.Row, range.To) < 0;

    private static RawOutcome? FaultOf(SortedDictionary<string, RawRecord> rows, RecordChange change) => change switch
    {
        RecordChange.Insert => rows.ContainsKey(change.Row) ? RawOutcome.AlreadyThere : null,
        RecordChange.Replace replace => rows.GetValueOrDefault(change.Row)?.Version == replace.Version ? null : RawOutcome.Conflict,
        RecordChange.Delete delete => rows.GetValueOrDefault(change.Row)?.Version == delete.Version ? null : RawOutcome.Conflict,
        _ => throw new InvalidOperationException(change.GetType().Name),
    };

    private void Apply(SortedDictionary<string, RawRecord> rows, RecordChange change)
    {
        var version = FormattableString.Invariant($"v{++lastVersion}");
        if (change is RecordChange.Delete) rows.Remove(change.Row);
        else if (change is RecordChange.Insert insert) rows[change.Row] = new RawRecord(change.Row, version, insert.Payload.ToArray(), insert.Columns);
        else if (change is RecordChange.Replace replace) rows[change.Row] = new RawRecord(change.Row, version, replace.Payload.ToArray(), replace.Columns);
    }

    private SortedDictionary<string, RawRecord> RowsOf(string partition) =>
        partitions.GetValueOrDefault(partition) ?? new SortedDictionary<string, RawRecord>(StringComparer.Ordinal);
}
