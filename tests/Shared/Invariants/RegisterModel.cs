using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Tests.Invariants;

/// <summary>
/// What a register's rows say, taken in one by one as they change or all at once from a store. It is made of the rows alone, by
/// none of the program's own readers: what it is held against must not be what made it.
/// </summary>
public sealed class RegisterModel
{
    /// <summary>By partition.</summary>
    public SortedDictionary<string, LedgerModel> Ledgers { get; } = new(StringComparer.Ordinal);

    /// <summary>National quotas as they stand, by row.</summary>
    public SortedDictionary<string, NationalQuotaRow> Nationals { get; } = new(StringComparer.Ordinal);

    /// <summary>What lines hold of national quotas, by row.</summary>
    public SortedDictionary<string, AllocationRow> Allocations { get; } = new(StringComparer.Ordinal);

    /// <summary>Allocations under way, by row.</summary>
    public SortedDictionary<string, LineOperation> Operations { get; } = new(StringComparer.Ordinal);

    /// <summary>Transfers under way, by row.</summary>
    public SortedDictionary<string, TransferOperation> Transfers { get; } = new(StringComparer.Ordinal);

    /// <summary>Who holds a tag, by folded tag.</summary>
    public SortedDictionary<string, TagClaim> Claims { get; } = new(StringComparer.Ordinal);

    /// <summary>Notes of what is under way across partitions, by row.</summary>
    public SortedSet<string> Notes { get; } = new(StringComparer.Ordinal);

    /// <summary>All rows of a store.</summary>
    public static RegisterModel Of(IEnumerable<(string Partition, string Row, ReadOnlyMemory<byte> Payload)> rows)
    {
        var model = new RegisterModel();
        foreach (var (partition, row, payload) in rows) model.Put(partition, row, payload);
        return model;
    }

    /// <summary>Takes in a row; null for one that is gone. Partitions and rows that nothing is asked about are passed over.</summary>
    public void Put(string partition, string row, ReadOnlyMemory<byte>? payload)
    {
        switch (partition.Split('/'))
        {
            case ["ledger", var concession, var year]:
                if (!Ledgers.TryGetValue(partition, out var ledger)) Ledgers[partition] = ledger = new LedgerModel(concession, year);
                ledger.Put(row, payload);
                break;
            case [Partitions.Law]:
                PutLaw(row, payload);
                break;
            case ["claims", "tag", var tag] when row == TagClaim.Row:
                Set(Claims, tag, payload);
                break;
            case [Partitions.Pending] when !row.StartsWith("w/", StringComparison.Ordinal):
                if (payload is null) Notes.Remove(row);
                else Notes.Add(row);
                break;
        }
    }

    private void PutLaw(string row, ReadOnlyMemory<byte>? payload)
    {
        switch (row.Split('/'))
        {
            case ["n", _, _]: Set(Nationals, row, payload); break;
            case ["n", _, _, "l", _, _]: Set(Allocations, row, payload); break;
            case ["o", _]: Set(Operations, row, payload); break;
            case ["o", "t", _]: Set(Transfers, row, payload); break;
        }
    }

    private static void Set<T>(IDictionary<string, T> rows, string name, ReadOnlyMemory<byte>? payload)
    {
        if (payload is { } there) rows[name] = RecordJson.Read<T>(there);
        else rows.Remove(name);
    }
}
