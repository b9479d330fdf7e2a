using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.Tests.Contract;

public abstract partial class RecordStoreContract
{
    [SkippableFact]
    public async Task FindAsync_NoSuchRow_Null()
    {
        await CommittedAsync(Insert("there"));
        Assert.Null(await FindAsync("not-there"));
        Assert.Null(await Store.FindAsync(new RecordKey(Partition + "x", "there"), default));
    }

    [SkippableFact]
    public async Task CommitAsync_Insert_KeepsEveryByteAndColumn()
    {
        var payload = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        var columns = new Dictionary<string, string> { ["status"] = "Действует \"'\\/\n\t\u0001🐏", ["empty"] = "", ["a1B"] = "x" };
        await CommittedAsync(new RecordChange.Insert("row", payload, columns), new RecordChange.Insert("empty", ReadOnlyMemory<byte>.Empty));
        var found = await FindAsync("row");
        Assert.Equal(new RecordKey(Partition, "row"), found!.Key);
        Assert.Equal(payload, found.Payload.ToArray());
        Assert.Equal(columns.OrderBy(c => c.Key), found.Columns.OrderBy(c => c.Key));
        var empty = await FindAsync("empty");
        Assert.Equal(0, empty!.Payload.Length);
        Assert.Empty(empty.Columns);
    }

    [SkippableFact]
    public async Task CommitAsync_Replace_ChangesContentAndVersion()
    {
        await CommittedAsync(new RecordChange.Insert("row", Text("old"), new Dictionary<string, string> { ["old"] = "1" }));
        var old = await FindAsync("row");
        await CommittedAsync(new RecordChange.Replace("row", old!.Version, Text("new")));
        var replaced = await FindAsync("row");
        Assert.Equal("new", await TextOfAsync("row"));
        Assert.Empty(replaced!.Columns);
        Assert.NotEqual(old.Version, replaced.Version);
    }

    [SkippableFact]
    public async Task CommitAsync_StaleOrMissingRow_ConflictNamingIt()
    {
        await CommittedAsync(Insert("row", "1"));
        var first = await VersionOfAsync("row");
        await CommittedAsync(new RecordChange.Replace("row", first, Text("2")));
        var conflict = new CommitResult(CommitOutcome.Conflict, "row");
        Assert.Equal(conflict, await CommitAsync(new RecordChange.Replace("row", first, Text("3"))));
        Assert.Equal(conflict, await CommitAsync(new RecordChange.Delete("row", first)));
        Assert.Equal("2", await TextOfAsync("row"));
        await CommittedAsync(new RecordChange.Delete("row", await VersionOfAsync("row")));
        Assert.Null(await FindAsync("row"));
        Assert.Equal(conflict, await CommitAsync(new RecordChange.Replace("row", first, Text("3"))));
        Assert.Equal(conflict, await CommitAsync(new RecordChange.Delete("row", first)));
    }

    [SkippableTheory]
    [InlineData("none-of-ours")]
    [InlineData("W/\"datetime'2015-09-01T00%3A00%3A00.0000000Z'\"")]
    [InlineData("-1")]
    [InlineData("99999999999999999999999")]
    public async Task CommitAsync_VersionOfAnotherMake_Conflict(string version)
    {
        await CommittedAsync(Insert("row", "1"));
        Assert.Equal(CommitOutcome.Conflict, (await CommitAsync(new RecordChange.Delete("row", version))).Outcome);
        Assert.Equal("1", await TextOfAsync("row"));
    }

    [SkippableFact]
    public async Task CommitAsync_RowExists_AlreadyThereNamingIt()
    {
        await CommittedAsync(Insert("row", "1"));
        Assert.Equal(new CommitResult(CommitOutcome.AlreadyThere, "row"), await CommitAsync(Insert("new"), Insert("row", "2")));
        Assert.Equal("1", await TextOfAsync("row"));
        Assert.Null(await FindAsync("new"));
    }

    [SkippableFact]
    public async Task CommitAsync_ConflictAndAlreadyThere_ConflictInAnyOrder()
    {
        await CommittedAsync(Insert("there"), Insert("stale"));
        RecordChange[] changes = [Insert("there"), new RecordChange.Replace("stale", "0", Text("2"))];
        Assert.Equal(new CommitResult(CommitOutcome.Conflict, "stale"), await CommitAsync(changes));
        Array.Reverse(changes);
        Assert.Equal(new CommitResult(CommitOutcome.Conflict, "stale"), await CommitAsync(changes));
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(49)]
    [InlineData(98)]
    public async Task CommitAsync_OneOfManyFails_NothingIsKept(int place)
    {
        await CommittedAsync(Insert("a/there", "1"), Insert("a/kept", "1"));
        var kept = await VersionOfAsync("a/kept");
        var changes = Enumerable.Range(0, 97).Select(RecordChange (i) => Insert($"b/{i}")).ToList();
        changes.Add(new RecordChange.Replace("a/kept", kept, Text("2")));
        changes.Insert(place, Insert("a/there", "2"));
        var witness = Witness();
        Assert.Equal(CommitOutcome.AlreadyThere, (await Store.CommitAsync(Partition, changes, witness, default)).Outcome);
        Assert.Empty(await RowsAsync("b/"));
        Assert.Null(await FindAsync(witness.Row));
        Assert.Equal(("1", kept), (await TextOfAsync("a/kept"), await VersionOfAsync("a/kept")));
    }

    [SkippableFact]
    public async Task CommitAsync_InsertedAgainAndAgain_VersionsNeverComeBack()
    {
        var versions = new HashSet<string>();
        for (var life = 0; life < 25; life++)
        {
            await CommittedAsync(Insert("row", "same"));
            Assert.True(versions.Add(await VersionOfAsync("row")));
            await CommittedAsync(new RecordChange.Replace("row", await VersionOfAsync("row"), Text("same")));
            Assert.True(versions.Add(await VersionOfAsync("row")));
            await CommittedAsync(new RecordChange.Delete("row", await VersionOfAsync("row")));
        }
        await CommittedAsync(Insert("row", "same"));
        foreach (var version in versions) Assert.Equal(CommitOutcome.Conflict, (await CommitAsync(new RecordChange.Delete("row", version))).Outcome);
    }

    [SkippableFact]
    public async Task TryCommitAsync_TableEmptiedBetween_VersionsNeverComeBack()
    {
        var partition = KeyEncoder.Encode(Partition);
        var versions = new HashSet<string>();
        for (var life = 0; life < 5; life++)
        {
            await Table.TryCommitAsync(new RawCommit(partition, [Insert("row")]), default);
            var version = (await Table.FindAsync(partition, "row", default))!.Version;
            Assert.True(versions.Add(version));
            await Table.TryCommitAsync(new RawCommit(partition, [new RecordChange.Delete("row", version)]), default);
        }
    }

    [SkippableFact]
    public async Task CommitAsync_Witness_IsAddedWithItsCommitId()
    {
        var result = await Store.CommitAsync(Partition, [], new CommitWitness("a/1", "Commit-1", Text("event")), default);
        Assert.Equal(new CommitResult(CommitOutcome.Committed), result);
        var witness = await FindAsync("a/1");
        Assert.Equal("event", await TextOfAsync("a/1"));
        Assert.Equal("Commit-1", Assert.Single(witness!.Columns, column => column.Key == "commitId").Value);
    }

    [SkippableFact]
    public async Task CommitAsync_SentTwice_CommittedOnce()
    {
        var witness = Witness();
        RecordChange[] changes = [Insert("row", "1")];
        await Store.CommitAsync(Partition, changes, witness, default);
        var version = await VersionOfAsync("row");
        Assert.Equal(new CommitResult(CommitOutcome.Committed), await Store.CommitAsync(Partition, changes, witness, default));
        Assert.Equal(version, await VersionOfAsync("row"));
    }

    [SkippableFact]
    public async Task CommitAsync_WitnessOfAnotherCommit_AlreadyThere()
    {
        await Store.CommitAsync(Partition, [], new CommitWitness("a/1", "one", Text("1")), default);
        var second = await Store.CommitAsync(Partition, [Insert("row")], new CommitWitness("a/1", "two", Text("2")), default);
        Assert.Equal(new CommitResult(CommitOutcome.AlreadyThere, "a/1"), second);
        Assert.Equal("1", await TextOfAsync("a/1"));
        Assert.Null(await FindAsync("row"));
    }

    [SkippableFact]
    public async Task CommitAsync_OtherPartitions_AreUntouched()
    {
        await CommittedAsync(Insert("row", "mine"));
        foreach (var other in new[] { Partition + "/", Partition + "!", Partition.ToUpperInvariant(), Partition[..^1] })
        {
            await Store.CommitAsync(other, [Insert("row", "other")], Witness(), default);
            Assert.Equal(2, (await RowsAsync("", other)).Count);
        }
        Assert.Equal("mine", await TextOfAsync("row"));
        Assert.Equal(2, (await RowsAsync("")).Count);
    }
}
