using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Ledger;

/// <summary>
/// Which permits bear one thing: a partition of the thing's own, a row for each permit. Once a second row is there, the partition's name is noted as a
/// row of <c>duplicates</c>, which the sweep reads (R16, R34). Each row is its own commit's witness.
/// </summary>
internal sealed class BearerRows(IRecordStore store, IIdSource ids)
{
    /// <summary>Permits of one thing that are looked at.</summary>
    public const int MaxPermits = 50;

    /// <returns>False when the store's answer is unknown.</returns>
    public async Task<bool> AddAsync(string partition, Permit permit, CancellationToken cancellationToken)
    {
        var entry = new PaperEntry(permit.Number, permit.Concession, permit.Year, permit.Serial);
        if (!await InsertAsync(partition, permit.Number, entry, cancellationToken)) return false;
        var all = await FindAsync(partition, cancellationToken);
        return all.Count < 2 || await InsertAsync(Partitions.Duplicates, partition, partition, cancellationToken);
    }

    /// <summary>By permit number, at most <see cref="MaxPermits"/>.</summary>
    public async Task<IReadOnlyList<PaperEntry>> FindAsync(string partition, CancellationToken cancellationToken)
    {
        var page = await store.ReadPageAsync(partition, RowRange.All, null, MaxPermits, cancellationToken);
        return [.. page.Records.Select(r => RecordJson.Read<PaperEntry>(r.Payload))];
    }

    private async Task<bool> InsertAsync<T>(string partition, string row, T value, CancellationToken cancellationToken)
    {
        var witness = new CommitWitness(row, ids.NewId(), RecordJson.Write(value));
        var result = await store.CommitAsync(partition, [], witness, cancellationToken);
        return result.Outcome is CommitOutcome.Committed or CommitOutcome.AlreadyThere;
    }
}
