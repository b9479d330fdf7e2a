using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>Reads the law by which a ledger is judged.</summary>
public sealed class LedgerLaws(IRecordStore store, LawLibrary library, LineRegister lines, TimeProvider time)
{
    /// <summary>Null when the concession has no law yet: an entry of the directory that leads to nothing.</summary>
    public async Task<LedgerLaw?> ReadAsync(string concession, string year, Instant runStart, CancellationToken cancellationToken)
    {
        // Before the law itself: what is recorded from here on is left to the next run, whole.
        var known = await HorizonAsync([Partitions.Law, Partitions.Concession(concession), Partitions.Ledger(concession, year)], cancellationToken);
        if (await library.ReadAsync(concession, LawFreshness.Checked, cancellationToken) is not { } reading) return null;
        var knowledge = new LawKnowledge(known);
        var today = runStart.InZone(reading.Book.TimeZone(knowledge)).Date;
        return new LedgerLaw(reading, knowledge, today, await LinesAsync(concession, year, cancellationToken));
    }

    /// <summary>The instant up to which everything in these partitions is recorded: heads may run ahead of the clock by some ticks.</summary>
    public async Task<Instant> HorizonAsync(IEnumerable<string> partitions, CancellationToken cancellationToken)
    {
        var horizon = Instant.FromDateTimeOffset(time.GetUtcNow());
        foreach (var partition in partitions)
        {
            var head = await store.ReadAsync<PartitionHead>(partition, PartitionHead.Row, cancellationToken);
            if (head is not null) horizon = Instant.Max(horizon, head.Value.RecordedAt);
        }
        return horizon;
    }

    /// <summary>The ledger's quota lines, every revision of each.</summary>
    public async Task<IReadOnlyDictionary<string, Revisions<QuotaLine>>> LinesAsync(string concession, string year, CancellationToken cancellationToken) =>
        (await lines.ListAsync(concession, year, cancellationToken)).ToDictionary(line => line.Id, line => line.Revisions, StringComparer.Ordinal);
}
