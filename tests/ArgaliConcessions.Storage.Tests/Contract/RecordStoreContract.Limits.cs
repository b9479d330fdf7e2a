using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.Tests.Contract;

public abstract partial class RecordStoreContract
{
    private async Task RefusedAsync(IReadOnlyList<RecordChange> changes, CommitWitness? witness = null, string? partition = null)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.CommitAsync(partition ?? Partition, changes, witness ?? Witness(), default));
        Assert.Empty(await RowsAsync(""));
    }

    private static List<RecordChange> Inserts(int count, int bytes) =>
        Enumerable.Range(0, count).Select(RecordChange (i) => new RecordChange.Insert($"r/{i:D3}", new byte[bytes])).ToList();

    [SkippableFact]
    public async Task CommitAsync_HundredChanges_Committed_OneMoreRefused()
    {
        await RefusedAsync(Inserts(100, 1));
        Assert.Equal(CommitOutcome.Committed, (await Store.CommitAsync(Partition, Inserts(99, 1), Witness(), default)).Outcome);
        Assert.Equal(99, (await RowsAsync("r/")).Count);
    }

    [SkippableFact]
    public async Task CommitAsync_LargestRecord_Committed_OneByteMoreRefused()
    {
        await RefusedAsync([new RecordChange.Insert("row", new byte[RecordLimits.MaxRecordBytes + 1])]);
        await RefusedAsync([], new CommitWitness("w", "c", new byte[RecordLimits.MaxRecordBytes + 1]));
        var payload = new byte[LargestRecord];
        new Random(7).NextBytes(payload);
        await CommittedAsync(new RecordChange.Insert("row", payload));
        Assert.Equal(payload, (await FindAsync("row"))!.Payload.ToArray());
        await CommittedAsync(new RecordChange.Replace("row", await VersionOfAsync("row"), payload));
        var tooLarge = new RecordChange.Replace("row", await VersionOfAsync("row"), new byte[RecordLimits.MaxRecordBytes + 1]);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => CommitAsync(tooLarge));
    }

    [SkippableFact]
    public async Task CommitAsync_PayloadOfTwoAndAHalfMiB_Committed_OneByteMoreRefused()
    {
        var changes = Inserts(4, RecordLimits.MaxCommitBytes / 5);
        await RefusedAsync(changes, new CommitWitness("w", "c", new byte[(RecordLimits.MaxCommitBytes / 5) + 1]));
        var exact = new CommitWitness("w", "c", new byte[RecordLimits.MaxCommitBytes / 5]);
        Assert.Equal(CommitOutcome.Committed, (await Store.CommitAsync(Partition, changes, exact, default)).Outcome);
    }

    [SkippableFact]
    public async Task CommitAsync_WideOnItsWayAlthoughPayloadsFit_RefusedFromFourMiBOn()
    {
        // Every letter of these columns is escaped on its way, so that 2 KiB of them take 6.
        var columns = new Dictionary<string, string> { ["text"] = new('ж', 1_000) };
        static RecordChange Of(int i, int bytes, Dictionary<string, string> columns) => new RecordChange.Insert($"{i:D2}/{new string('r', 400)}", new byte[bytes], columns);
        await RefusedAsync([.. Enumerable.Range(0, 99).Select(i => Of(i, 26_000, columns))]);
        await CommittedAsync([.. Enumerable.Range(0, 99).Select(i => Of(i, 22_000, columns))]);
        Assert.Equal(100, (await RowsAsync("")).Count);
    }

    [SkippableTheory]
    [InlineData("a", 512)]
    [InlineData("/", 512)]
    [InlineData("я", 85)]
    [InlineData("🐏", 42)]
    public async Task CommitAsync_KeyOf512Characters_Committed_OneMoreRefused(string character, int most)
    {
        // Six characters a Cyrillic letter and twelve an emoji; the rest is filled with plain ones.
        var fill = new string('x', 512 - KeyEncoder.Encode(string.Concat(Enumerable.Repeat(character, most))).Length);
        var longest = string.Concat(Enumerable.Repeat(character, most)) + fill;
        await RefusedAsync([Insert(longest + "x")]);
        await RefusedAsync([], new CommitWitness(longest + "x", "c", Text("w")));
        await RefusedAsync([Insert("row")], partition: longest + "x");
        await CommittedAsync(Insert(longest, "long"));
        Assert.Equal("long", await TextOfAsync(longest));
        Assert.Equal(longest, Assert.Single(await RowsAsync(longest)));
        Assert.Empty((await Store.ReadPageAsync(Partition, new RowRange(longest), longest, 1, default)).Records);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => FindAsync(longest + "x"));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => RowsAsync(longest + "x"));
    }

    [SkippableFact]
    public async Task CommitAsync_PartitionOf512Characters_IsAPartition()
    {
        var partition = Partition.PadRight(512, 'p').Replace('/', '.');
        Assert.Equal(CommitOutcome.Committed, (await Store.CommitAsync(partition, [Insert("row")], Witness(), default)).Outcome);
        Assert.Equal(2, (await RowsAsync("", partition)).Count);
    }

    [SkippableFact]
    public async Task CommitAsync_RowTwice_Refused()
    {
        await RefusedAsync([Insert("row"), Insert("row")]);
        await RefusedAsync([Insert("row"), new RecordChange.Delete("row", "1")]);
        var witness = Witness();
        await RefusedAsync([Insert(witness.Row)], witness);
    }

    [SkippableFact]
    public async Task CommitAsync_NameThatIsNoText_Refused()
    {
        foreach (var name in new[] { "", "half \uD83D", "\uDC0Fhalf", "\uDC0F\uD83D" })
        {
            await RefusedAsync([Insert(name)]);
            await RefusedAsync([], new CommitWitness(name, "c", Text("w")));
            await RefusedAsync([Insert("row")], partition: name);
            await Assert.ThrowsAnyAsync<ArgumentException>(() => FindAsync(name));
        }
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("слово")]
    public async Task CommitAsync_CommitIdOutOfBounds_Refused(string id)
    {
        await RefusedAsync([Insert("row")], new CommitWitness("w", id, Text("w")));
        await RefusedAsync([Insert("row")], new CommitWitness("w", new string('a', 65), Text("w")));
    }

    [SkippableFact]
    public async Task CommitAsync_NoVersion_Refused()
    {
        await RefusedAsync([new RecordChange.Replace("row", "", Text("1"))]);
        await RefusedAsync([new RecordChange.Delete("row", "")]);
    }

    [SkippableFact]
    public async Task CommitAsync_ColumnsPastTheirLimits_Refused()
    {
        static RecordChange With(params (string Name, string Value)[] columns) =>
            new RecordChange.Insert("row", Text("1"), columns.ToDictionary(column => column.Name, column => column.Value));

        static (string, string)[] Many(int count) => Enumerable.Range(0, count).Select(i => ($"c{i}", "v")).ToArray();
        await RefusedAsync([With(Many(17))]);
        await RefusedAsync([With(("a", new string('v', 2048)))]);
        await RefusedAsync([With(("a", "half \uD83D"))]);
        foreach (var name in new[] { "", "Upper", "with-hyphen", "имя", new string('n', 33) }) await RefusedAsync([With((name, "v"))]);
        await CommittedAsync(With([.. Many(15), ("a", new string('v', 2047 - 50))]));
        Assert.Equal(16, (await FindAsync("row"))!.Columns.Count);
    }
}
