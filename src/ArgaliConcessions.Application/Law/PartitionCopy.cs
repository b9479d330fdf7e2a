using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Law;

/// <summary>A chained partition as it stood at a head.</summary>
/// <param name="CheckedAt">The instant just before the head was last read.</param>
/// <param name="Age">How often the copy had been made stale when that reading began.</param>
internal sealed record Copied<T>(T Content, IReadOnlyDictionary<string, object> Rows, PartitionHead Head, Instant CheckedAt, int Age);

/// <summary>
/// A chained partition held in memory: one point read of its head tells whether it moved; if so, the audit events since
/// then name the rows to read again.
/// </summary>
internal sealed class PartitionCopy<T>(IRecordStore store, TimeProvider time, string partition, PartitionForm<T> form)
{
    /// <summary>Past so many missed events all rows are read again.</summary>
    private const int MostEvents = 200;

    private readonly Lock _entry = new();
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Copied<T>? _current;
    private Task<Copied<T>>? _check;
    private int _checkAge;
    private int _age;

    /// <summary>Reads nothing when the copy is fresh enough, else the head, else what moved too.</summary>
    public Task<Copied<T>> ReadAsync(LawFreshness freshness, TimeSpan freshFor, CancellationToken cancellationToken)
    {
        if (freshness == LawFreshness.Checked) return CheckAsync(cancellationToken);
        var current = _current;
        return current is not null && IsFresh(current, freshFor) ? Task.FromResult(current) : Shared().WaitAsync(cancellationToken);
    }

    /// <summary>This process has changed the partition: the next reading looks, and whoever wrote reads what he wrote.</summary>
    public void Expire() => Interlocked.Increment(ref _age);

    private bool IsFresh(Copied<T> copy, TimeSpan freshFor) =>
        copy.Age == Volatile.Read(ref _age) && Now() - copy.CheckedAt <= Duration.FromTimeSpan(freshFor);

    /// <summary>
    /// All who find the copy stale at once wait for one check, which the first of them begins, outside the lock and on his own thread.
    /// Its canceller would cancel it for the others too, so nobody can.
    /// </summary>
    private Task<Copied<T>> Shared()
    {
        Task<Task<Copied<T>>> check;
        Task<Copied<T>> shared;
        lock (_entry)
        {
            var age = Volatile.Read(ref _age);
            if (_check is { IsCompleted: false } && _checkAge == age) return _check;
            check = new Task<Task<Copied<T>>>(() => CheckAsync(CancellationToken.None));
            (_check, _checkAge) = (shared = check.Unwrap(), age);
        }

        check.RunSynchronously(TaskScheduler.Default);
        return shared;
    }

    /// <summary>Never joins a check under way: that one may have read the head before the caller asked.</summary>
    private async Task<Copied<T>> CheckAsync(CancellationToken cancellationToken)
    {
        var (asked, age) = (Now(), Volatile.Read(ref _age));
        var head = await HeadAsync(cancellationToken);
        if (StillCurrent(head, asked, age) is { } current) return current;
        await _loading.WaitAsync(cancellationToken);
        try
        {
            return StillCurrent(head, asked, age) ?? Keep(await LoadAsync(head, asked, age, cancellationToken));
        }
        finally
        {
            _loading.Release();
        }
    }

    private Copied<T>? StillCurrent(PartitionHead head, Instant asked, int age)
    {
        lock (_entry)
        {
            if (_current is not { } current || current.Head.Sequence < head.Sequence) return null;
            return _current = current with { CheckedAt = Instant.Max(current.CheckedAt, asked), Age = Math.Max(current.Age, age) };
        }
    }

    private Copied<T> Keep(Copied<T> loaded)
    {
        lock (_entry) return _current = loaded;
    }

    private async Task<Copied<T>> LoadAsync(PartitionHead head, Instant asked, int age, CancellationToken cancellationToken)
    {
        var known = _current;
        var rows = known is null || head.Sequence - known.Head.Sequence > MostEvents
            ? await AllAsync(cancellationToken)
            : await ChangedAsync(known.Rows, known.Head.Sequence, cancellationToken);
        // Reads are no snapshot: what was committed meanwhile is read again, until nothing was. Then the rows are those of the head.
        for (var round = 0; round < 8; round++)
        {
            var after = await HeadAsync(cancellationToken);
            if (after.Sequence == head.Sequence) break;
            rows = await ChangedAsync(rows, head.Sequence, cancellationToken);
            head = after;
        }
        return new Copied<T>(form.Assemble(rows), rows, head, asked, age);
    }

    private async Task<Dictionary<string, object>> AllAsync(CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var prefix in form.Prefixes)
        {
            await foreach (var record in store.ListAsync(partition, new RowRange(prefix), cancellationToken))
            {
                if (form.Wants(record.Key.Row)) rows[record.Key.Row] = form.Parse(record.Key.Row, record.Payload);
            }
        }
        return rows;
    }

    /// <summary>The rows with those read again that the events after a sequence name.</summary>
    private async Task<Dictionary<string, object>> ChangedAsync(IReadOnlyDictionary<string, object> known, long since, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, object>(known, StringComparer.Ordinal);
        foreach (var row in await TouchedAsync(since, cancellationToken))
        {
            var record = await store.FindAsync(new RecordKey(partition, row), cancellationToken);
            if (record is null) rows.Remove(row);
            else rows[row] = form.Parse(row, record.Payload);
        }
        return rows;
    }

    private async Task<HashSet<string>> TouchedAsync(long since, CancellationToken cancellationToken)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        string? after = AuditEvent.RowOf(since);
        while (after is not null)
        {
            var page = await store.ReadPageAsync(partition, new RowRange(AuditEvent.Prefix), after, 1000, cancellationToken);
            touched.UnionWith(page.Records.SelectMany(r => AuditEvent.Read(r).Rows).Select(r => r.Row).Where(form.Wants));
            after = page.Next;
        }
        return touched;
    }

    private async Task<PartitionHead> HeadAsync(CancellationToken cancellationToken)
    {
        var record = await store.FindAsync(new RecordKey(partition, PartitionHead.Row), cancellationToken);
        return record is null ? PartitionHead.Empty : RecordJson.Read<PartitionHead>(record.Payload);
    }

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
