using System.Globalization;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage.Sqlite;
using ArgaliConcessions.Tests;
using Microsoft.Data.Sqlite;

namespace ArgaliConcessions.Storage.Tests.Sqlite;

/// <summary>What the embedded store says and does when its file or folder is not as it should be.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Database => folder.File("store.db");

    public void Dispose() => folder.Dispose();

    private SqliteRecordTable Open() => SqliteRecordTable.Open(new SqliteOptions { DataFolder = folder.Path, BusySeconds = 1 }, new ManualTime());

    private static Task<CommitResult> WriteAsync(SqliteRecordTable table, string row, string payload = "{}") => TestStores.Above(table).CommitAsync(
        "p", [new RecordChange.Insert(row, System.Text.Encoding.UTF8.GetBytes(payload))], new CommitWitness($"w/{row}", "c", ReadOnlyMemory<byte>.Empty), default);

    private async Task FillAsync(int rows)
    {
        using var table = Open();
        for (var i = 0; i < rows; i++) await WriteAsync(table, $"r/{i}", new string('x', 3_000));
    }

    private string RefusalToOpen() => Assert.Throws<RecordStoreException>(() => Open().Dispose()).Message;

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    [Fact]
    public async Task Open_FolderMissing_MakesItAndLeavesOneFileWhenClosed()
    {
        var options = new SqliteOptions { DataFolder = folder.File("new/deeper") };
        using (var table = SqliteRecordTable.Open(options, new ManualTime())) await WriteAsync(table, "row");
        Assert.Equal(["store.db", "store.lock"], Directory.GetFiles(options.DataFolder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Open_Again_EverythingIsThereAndVersionsGoOn()
    {
        string version;
        using (var table = Open())
        {
            await WriteAsync(table, "row");
            version = (await table.FindAsync("p", "row", default))!.Version;
            await table.TryCommitAsync(new RawCommit("p", [new RecordChange.Delete("row", version)]), default);
        }
        using var again = Open();
        Assert.NotNull(await again.FindAsync("p", "w!row", default));
        await TestStores.Above(again).CommitAsync("p", [new RecordChange.Insert("row", default)], new CommitWitness("w/2", "c", default), default);
        var later = (await again.FindAsync("p", "row", default))!.Version;
        Assert.True(long.Parse(later, CultureInfo.InvariantCulture) > long.Parse(version, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Open_SecondHost_SaysWhoHoldsTheFolder()
    {
        using var first = Open();
        var fault = Assert.Throws<DataFolderInUseException>(() => Open());
        Assert.Equal(folder.Path, fault.Folder);
        Assert.Equal($"process {Environment.ProcessId} on {Environment.MachineName} since 2015-09-01T06:00:00Z", fault.Holder);
        Assert.Contains(fault.Holder!, fault.Message, StringComparison.Ordinal);
        first.Dispose();
        Open().Dispose();
    }

    [Fact]
    public void Open_HolderCrashed_TheFolderIsFree()
    {
        // What a killed process leaves behind: both files, but no lock.
        File.WriteAllText(folder.File("store.lock"), "");
        File.WriteAllText(folder.File("store.lock.holder"), "process 1 on elsewhere since yesterday");
        Open().Dispose();
    }

    [Fact]
    public void Open_FileIsNoDatabase_SaysDamaged()
    {
        File.WriteAllText(Database, string.Concat(Enumerable.Repeat("this is no database. ", 1_000)));
        Assert.Contains($"'{Database}' is damaged or is not a database", RefusalToOpen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_MiddleOfTheFileOverwritten_SaysDamaged()
    {
        await FillAsync(200);
        using (var file = File.OpenWrite(Database))
        {
            file.Position = 8 * 4096;
            file.Write(new byte[file.Length - (2 * file.Position)]);
        }
        using var table = Open();
        var store = TestStores.Above(table);
        var fault = await Assert.ThrowsAsync<RecordStoreException>(async () =>
        {
            await foreach (var record in store.ListAsync("p", RowRange.All, default)) Assert.NotNull(record);
        });
        Assert.Contains("is damaged", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_FileReadOnly_SaysSo()
    {
        await FillAsync(1);
        File.SetAttributes(Database, FileAttributes.ReadOnly);
        Assert.Contains($"'{Database}' is read-only", RefusalToOpen(), StringComparison.Ordinal);
        File.SetAttributes(Database, FileAttributes.Normal);
        Open().Dispose();
    }

    [Fact]
    public void Open_FolderIsAFile_SaysItCannotBeWritten()
    {
        File.WriteAllText(folder.File("plain"), "");
        var options = new SqliteOptions { DataFolder = folder.File("plain") };
        var fault = Assert.Throws<RecordStoreException>(() => SqliteRecordTable.Open(options, new ManualTime()));
        Assert.Contains($"'{options.DataFolder}' cannot be written", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_DatabaseOfAnotherProgramOrVersion_SaysSo()
    {
        Run("CREATE TABLE theirs (x)");
        Assert.Contains("another program", RefusalToOpen(), StringComparison.Ordinal);
        File.Delete(Database);
        await FillAsync(1);
        Run("PRAGMA user_version = 2");
        Assert.Contains("another version", RefusalToOpen(), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FailsAtTheFile_LetsGoOfTheFolder()
    {
        File.WriteAllText(Database, new string('x', 5_000));
        RefusalToOpen();
        File.Delete(Database);
        Open().Dispose();
    }

    [Fact]
    public async Task TryCommitAsync_AnotherProgramHoldsTheFile_TransientAndNothingIsHalfDone()
    {
        using var table = Open();
        using (var other = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            other.Open();
            using var begin = other.CreateCommand();
            begin.CommandText = "BEGIN IMMEDIATE";
            begin.ExecuteNonQuery();
            var commit = new RawCommit("p", [new RecordChange.Insert("row", ReadOnlyMemory<byte>.Empty)]);
            var fault = await Assert.ThrowsAsync<RecordTableException>(() => table.TryCommitAsync(commit, default));
            Assert.Equal(TableFault.Transient, fault.Kind);
            Assert.Null(await table.FindAsync("p", "row", default));
        }
        Assert.Equal(CommitOutcome.Committed, (await WriteAsync(table, "row")).Outcome);
    }

    [Fact]
    public async Task FindAsync_WhileOthersWrite_NeverSeesHalfACommit()
    {
        using var table = Open();
        var store = TestStores.Above(table);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 300; i++)
            {
                await store.CommitAsync("p", [new RecordChange.Insert($"a/{i}", default), new RecordChange.Insert($"b/{i}", default)], new CommitWitness($"w/{i}", "c", default), default);
            }
        });
        for (var i = 0; i < 300; i++)
        {
            while (await store.FindAsync(new RecordKey("p", $"a/{i}"), default) is null) await Task.Yield();
            Assert.NotNull(await store.FindAsync(new RecordKey("p", $"b/{i}"), default));
        }
        await writing;
    }

    [Fact]
    public async Task Dispose_CallsUnderWay_EndAndLaterOnesThrow()
    {
        var table = Open();
        var calls = Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            await WriteAsync(table, $"r/{i}");
            await table.FindAsync("p", "r!0", default);
        })).ToList();
        await Task.Delay(5);
        table.Dispose();
        foreach (var call in calls)
        {
            try
            {
                await call;
            }
            catch (ObjectDisposedException)
            {
                continue;
            }
        }
        table.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => table.FindAsync("p", "row", default));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => WriteAsync(table, "late"));
        Open().Dispose();
    }

    [Fact]
    public async Task Open_FileOfTheProgram_IsInWriteAheadMode()
    {
        await FillAsync(1);
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        Assert.Equal("wal", command.ExecuteScalar());
    }
}
