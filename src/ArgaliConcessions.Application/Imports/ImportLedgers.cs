using System.Runtime.CompilerServices;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Imports;

/// <summary>Remembers which ledgers a source's lists have gone into, so that what vanished from a list is found where the list no longer leads.</summary>
/// <remarks>Not chained: it can be made anew from the permits, which name their source.</remarks>
public sealed class ImportLedgers(IRecordStore store, IIdSource ids, LedgerDirectory directory)
{
    /// <summary>Enters a ledger for the source, and into the directory; again is harmless.</summary>
    /// <exception cref="RecordStoreException">The store is busy or its answer unknown; the job tries again.</exception>
    public async Task EnterAsync(ListSource source, string concession, string year, Actor actor, CancellationToken cancellationToken)
    {
        if (!await directory.EnterAsync(concession, year, actor, cancellationToken)) throw new RecordStoreException("The directory is busy.");
        var witness = new CommitWitness(KeyOf(concession, year), ids.NewId(), RecordJson.Write(new LedgerEntry(concession, year)));
        var commit = await store.CommitAsync(Partitions.Imported(source.Hash), [], witness, cancellationToken);
        if (commit.Outcome is not (CommitOutcome.Committed or CommitOutcome.AlreadyThere)) throw new RecordStoreException("The store did not answer.");
    }

    /// <summary>The order in which an import works: the same for every try.</summary>
    public static string KeyOf(string concession, string year) => $"{concession}/{year}";

    /// <summary>The ledgers that lists of the source have gone into.</summary>
    public async IAsyncEnumerable<LedgerEntry> OfAsync(ListSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in store.ListAsync(Partitions.Imported(source.Hash), RowRange.All, cancellationToken))
        {
            yield return RecordJson.Read<LedgerEntry>(record.Payload);
        }
    }
}
