using System.Globalization;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Storage.Tests.Contract;

public abstract partial class RecordStoreContract
{
    private const int Racers = 8;
    private const int Increments = 15;
    private static readonly string[] Counters = ["n/a", "n/b", "n/c"];

    [SkippableTheory]
    [InlineData(11, 0.0)]
    [InlineData(12, 0.2)]
    [InlineData(13, 0.2)]
    [InlineData(14, 0.45)]
    public async Task CommitAsync_ManyRace_NoIncrementIsLostOrDoubled(int seed, double mishaps)
    {
        await CommittedAsync([.. Counters.Select(row => Insert(row, "0"))]);
        var store = new RecordStore(FaultyTable.Seeded(Table, seed, mishaps), TestStores.Hurried, TimeProvider.System, new SeededRandom(seed).Next);
        var counts = await Task.WhenAll(Enumerable.Range(0, Racers).Select(racer => Task.Run(() => RaceAsync(store, racer, seed))));
        var values = await Task.WhenAll(Counters.Select(async row => int.Parse((await TextOfAsync(row))!, CultureInfo.InvariantCulture)));
        Assert.Equal(Racers * Increments, counts.Sum());
        Assert.Equal(counts.Sum() * 2, values.Sum());
        Assert.Equal(counts.Sum(), (await RowsAsync("race/")).Count);
    }

    /// <summary>Raises two of the counters by one in each commit, and decides again on every conflict.</summary>
    private async Task<int> RaceAsync(RecordStore store, int racer, int seed)
    {
        var random = new Random((seed * 100) + racer);
        var committed = 0;
        for (var attempt = 0; committed < Increments; attempt++)
        {
            var rows = Counters.Where((_, i) => i != attempt % Counters.Length).ToList();
            var changes = await Task.WhenAll(rows.Select(row => IncrementAsync(store, row)));
            var witness = new CommitWitness($"race/{racer}/{attempt}", $"{racer}-{attempt}", Text("w"));
            var result = await store.CommitAsync(Partition, changes, witness, default);
            if (result.Outcome == CommitOutcome.Committed) committed++;
            else Assert.Equal(CommitOutcome.Conflict, result.Outcome);
            await Task.Delay(random.Next(3));
        }
        return committed;
    }

    private async Task<RecordChange> IncrementAsync(RecordStore store, string row)
    {
        var record = await store.FindAsync(new RecordKey(Partition, row), default);
        var value = int.Parse(record!.Payload.Span, CultureInfo.InvariantCulture);
        return new RecordChange.Replace(row, record.Version, Text((value + 1).ToString(CultureInfo.InvariantCulture)));
    }

    [SkippableFact]
    public async Task CommitAsync_ManyClaimOneRow_OneWins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            Store.CommitAsync(Partition, [Insert("claim", $"{i}")], new CommitWitness($"w/{i}", $"c{i}", Text("w")), default))));
        var winner = Assert.Single(Enumerable.Range(0, 20), i => results[i].Outcome == CommitOutcome.Committed);
        Assert.Equal($"{winner}", await TextOfAsync("claim"));
        Assert.Equal(19, results.Count(result => result == new CommitResult(CommitOutcome.AlreadyThere, "claim")));
        Assert.Single(await RowsAsync("w/"));
    }
}
