using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage.Archive;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Storage.Tests.Archive;

public sealed class ImportTests
{
    private static readonly Mishap[] Crashes = [Mishap.Broken, Mishap.ReplyLost];

    /// <summary>A crash is a store that fails for good at the n-th commit, before it is applied or after.</summary>
    [Fact]
    public async Task Import_CrashedAtAnyCommit_GoesOnToTheSameStore()
    {
        var (archive, expected) = (await ArchiveBench.BytesAsync(), await ArchiveBench.ContentAsync(await ArchiveBench.FilledAsync(new InMemoryTable())));
        foreach (var crash in Crashes)
        {
            for (var commits = 0; ; commits++)
            {
                var table = new InMemoryTable();
                var crashed = await CrashAsync(archive, table, commits, crash);
                if (!crashed) break;
                // Part of it may be there, but never as a register that looks whole.
                var marked = await table.FindAsync(Partitions.Import, ImportMarker.Row, default) is not null;
                var content = await ArchiveBench.ContentAsync(table);
                Assert.True(marked || content.Count == 0 || content.SequenceEqual(expected));
                await ArchiveBench.ImportAsync(new MemoryStream(archive), table);
                Assert.Equal(expected, await ArchiveBench.ContentAsync(table));
            }
        }
    }

    [Theory]
    [InlineData(Mishap.ReplyLost)]
    [InlineData(Mishap.RequestLost)]
    [InlineData(Mishap.ArrivesLate)]
    [InlineData(Mishap.Throttled)]
    public async Task Import_EveryCommitMeetsAMishapOnce_IsTheSame(Mishap mishap)
    {
        var (archive, table, turn) = (await ArchiveBench.BytesAsync(), new InMemoryTable(), -1);
        var faulty = new FaultyTable(table, () => Interlocked.Increment(ref turn) % 2 == 0 ? mishap : Mishap.None, () => Mishap.None);
        await ArchiveBench.ImportAsync(new MemoryStream(archive), faulty);
        Assert.Equal(await ArchiveBench.ContentAsync(await ArchiveBench.FilledAsync(new InMemoryTable())), await ArchiveBench.ContentAsync(table));
    }

    [Fact]
    public async Task Import_Law_ComesLast()
    {
        var table = new InMemoryTable();
        var order = new List<string>();
        await ArchiveBench.ImportAsync(new MemoryStream(await ArchiveBench.BytesAsync()), new WatchedTable(table, order));
        Assert.Equal(["import", "law", "import"], [order[0], order[^2], order[^1]]);
        Assert.Single(order, "law");
    }

    [Fact]
    public async Task Import_StoreWithAnyRow_IsRefusedAndNotTouched()
    {
        var table = new InMemoryTable();
        await ArchiveBench.PutAsync(table, "timers", "t", "1"u8.ToArray());
        var before = await ArchiveBench.ContentAsync(table);
        Assert.Equal("target-not-empty", (await RefusedAsync(table)).Code);
        Assert.Equal(before, await ArchiveBench.ContentAsync(table));
    }

    [Fact]
    public async Task Import_TwiceInARow_ChangesNothingTheSecondTime()
    {
        var (archive, table, order) = (await ArchiveBench.BytesAsync(), new InMemoryTable(), new List<string>());
        await ArchiveBench.ImportAsync(new MemoryStream(archive), table);
        await ArchiveBench.ImportAsync(new MemoryStream(archive), new WatchedTable(table, order));
        Assert.Empty(order);
        await ArchiveBench.PutAsync(table, "zonemap", "head", "1"u8.ToArray());
        Assert.Equal("target-not-empty", (await RefusedAsync(table)).Code);
    }

    [Fact]
    public async Task Import_PartOfAnotherArchiveThere_IsRefused()
    {
        var table = new InMemoryTable();
        await CrashAsync(await ArchiveBench.BytesAsync(), table, 3, Mishap.Broken);
        using var folder = new TempFolder();
        var other = await ArchiveBench.FilledAsync(new InMemoryTable());
        await ArchiveBench.PutAsync(other, "zonemap", "head", "1"u8.ToArray());
        await ArchiveBench.ExportAsync(other, folder.File("b"));
        var before = await ArchiveBench.ContentAsync(table);
        Assert.Equal("other-import", (await Assert.ThrowsAsync<ArchiveException>(() => ArchiveBench.ImportAsync(folder.File("b"), table))).Code);
        Assert.Equal(before, await ArchiveBench.ContentAsync(table));
    }

    [Fact]
    public async Task Import_GoingOnOverARowThatDiffers_NamesIt()
    {
        var table = new InMemoryTable();
        await CrashAsync(await ArchiveBench.BytesAsync(), table, 1, Mishap.Broken);
        await ArchiveBench.PutAsync(table, "pending", "text", "other"u8.ToArray());
        var fault = await RefusedAsync(table);
        Assert.Equal(("row-differs", "pending text"), (fault.Code, fault.Detail));
        Assert.NotNull(await table.FindAsync(Partitions.Import, ImportMarker.Row, default));
    }

    [Fact]
    public async Task Import_RowsTooManyInTheStore_AreNamedAndTheMarkStays()
    {
        var table = new InMemoryTable();
        await CrashAsync(await ArchiveBench.BytesAsync(), table, 1, Mishap.Broken);
        await ArchiveBench.PutAsync(table, "law", "more", "1"u8.ToArray());
        await ArchiveBench.PutAsync(table, "zonemap", "head", "1"u8.ToArray());
        var fault = await RefusedAsync(table);
        Assert.Equal(("import-differs", "+ law more\n+ zonemap head"), (fault.Code, fault.Detail));
        Assert.True(await ImportMarker.IsThereAsync(TestStores.Above(table), default));
    }

    [Fact]
    public async Task Import_StoreThatLosesAndSpoilsRows_IsFoundOutAtTheEnd()
    {
        var table = new InMemoryTable();
        var archive = await ArchiveBench.BytesAsync();
        using var stream = new MemoryStream(archive);
        var spoilt = false;
        var fault = await Assert.ThrowsAsync<ArchiveException>(() => ArchiveBench.ImportAsync(stream, table, progress =>
        {
            if (progress is not { Step: ArchiveStep.Importing, Rows: 3 } || spoilt || table.FindAsync("law", "head", default).Result is not { } head) return;
            spoilt = true;
            var empty = table.FindAsync("law", "empty", default).Result!;
            table.TryCommitAsync(new RawCommit("law", [new RecordChange.Replace("head", head.Version, "2"u8.ToArray()), new RecordChange.Delete("empty", empty.Version)]), default).Wait();
        }));
        Assert.Equal(("import-differs", "- law empty\n~ law head"), (fault.Code, fault.Detail));
    }

    [Fact]
    public async Task Import_ManyRows_GoInCommitsWithinTheLimits()
    {
        using var folder = new TempFolder();
        var (from, to, order) = (new InMemoryTable(), new InMemoryTable(), new List<string>());
        for (var i = 0; i < 230; i++) await ArchiveBench.PutAsync(from, "p", FormattableString.Invariant($"{i:D4}"), new byte[i]);
        await ArchiveBench.ExportAsync(from, folder.File("a"));
        await ArchiveBench.ImportAsync(folder.File("a"), new WatchedTable(to, order));
        Assert.Equal(["import", "p", "p", "p", "import"], order);
        Assert.Equal(await ArchiveBench.ContentAsync(from), await ArchiveBench.ContentAsync(to));
    }

    private static async Task<ArchiveException> RefusedAsync(InMemoryTable table)
    {
        var archive = await ArchiveBench.BytesAsync();
        return await Assert.ThrowsAsync<ArchiveException>(() => ArchiveBench.ImportAsync(new MemoryStream(archive), table));
    }

    /// <summary>Imports until the process dies at a commit; false when there were not so many.</summary>
    private static async Task<bool> CrashAsync(byte[] archive, InMemoryTable table, int commits, Mishap crash)
    {
        var turn = -1;
        var faulty = new FaultyTable(table, () => Interlocked.Increment(ref turn) is var now && now < commits ? Mishap.None : now == commits ? crash : Mishap.Broken, () => Mishap.None);
        try
        {
            await ArchiveBench.ImportAsync(new MemoryStream(archive), faulty);
            return false;
        }
        catch (RecordStoreException)
        {
            return true;
        }
    }

    /// <summary>Writes down the partitions of commits, in their order, and holds each to the limits.</summary>
    private sealed class WatchedTable(InMemoryTable inner, List<string> order) : IRecordTable, IWholeTable
    {
        public Task<RawRecord?> FindAsync(string partition, string row, CancellationToken cancellationToken) => inner.FindAsync(partition, row, cancellationToken);

        public Task<RawPage> ReadPageAsync(RawRange range, int limit, CancellationToken cancellationToken) => inner.ReadPageAsync(range, limit, cancellationToken);

        public Task<WholePage> ReadAllAsync(WholePlace? from, int limit, CancellationToken cancellationToken) => inner.ReadAllAsync(from, limit, cancellationToken);

        public Task<RawCommitResult> TryCommitAsync(RawCommit commit, CancellationToken cancellationToken)
        {
            Assert.InRange(commit.Changes.Count, 1, RecordLimits.MaxChanges);
            lock (order) order.Add(commit.Partition);
            return inner.TryCommitAsync(commit, cancellationToken);
        }
    }
}
