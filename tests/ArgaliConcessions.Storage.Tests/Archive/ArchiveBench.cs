using System.Text;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage.Archive;
using ArgaliConcessions.Tests;
using NodaTime;

namespace ArgaliConcessions.Storage.Tests.Archive;

/// <summary>Stores, and archives of them, for the tests of this folder.</summary>
internal static class ArchiveBench
{
    public static readonly ArchiveOrigin Origin = new(Instant.FromUtc(2026, 11, 25, 6, 0), "0.1.0", "Test");

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>Every kind of row: JSON, JSON that needs base64, bytes, nothing, columns, names of any letters.</summary>
    public static readonly (string Partition, string Row, byte[] Payload, IReadOnlyDictionary<string, string> Columns)[] Rows =
    [
        ("concession/a", "g/1/000", [0, 255, 10, 13], None),
        ("concession/a", "head", Utf8("""{"sequence":1,"имя":"Аксу \u0041 \ud800"}"""), None),
        ("concession/ф/x", "a\nb", Utf8("{}\n"), None),
        ("law", "head", Utf8("""{"a":1.0,"a":1e2}"""), None),
        ("law", "a/000000000001", Utf8("[1 , 2]"), new Dictionary<string, string> { ["commitId"] = "c-1", ["salt"] = "\"<й>\"" }),
        ("law", "empty", [], None),
        ("pending", "blank", Utf8(" 1"), None),
        ("pending", "text", Utf8("not json"), None),
    ];

    public static ArchivedStore Over(IRecordTable table) => new(table, TestStores.Hurried, TimeProvider.System, () => 0.5);

    public static async Task<T> FilledAsync<T>(T table) where T : IRecordTable
    {
        foreach (var row in Rows) await PutAsync(table, row.Partition, row.Row, row.Payload, row.Columns);
        return table;
    }

    public static async Task PutAsync(IRecordTable table, string partition, string row, byte[] payload, IReadOnlyDictionary<string, string>? columns = null) => await Over(table).CommitAsync(
        KeyEncoder.Encode(partition), [new RecordChange.Insert(KeyEncoder.Encode(row), payload, columns ?? None)], default);

    public static Task<ArchiveSummary> ExportAsync(IRecordTable table, string file, CancellationToken stopping = default) =>
        new ArchiveExporter(Over(table), _ => { }).RunAsync(file, Origin, stopping);

    /// <summary>Checks and imports, as the command does.</summary>
    public static async Task<ArchiveSummary> ImportAsync(Stream archive, IRecordTable table, Action<ArchiveProgress>? progress = null)
    {
        var summary = await ArchiveImporter.CheckAsync(archive, _ => { }, default);
        await new ArchiveImporter(Over(table), progress ?? (_ => { })).RunAsync(archive, summary, default);
        return summary;
    }

    public static async Task<ArchiveSummary> ImportAsync(string file, IRecordTable table)
    {
        using var archive = ArchiveFile.OpenToRead(file);
        return await ImportAsync(archive, table);
    }

    /// <summary>The archive of <see cref="Rows"/>.</summary>
    public static async Task<byte[]> BytesAsync()
    {
        using var folder = new TempFolder();
        await ExportAsync(await FilledAsync(new InMemoryTable()), folder.File("a"));
        return await File.ReadAllBytesAsync(folder.File("a"));
    }

    /// <summary>All that a store holds, but for versions.</summary>
    public static async Task<List<string>> ContentAsync(IRecordTable table)
    {
        var content = new List<string>();
        await foreach (var (partition, row) in WholeStore.ReadAsync(table))
        {
            var columns = row.Columns.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}");
            content.Add($"{partition} {row.Row} {Convert.ToHexString(row.Payload.Span)} {string.Join(',', columns)}");
        }
        return content;
    }

    /// <summary>Cuts after each line feed.</summary>
    public static List<byte[]> Lines(byte[] archive)
    {
        var lines = new List<byte[]>();
        for (var start = 0; start < archive.Length;)
        {
            var end = Array.IndexOf(archive, (byte)'\n', start) + 1;
            if (end == 0) end = archive.Length;
            lines.Add(archive[start..end]);
            start = end;
        }
        return lines;
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
