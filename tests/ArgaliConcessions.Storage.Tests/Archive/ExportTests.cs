using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage.Archive;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Storage.Tests.Archive;

public sealed class ExportTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Target => folder.File("a");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Export_CutAnywhere_GoesOnToTheSameArchive()
    {
        var (whole, table) = (await ArchiveBench.BytesAsync(), await ArchiveBench.FilledAsync(new InMemoryTable()));
        var cuts = Enumerable.Range(0, whole.Length + 1).Where(length => length % 9 == 0 || length == whole.Length || whole[length] == '\n' || (length > 0 && whole[length - 1] == '\n'));
        foreach (var length in cuts)
        {
            await File.WriteAllBytesAsync(ArchiveFile.PartialOf(Target), whole[..length]);
            await ArchiveBench.ExportAsync(table, Target);
            Assert.Equal(whole, await File.ReadAllBytesAsync(Target));
            File.Delete(Target);
        }
    }

    [Fact]
    public async Task Export_GoingOn_ReadsOnlyWhatIsLacking()
    {
        var lines = ArchiveBench.Lines(await ArchiveBench.BytesAsync());
        await File.WriteAllBytesAsync(ArchiveFile.PartialOf(Target), [.. lines[..^3].SelectMany(line => line)]);
        var written = new List<long>();
        await new ArchiveExporter(ArchiveBench.Over(await ArchiveBench.FilledAsync(new InMemoryTable())), progress =>
        {
            if (progress.Step == ArchiveStep.Writing) written.Add(progress.Rows);
        }).RunAsync(Target, ArchiveBench.Origin, default);
        Assert.Equal([8], written);
    }

    [Fact]
    public async Task Export_Cancelled_LeavesWhatTheNextRunGoesOnWith()
    {
        var table = await ArchiveBench.FilledAsync(new InMemoryTable { PageRows = 1 });
        using var stopping = new CancellationTokenSource();
        var exporter = new ArchiveExporter(ArchiveBench.Over(table), progress =>
        {
            if (progress.Rows == 5) stopping.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => exporter.RunAsync(Target, ArchiveBench.Origin, stopping.Token));
        Assert.InRange(new FileInfo(ArchiveFile.PartialOf(Target)).Length, 500, 5000);
        await ArchiveBench.ExportAsync(table, Target);
        Assert.Equal(await ArchiveBench.BytesAsync(), await File.ReadAllBytesAsync(Target));
    }

    [Theory]
    [InlineData("concession/0", "r")]
    [InlineData("concession/a", "z")]
    [InlineData("law", "head2")]
    [InlineData("zonemap", "head")]
    public async Task Export_StoreMovedSinceItWasCut_BeginsAnew(string partition, string row)
    {
        var (whole, table) = (await ArchiveBench.BytesAsync(), await ArchiveBench.FilledAsync(new InMemoryTable()));
        await ArchiveBench.PutAsync(table, partition, row, "1"u8.ToArray());
        await File.WriteAllBytesAsync(ArchiveFile.PartialOf(Target), whole);
        await ArchiveBench.ExportAsync(table, Target);
        var copy = new InMemoryTable();
        await ArchiveBench.ImportAsync(Target, copy);
        Assert.Equal(await ArchiveBench.ContentAsync(table), await ArchiveBench.ContentAsync(copy));
    }

    [Fact]
    public async Task Export_StoreMovedBetweenCutAndAnyLine_BeginsAnew()
    {
        var lines = ArchiveBench.Lines(await ArchiveBench.BytesAsync());
        for (var cut = 1; cut < lines.Count; cut++)
        {
            // Of the partitions that the cut archive has begun, none is there any more.
            var table = new InMemoryTable();
            await ArchiveBench.PutAsync(table, "zonemap", "head", "1"u8.ToArray());
            await File.WriteAllBytesAsync(ArchiveFile.PartialOf(Target), [.. lines[..cut].SelectMany(line => line)]);
            var made = await ArchiveBench.ExportAsync(table, Target);
            Assert.Equal(1, made.Totals.Rows);
            File.Delete(Target);
        }
    }

    [Theory]
    [InlineData("concession/0", "r", "+ concession/0 r")]
    [InlineData("zonemap", "head", "+ zonemap head")]
    public async Task Export_StoreWrittenToMeanwhile_IsRefusedAndLeavesNothing(string partition, string row, string named)
    {
        var table = await ArchiveBench.FilledAsync(new InMemoryTable());
        var exporter = new ArchiveExporter(ArchiveBench.Over(table), progress =>
        {
            if (progress is { Step: ArchiveStep.Writing, Rows: 8 }) ArchiveBench.PutAsync(table, partition, row, "1"u8.ToArray()).Wait();
        });
        var fault = await Assert.ThrowsAsync<ArchiveException>(() => exporter.RunAsync(Target, ArchiveBench.Origin, default));
        Assert.Equal(("store-moved", named), (fault.Code, fault.Detail));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Export_RowReplacedMeanwhile_IsRefused()
    {
        var table = await ArchiveBench.FilledAsync(new InMemoryTable());
        var exporter = new ArchiveExporter(ArchiveBench.Over(table), progress =>
        {
            if (progress is not { Step: ArchiveStep.Writing, Rows: 8 }) return;
            var head = table.FindAsync("law", "head", default).Result!;
            table.TryCommitAsync(new RawCommit("law", [new RecordChange.Replace("head", head.Version, "2"u8.ToArray())]), default).Wait();
        });
        var fault = await Assert.ThrowsAsync<ArchiveException>(() => exporter.RunAsync(Target, ArchiveBench.Origin, default));
        Assert.Equal("~ law head", fault.Detail);
    }

    [Fact]
    public async Task Export_FileThere_IsNotTouched()
    {
        await File.WriteAllTextAsync(Target, "mine");
        var fault = await Assert.ThrowsAsync<ArchiveException>(() => ArchiveBench.ExportAsync(new InMemoryTable(), Target));
        Assert.Equal("file-exists", fault.Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(Target));
    }

    [Fact]
    public async Task Export_EmptyStore_IsRefusedAndLeavesNothing()
    {
        var fault = await Assert.ThrowsAsync<ArchiveException>(() => ArchiveBench.ExportAsync(new InMemoryTable(), Target));
        Assert.Equal("store-empty", fault.Code);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Export_HalfImportedStore_IsRefused()
    {
        var table = await ArchiveBench.FilledAsync(new InMemoryTable());
        await ArchiveBench.PutAsync(table, Partitions.Import, ImportMarker.Row, "{}"u8.ToArray());
        Assert.Equal("import-unfinished", (await Assert.ThrowsAsync<ArchiveException>(() => ArchiveBench.ExportAsync(table, Target))).Code);
    }

    [Fact]
    public async Task Export_ThroughPassingFaults_SucceedsAndThroughLastingOnesGoesOnLater()
    {
        var table = await ArchiveBench.FilledAsync(new InMemoryTable { PageRows = 1 });
        await ArchiveBench.ExportAsync(FaultyTable.Seeded(table, 1, 0.3), Target);
        Assert.Equal(await ArchiveBench.BytesAsync(), await File.ReadAllBytesAsync(Target));
        File.Delete(Target);
        for (var reads = 0; ; reads++)
        {
            try
            {
                await ArchiveBench.ExportAsync(FaultyTable.OnReads(table, [.. Enumerable.Repeat(Mishap.None, reads), Mishap.Broken]), Target);
                break;
            }
            catch (RecordStoreException)
            {
                Assert.False(File.Exists(Target));
            }
        }
        Assert.Equal(await ArchiveBench.BytesAsync(), await File.ReadAllBytesAsync(Target));
    }
}
