using System.Text;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage.Archive;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Storage.Tests.Archive;

/// <summary>A damaged archive is refused at its line, and nothing of it is kept.</summary>
public sealed class DamageTests
{
    [Fact]
    public async Task Import_AnyByteFlipped_IsRefusedAtItsLine()
    {
        var whole = await ArchiveBench.BytesAsync();
        var line = 1L;
        for (var at = 0; at < whole.Length; at++)
        {
            foreach (var bit in new[] { 0x01, 0x20, 0x80 })
            {
                var damaged = whole.ToArray();
                damaged[at] ^= (byte)bit;
                await RefusedAsync(damaged, line);
            }
            if (whole[at] == '\n') line++;
        }
    }

    [Fact]
    public async Task Import_CutAnywhere_IsRefusedAtTheCut()
    {
        var whole = await ArchiveBench.BytesAsync();
        for (var length = 0; length < whole.Length; length++) await RefusedAsync(whole[..length], whole[..length].Count(b => b == '\n') + 1);
    }

    [Fact]
    public async Task Import_AnyLineDroppedDoubledOrSwapped_IsRefusedThere()
    {
        var lines = ArchiveBench.Lines(await ArchiveBench.BytesAsync());
        for (var i = 0; i < lines.Count; i++)
        {
            await RefusedAsync(Joined(lines.Where((_, n) => n != i)), i + 1);
            await RefusedAsync(Joined(lines.SelectMany((line, n) => n == i ? new[] { line, line } : [line])), i + 2);
            if (i > 0) await RefusedAsync(Joined([.. lines[..(i - 1)], lines[i], lines[i - 1], .. lines[(i + 1)..]]), i);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\n")]
    [InlineData(" ")]
    public async Task Import_AnythingBehindTheEnd_IsRefusedThere(string more)
    {
        var whole = await ArchiveBench.BytesAsync();
        var fault = await RefusedAsync([.. whole, .. ArchiveBench.Utf8(more)], ArchiveBench.Lines(whole).Count + 1);
        Assert.Equal("line-after-end", fault.Code);
    }

    [Fact]
    public async Task Import_EndlessLine_IsRefusedWithoutReadingItAll()
    {
        using var endless = new MemoryStream(new byte[8 * 1024 * 1024]);
        var fault = await Assert.ThrowsAsync<ArchiveException>(() => ArchiveBench.ImportAsync(endless, new InMemoryTable()));
        Assert.Equal(("line-too-long", 1), (fault.Code, fault.Line));
        Assert.InRange(endless.Position, 0, 2 * 1024 * 1024);
    }

    private const string Head = """{"kind":"archive","format":"argali-archive","version":1,"madeAt":"2026-11-25T06:00:00Z","program":"1","store":"S"}""";
    private const string Law = """{"kind":"partition","partition":"law"}""";

    /// <summary>Lines whose sums are right: somebody made them up.</summary>
    [Theory]
    [InlineData(1, "unknown-format", """{"kind":"archive","format":"argali-archive","version":2,"madeAt":"2026-11-25T06:00:00Z","program":"1","store":"S"}""")]
    [InlineData(1, "unknown-format", """{"kind":"archive","format":"other","version":1,"madeAt":"2026-11-25T06:00:00Z","program":"1","store":"S"}""")]
    [InlineData(1, "line-malformed", """{"kind":"archive","format":"argali-archive","version":1,"madeAt":"yesterday","program":"1","store":"S"}""")]
    [InlineData(1, "line-malformed", """{"kind":"bag"}""")]
    [InlineData(1, "line-out-of-place", Law)]
    [InlineData(2, "line-out-of-place", Head, Head)]
    [InlineData(2, "line-malformed", Head, """{"kind":"partition","partition":"law","more":1}""")]
    [InlineData(2, "line-malformed", Head, """{"kind":"partition","partition":7}""")]
    [InlineData(2, "line-malformed", Head, """{"kind":"partition","partition":"\ud800"}""")]
    [InlineData(2, "record-refused", Head, """{"kind":"partition","partition":""}""")]
    [InlineData(2, "record-refused", Head, """{"kind":"partition","partition":"import"}""")]
    [InlineData(3, "line-out-of-place", Head, Law, Law)]
    [InlineData(3, "line-out-of-place", Head, Law, """{"kind":"end","partition":"law","rows":0,"bytes":0,"sha256":""}""")]
    [InlineData(3, "line-malformed", Head, Law, """{"kind":"row","row":"a","columns":{},"json":1,"sha256":"00"}""")]
    [InlineData(3, "line-malformed", Head, Law, """{"kind":"row","row":"a","columns":{},"base64":"!","sha256":"00"}""")]
    [InlineData(3, "line-malformed", Head, Law, """{"kind":"row","row":"a","columns":{"c":null},"json":1,"sha256":"00"}""")]
    [InlineData(3, "line-malformed", Head, Law, """{"kind":"row","row":"a","columns":{"c":"1","c":"2"},"json":1,"sha256":"00"}""")]
    [InlineData(3, "record-refused", Head, Law, """{"kind":"row","row":"a","columns":{"Payload":"1"},"json":1,"sha256":"00"}""")]
    [InlineData(2, "sums-differ", Head, """{"kind":"total","partitions":0,"rows":1,"bytes":0,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}""")]
    [InlineData(2, "line-malformed", Head, """{"kind":"total","partitions":-1,"rows":0,"bytes":0,"sha256":""}""")]
    public async Task Import_LinesMadeUp_AreRefused(int line, string code, params string[] contents) =>
        Assert.Equal(code, (await RefusedAsync(Summed(contents), line)).Code);

    [Fact]
    public async Task Import_KeyOrPayloadPastItsLimit_IsRefused()
    {
        await RefusedAsync(Summed([Head, $$"""{"kind":"partition","partition":"{{new string('p', 513)}}"}"""]), 2);
        var tooMuch = Convert.ToBase64String(new byte[RecordLimits.MaxRecordBytes + 1]);
        var fault = await RefusedAsync(Summed([Head, Law, $$"""{"kind":"row","row":"a","columns":{},"base64":"{{tooMuch}}","sha256":"00"}"""]), 3);
        Assert.Equal("record-refused", fault.Code);
    }

    [Fact]
    public async Task Import_DamagedAfterItWasChecked_IsTakenBack()
    {
        var (whole, table) = (await ArchiveBench.BytesAsync(), new InMemoryTable());
        using var archive = new MemoryStream(whole);
        var summary = await ArchiveImporter.CheckAsync(archive, _ => { }, default);
        var importing = new ArchiveImporter(ArchiveBench.Over(table), progress =>
        {
            // Behind the rows that are written already.
            if (progress.Step == ArchiveStep.Importing) whole[^90] ^= 1;
        });
        var fault = await Assert.ThrowsAsync<ArchiveException>(() => importing.RunAsync(archive, summary, default));
        Assert.Equal(ArchiveBench.Lines(whole).Count, fault.Line);
        Assert.Empty(await ArchiveBench.ContentAsync(table));
    }

    private static async Task<ArchiveException> RefusedAsync(byte[] archive, long line)
    {
        var table = new InMemoryTable();
        using var stream = new MemoryStream(archive);
        var fault = await Assert.ThrowsAsync<ArchiveException>(() => ArchiveBench.ImportAsync(stream, table));
        Assert.Equal(line, fault.Line);
        Assert.Empty(await ArchiveBench.ContentAsync(table));
        return fault;
    }

    private static byte[] Joined(IEnumerable<byte[]> lines) => [.. lines.SelectMany(line => line)];

    private static byte[] Summed(IEnumerable<string> contents)
    {
        var (archive, sum) = (new List<byte>(), "");
        foreach (var content in contents.Select(text => Encoding.UTF8.GetBytes(text)[..^1]))
        {
            sum = ArchiveFormat.SumOf(sum, content);
            archive.AddRange([.. content, .. ArchiveFormat.Tail(sum)]);
        }
        return [.. archive];
    }
}
