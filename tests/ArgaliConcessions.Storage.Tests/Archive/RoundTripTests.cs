using System.Text;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage.Archive;
using ArgaliConcessions.Storage.AzureTables;
using ArgaliConcessions.Storage.Sqlite;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Storage.Tests.Archive;

public sealed class RoundTripTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Import_OfAnExport_IsTheSameByteForByte()
    {
        var (from, to) = (await ArchiveBench.FilledAsync(new InMemoryTable()), new InMemoryTable { PageRows = 2, EmptyPages = true });
        var made = await ArchiveBench.ExportAsync(from, folder.File("a"));
        var taken = await ArchiveBench.ImportAsync(folder.File("a"), to);
        Assert.Equal(made, taken);
        Assert.Equal(new ArchiveTotals(4, 8, ArchiveBench.Rows.Sum(row => row.Payload.Length), made.Totals.Sha256), made.Totals);
        Assert.Equal(await ArchiveBench.ContentAsync(from), await ArchiveBench.ContentAsync(to));
        await ArchiveBench.ExportAsync(to, folder.File("b"));
        Assert.Equal(await File.ReadAllBytesAsync(folder.File("a")), await File.ReadAllBytesAsync(folder.File("b")));
    }

    [Fact]
    public async Task Import_FromSqliteToSqlite_IsTheSame()
    {
        using var from = await ArchiveBench.FilledAsync(Sqlite("from"));
        using var to = Sqlite("to");
        await ArchiveBench.ExportAsync(from, folder.File("a"));
        await ArchiveBench.ImportAsync(folder.File("a"), to);
        Assert.Equal(await ArchiveBench.ContentAsync(from), await ArchiveBench.ContentAsync(to));
    }

    [SkippableFact]
    [Trait("Category", "Azurite")]
    public async Task Import_FromSqliteToTablesAndBack_IsTheSame()
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        var tables = AzureTablesRecordTable.Open(Azurite.Table(Azurite.NameOf($"archive{Guid.NewGuid():N}")));
        using var from = await ArchiveBench.FilledAsync(Sqlite("from"));
        await ArchiveBench.PutAsync(from, "concession/a", "large", [.. Enumerable.Range(0, RecordLimits.MaxRecordBytes).Select(i => (byte)(i % 251))]);
        for (var i = 0; i < 250; i++) await ArchiveBench.PutAsync(from, "ledger/a/2014", FormattableString.Invariant($"p/{i:D5}"), Encoding.UTF8.GetBytes($"{{\"n\":{i}}}"));
        using var to = Sqlite("to");
        await ArchiveBench.ExportAsync(from, folder.File("a"));
        await ArchiveBench.ImportAsync(folder.File("a"), tables);
        await ArchiveBench.ExportAsync(tables, folder.File("b"));
        await ArchiveBench.ImportAsync(folder.File("b"), to);
        Assert.Equal(await ArchiveBench.ContentAsync(from), await ArchiveBench.ContentAsync(to));
        Assert.Equal(await File.ReadAllBytesAsync(folder.File("a")), await File.ReadAllBytesAsync(folder.File("b")));
    }

    [Fact]
    public async Task Import_RecordsAtEveryLimit_AreTaken()
    {
        var (from, to) = (new InMemoryTable(), new InMemoryTable());
        var columns = Enumerable.Range(0, 16).ToDictionary(i => FormattableString.Invariant($"c{i}"), _ => new string('"', 120));
        for (var i = 0; i < 8; i++) await ArchiveBench.PutAsync(from, new string('p', 512), FormattableString.Invariant($"{i}{new string('r', 511)}"), new byte[RecordLimits.MaxRecordBytes], columns);
        await ArchiveBench.ExportAsync(from, folder.File("a"));
        await ArchiveBench.ImportAsync(folder.File("a"), to);
        Assert.Equal(await ArchiveBench.ContentAsync(from), await ArchiveBench.ContentAsync(to));
    }

    [Fact]
    public async Task Export_OfManyRows_HoldsOnlyAPageInMemory()
    {
        const int Megabytes = 96;
        var table = new EndlessTable(rows: Megabytes * 4, bytes: 256 * 1024);
        var most = 0L;
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        void Look(ArchiveProgress progress)
        {
            if (progress.Rows % 32 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }
        await new ArchiveExporter(ArchiveBench.Over(table), Look).RunAsync(folder.File("a"), ArchiveBench.Origin, default);
        Assert.InRange(most, 1, Megabytes * 1024 * 1024 / 4);
    }

    [Fact]
    public async Task Export_File_IsItsOwnersOnly()
    {
        await ArchiveBench.ExportAsync(await ArchiveBench.FilledAsync(new InMemoryTable()), folder.File("a"));
        Assert.Equal([folder.File("a")], Directory.GetFiles(folder.Path));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("a")));
    }

    [Fact]
    public async Task Export_Payloads_StandReadableWhereTheyAreJson()
    {
        await ArchiveBench.ExportAsync(await ArchiveBench.FilledAsync(new InMemoryTable()), folder.File("a"));
        var lines = await File.ReadAllLinesAsync(folder.File("a"));
        Assert.StartsWith("""{"kind":"archive","format":"argali-archive","version":1,"madeAt":"2026-11-25T06:00:00Z","program":"0.1.0","store":"Test","sum":""", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("""{"kind":"row","row":"head","columns":{},"json":{"a":1.0,"a":1e2},"sha256":""", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("\"base64\":\"AP8KDQ==\"", StringComparison.Ordinal));
        Assert.Equal(5, lines.Count(line => line.Contains("\"base64\":", StringComparison.Ordinal)));
    }

    private SqliteRecordTable Sqlite(string name) => SqliteRecordTable.Open(new SqliteOptions { DataFolder = folder.File(name) }, TimeProvider.System);

    /// <summary>Rows that are made when they are read.</summary>
    private sealed class EndlessTable(int rows, int bytes) : IRecordTable, IWholeTable
    {
        private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

        public Task<WholePage> ReadAllAsync(WholePlace? from, int limit, CancellationToken cancellationToken)
        {
            var first = from is { } place ? int.Parse(place.Row, System.Globalization.CultureInfo.InvariantCulture) + 1 : 0;
            var page = Enumerable.Range(first, Math.Min(16, rows - first)).Select(Row).ToList();
            return Task.FromResult(new WholePage(page, first + 16 < rows ? new WholePlace("p", page[^1].Record.Row) : null));
        }

        public Task<RawRecord?> FindAsync(string partition, string row, CancellationToken cancellationToken) => Task.FromResult<RawRecord?>(null);

        public Task<RawPage> ReadPageAsync(RawRange range, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<RawCommitResult> TryCommitAsync(RawCommit commit, CancellationToken cancellationToken) => throw new NotSupportedException();

        private WholeRow Row(int number) => new("p", new RawRecord(FormattableString.Invariant($"{number:D8}"), "v", new byte[bytes], None));
    }
}
