using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.Tests.Contract;

public abstract partial class RecordStoreContract
{
    private async Task<List<(string Partition, string Row)>> WholeAsync(WholePlace? from, int limit)
    {
        var rows = new List<(string, string)>();
        var pages = 0;
        do
        {
            var page = await ((IWholeTable)Table).ReadAllAsync(from, limit, default);
            Assert.InRange(page.Records().Count, 0, limit);
            rows.AddRange(page.Records());
            from = page.Rest;
        }
        while (from is not null && ++pages < 10_000);
        return rows;
    }

    [SkippableFact]
    public async Task ReadAllAsync_SeveralPartitions_GivesEachRowOnceInOrder()
    {
        foreach (var name in new[] { "b", "a", "a/1", "a-1" }) await Store.CommitAsync($"{Partition}/{name}", [Insert("z"), Insert("a/1"), Insert("a")], Witness(), default);
        var mine = KeyEncoder.Encode(Partition);
        var all = await WholeAsync(null, 5);
        Assert.Equal(all.Order(Ordinal).Distinct(), all);
        Assert.Equal(16, all.Count(row => row.Partition.StartsWith(mine, StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task ReadAllAsync_BehindARow_BeginsThereWhetherItExistsOrNot()
    {
        await Store.CommitAsync($"{Partition}/a", [Insert("a"), Insert("c")], Witness(), default);
        await Store.CommitAsync($"{Partition}/b", [Insert("a")], Witness(), default);
        var (first, second) = (KeyEncoder.Encode($"{Partition}/a"), KeyEncoder.Encode($"{Partition}/b"));
        foreach (var row in new[] { "a", "b" })
        {
            var behind = await WholeAsync(new WholePlace(first, row), 2);
            Assert.Equal([(first, "c"), (first, "w!000001"), (second, "a"), (second, "w!000002")], behind.Where(found => found.Partition == first || found.Partition == second));
        }
    }

    private static readonly IComparer<(string Partition, string Row)> Ordinal = Comparer<(string Partition, string Row)>.Create((one, other) =>
        string.CompareOrdinal(one.Partition, other.Partition) is not 0 and var order ? order : string.CompareOrdinal(one.Row, other.Row));
}

internal static class WholePages
{
    public static List<(string Partition, string Row)> Records(this WholePage page) => [.. page.Rows.Select(row => (row.Partition, row.Record.Row))];
}
