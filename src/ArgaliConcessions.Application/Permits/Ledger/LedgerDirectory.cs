using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Permits.Ledger;

/// <summary>A ledger's row in the directory: partitions cannot be listed, so this is how ledgers are found.</summary>
public sealed record LedgerEntry(string Concession, string Year);

/// <summary>Finds ledgers, and enters them before their first commit: an entry without a ledger means an empty one.</summary>
public sealed class LedgerDirectory(IRecordStore store, ChainWriter chain)
{
    /// <summary>Start of all ledgers in the directory.</summary>
    public const string All = "l/";

    /// <summary>Makes sure that the ledger is entered. Call it before the ledger's first commit; again is harmless.</summary>
    /// <returns>False when the store is busy or its answer unknown.</returns>
    public async Task<bool> EnterAsync(string concession, string year, Actor actor, CancellationToken cancellationToken)
    {
        var row = Row(concession, year);
        if (await ExistsAsync(row, cancellationToken)) return true;
        var entry = new ChainChange(new RecordChange.Insert(row, RecordJson.Write(new LedgerEntry(concession, year))));
        var result = await chain.DecideAsync<bool>(
            Partitions.Directory,
            actor,
            async (_, cancel) => await ExistsAsync(row, cancel)
                ? new ChainDecision<bool>.Nothing(true)
                : new ChainDecision<bool>.Write("enter-ledger", [entry], true),
            cancellationToken);
        return result.Value;
    }

    /// <summary>All ledgers, by concession and year.</summary>
    public IAsyncEnumerable<LedgerEntry> ListAsync(CancellationToken cancellationToken) => Read(All, cancellationToken);

    /// <summary>The ledgers of one concession, by year.</summary>
    public IAsyncEnumerable<LedgerEntry> ListAsync(string concession, CancellationToken cancellationToken) => Read(Prefix(concession), cancellationToken);

    /// <summary>Start of one concession's ledgers in the directory.</summary>
    public static string Prefix(string concession) => $"{All}{concession}/";

    /// <summary>A ledger's row in the directory.</summary>
    public static string Row(string concession, string year) => Prefix(concession) + year;

    private IAsyncEnumerable<LedgerEntry> Read(string prefix, CancellationToken cancellationToken) =>
        store.ListAsync(Partitions.Directory, new RowRange(prefix), cancellationToken).Select(r => RecordJson.Read<LedgerEntry>(r.Payload));

    private async Task<bool> ExistsAsync(string row, CancellationToken cancellationToken) =>
        await store.FindAsync(new RecordKey(Partitions.Directory, row), cancellationToken) is not null;
}
