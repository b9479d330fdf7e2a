using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using NodaTime.Text;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>Reads what a line says, when its sum is right already. Strict: a sum can be right on a line that somebody made up.</summary>
internal static class ArchiveLineParser
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ArchiveFormat.MaxJsonDepth + 2 };

    /// <param name="line">The line without its line feed.</param>
    /// <param name="partition">The partition that is open, encoded.</param>
    /// <param name="number">The line's number, for complaints.</param>
    /// <exception cref="ArchiveException">It is no line of an archive, or says what no store takes.</exception>
    public static ArchiveLine Parse(ReadOnlyMemory<byte> line, string partition, long number)
    {
        try
        {
            if (!Utf8.IsValid(line.Span)) throw new FormatException("not UTF-8");
            using var json = JsonDocument.Parse(line, Options);
            return Parse(new Members(json.RootElement), partition);
        }
        catch (ArgumentException fault)
        {
            throw new ArchiveException("record-refused", number, fault.Message, fault);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new ArchiveException("line-malformed", number, fault.Message, fault);
        }
        catch (UnknownFormatException fault)
        {
            throw new ArchiveException("unknown-format", number, fault.Message, fault);
        }
    }

    private static ArchiveLine Parse(Members members, string partition)
    {
        ArchiveLine line = members.Text("kind") switch
        {
            "archive" => Header(members),
            "partition" => new ArchiveLine.Partition(KeyEncoder.Encode(members.Text("partition"))),
            "row" => Row(members, partition),
            "end" => new ArchiveLine.End(KeyEncoder.Encode(members.Text("partition")), new(members.Count("rows"), members.Count("bytes"), members.Text("sha256"))),
            "total" => new ArchiveLine.Total(new(members.Count("partitions"), members.Count("rows"), members.Count("bytes"), members.Text("sha256"))),
            var other => throw new FormatException($"kind {other}"),
        };
        members.Text("sum");
        members.End();
        return line;
    }

    private static ArchiveLine.Header Header(Members members)
    {
        var (format, version) = (members.Text("format"), members.Count("version"));
        if (format != ArchiveFormat.Name || version != ArchiveFormat.Version) throw new UnknownFormatException(FormattableString.Invariant($"{format} {version}"));
        var madeAt = InstantPattern.ExtendedIso.Parse(members.Text("madeAt")).GetValueOrThrow();
        return new ArchiveLine.Header(new ArchiveOrigin(madeAt, members.Text("program"), members.Text("store")));
    }

    private static ArchiveLine.Row Row(Members members, string partition)
    {
        var key = KeyEncoder.Encode(members.Text("row"));
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in members.Next("columns").EnumerateObject())
        {
            if (!columns.TryAdd(column.Name, column.Value.GetString() ?? throw new FormatException("null"))) throw new FormatException($"column {column.Name} twice");
        }
        var payload = members.NextIs("json") ? JsonMarshal.GetRawUtf8Value(members.Next("json")).ToArray() : members.Next("base64").GetBytesFromBase64();
        RawCommits.CheckRecord(key, payload, columns);
        var row = new ArchiveRow(partition, key, payload, columns, ChainHash.OfRow(payload, columns));
        return members.Text("sha256") == row.Sha256 ? new ArchiveLine.Row(row) : throw new FormatException("sha256");
    }

    /// <summary>The members of a line, taken one by one in their order.</summary>
    private sealed class Members(JsonElement line)
    {
        private readonly List<JsonProperty> all = [.. line.EnumerateObject()];
        private int next;

        public bool NextIs(string name) => next < all.Count && all[next].NameEquals(name);

        public JsonElement Next(string name) => NextIs(name) ? all[next++].Value : throw new FormatException($"no {name}");

        public string Text(string name) => Next(name).GetString() ?? throw new FormatException($"{name} null");

        public long Count(string name) => Next(name).GetInt64() is >= 0 and var count ? count : throw new FormatException(name);

        public void End()
        {
            if (next < all.Count) throw new FormatException(all[next].Name);
        }
    }

    private sealed class UnknownFormatException(string message) : Exception(message);
}
