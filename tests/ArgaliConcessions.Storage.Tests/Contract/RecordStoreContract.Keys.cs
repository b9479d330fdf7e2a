using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.Tests.Contract;

public abstract partial class RecordStoreContract
{
    /// <summary>Every character that some store, file, URL or filter language treats in a way of its own.</summary>
    private static readonly string[] Awkward =
    [
        .. Enumerable.Range(0, 128).Select(code => ((char)code).ToString()).Except([".", "!"]),
        "\u0080", "\u009F", "\u00A0", "ß", "İ", "ё", "Қ", "я", "Я", "\u200B", "\u2028", "\uFEFF", "\uFFFD", "\uFFFE", "漢", "🐏", "👩‍🌾", "e\u0301", "é",
        "..", ".", "a/b", "a//b", "/a", "a/", "%2F", "%00", "~2F", "!", "a b", "' or 1 eq 1", "\r\n",
    ];

    private static string Key(string row) => KeyEncoder.Encode(row);

    [SkippableFact]
    public async Task CommitAsync_EveryAwkwardRow_IsFoundAndListedInOrder()
    {
        foreach (var some in Awkward.Chunk(50)) await CommittedAsync([.. some.Select(name => Insert($"x/{name}", name))]);
        foreach (var name in Awkward) Assert.Equal(name, await TextOfAsync($"x/{name}"));
        var expected = Awkward.Select(name => $"x/{name}").OrderBy(Key, StringComparer.Ordinal);
        Assert.Equal(expected, await RowsAsync("x/"));
    }

    [SkippableFact]
    public async Task CommitAsync_EveryAwkwardPartition_IsAPartitionOfItsOwn()
    {
        foreach (var name in Awkward) await Store.CommitAsync(Partition + name, [Insert("row", name)], Witness(), default);
        foreach (var name in Awkward)
        {
            var record = await Store.FindAsync(new RecordKey(Partition + name, "row"), default);
            Assert.Equal(Text(name).ToArray(), record!.Payload.ToArray());
            Assert.Equal(2, (await RowsAsync("", Partition + name)).Count);
        }
    }

    [SkippableFact]
    public async Task ListAsync_EveryAwkwardPrefix_GivesWhatStartsWithIt()
    {
        foreach (var some in Awkward.Chunk(30)) await CommittedAsync([.. some.SelectMany(name => new[] { Insert("y" + name), Insert("y" + name + "~"), Insert("y" + name + "/1") }).DistinctBy(c => c.Row)]);
        var all = (await RowsAsync("y")).ToList();
        foreach (var name in Awkward)
        {
            var expected = all.Where(row => row.StartsWith("y" + name, StringComparison.Ordinal)).OrderBy(Key, StringComparer.Ordinal).ToList();
            Assert.True(expected.Count >= 3);
            Assert.Equal(expected, await RowsAsync("y" + name));
        }
    }

    [SkippableFact]
    public async Task ListAsync_EmptyPrefix_GivesTheWholePartition()
    {
        await CommittedAsync(Insert("a"), Insert("z"), Insert("/"), Insert("~"), Insert("🐏"));
        var rows = await RowsAsync("");
        Assert.Equal(6, rows.Count);
        Assert.Equal(rows.OrderBy(Key, StringComparer.Ordinal), rows);
        Assert.Empty(await RowsAsync("", Partition + "-none"));
    }

    [SkippableFact]
    public async Task ListAsync_Prefix_EndsWhereItEnds()
    {
        await CommittedAsync(Insert("p/1"), Insert("p/1/v/1"), Insert("p/1/v/2"), Insert("p/10"), Insert("p/1-a"), Insert("p/2"), Insert("p"), Insert("P/1"));
        Assert.Equal(["p/1", "p/1/v/1", "p/1/v/2", "p/1-a", "p/10"], await RowsAsync("p/1"));
        Assert.Equal(["p/1/v/1", "p/1/v/2"], await RowsAsync("p/1/"));
        Assert.Equal(["P/1"], await RowsAsync("P"));
    }
}
