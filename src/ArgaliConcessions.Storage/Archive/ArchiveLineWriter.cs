using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ArgaliConcessions.Application.Records;
using NodaTime.Text;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>Writes lines, each with its sum, and keeps the state of the archive.</summary>
internal sealed class ArchiveLineWriter(Stream file, ArchiveState state)
{
    // Names and payloads are for people to read: letters of any language stay letters.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = ArchiveFormat.MaxJsonDepth };
    private readonly ArrayBufferWriter<byte> buffer = new();

    public ValueTask WriteAsync(ArchiveLine line, CancellationToken cancellationToken) => WriteAsync(line, null, cancellationToken);

    /// <summary>Ends the open partition.</summary>
    public ValueTask EndPartitionAsync(CancellationToken cancellationToken)
    {
        var tally = state.EndPartition();
        return WriteAsync(new ArchiveLine.End(state.Partition, tally), tally, cancellationToken);
    }

    private async ValueTask WriteAsync(ArchiveLine line, ArchiveTally? ended, CancellationToken cancellationToken)
    {
        var content = Content(line);
        var sum = ArchiveFormat.SumOf(state.Sum, content.Span);
        var tail = ArchiveFormat.Tail(sum);
        await file.WriteAsync(content, cancellationToken);
        await file.WriteAsync(tail, cancellationToken);
        state.Take(line, sum, content.Length + tail.Length, ended);
    }

    /// <summary>The line's bytes but for its tail, which brings the closing brace.</summary>
    private ReadOnlyMemory<byte> Content(ArchiveLine line)
    {
        buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(buffer, Relaxed);
        json.WriteStartObject();
        WriteMembers(json, line);
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteMembers(Utf8JsonWriter json, ArchiveLine line)
    {
        switch (line)
        {
            case ArchiveLine.Header header: WriteHeader(json, header.Origin); break;
            case ArchiveLine.Partition partition:
                json.WriteString("kind", "partition");
                json.WriteString("partition", KeyEncoder.Decode(partition.Key));
                break;
            case ArchiveLine.Row row: WriteRow(json, row.Content); break;
            case ArchiveLine.End end:
                json.WriteString("kind", "end");
                json.WriteString("partition", KeyEncoder.Decode(end.Key));
                WriteSums(json, end.Tally.Rows, end.Tally.Bytes, end.Tally.Sha256);
                break;
            case ArchiveLine.Total total:
                json.WriteString("kind", "total");
                json.WriteNumber("partitions", total.Totals.Partitions);
                WriteSums(json, total.Totals.Rows, total.Totals.Bytes, total.Totals.Sha256);
                break;
            default: throw new InvalidOperationException($"Unknown line {line.GetType().Name}.");
        }
    }

    private static void WriteHeader(Utf8JsonWriter json, ArchiveOrigin origin)
    {
        json.WriteString("kind", "archive");
        json.WriteString("format", ArchiveFormat.Name);
        json.WriteNumber("version", ArchiveFormat.Version);
        json.WriteString("madeAt", InstantPattern.ExtendedIso.Format(origin.MadeAt));
        json.WriteString("program", origin.Program);
        json.WriteString("store", origin.Store);
    }

    private static void WriteRow(Utf8JsonWriter json, ArchiveRow row)
    {
        json.WriteString("kind", "row");
        json.WriteString("row", KeyEncoder.Decode(row.Key));
        json.WriteStartObject("columns");
        foreach (var (name, value) in row.Columns.OrderBy(column => column.Key, StringComparer.Ordinal)) json.WriteString(name, value);
        json.WriteEndObject();
        if (IsPlainJson(row.Payload.Span))
        {
            json.WritePropertyName("json");
            json.WriteRawValue(row.Payload.Span, skipInputValidation: true);
        }
        else
        {
            json.WriteBase64String("base64", row.Payload.Span);
        }
        json.WriteString("sha256", row.Sha256);
    }

    private static void WriteSums(Utf8JsonWriter json, long rows, long bytes, string sha256)
    {
        json.WriteNumber("rows", rows);
        json.WriteNumber("bytes", bytes);
        json.WriteString("sha256", sha256);
    }

    /// <summary>Whether a reader of the line gets these bytes back: one JSON value in UTF-8, on one line, nothing around it.</summary>
    private static bool IsPlainJson(ReadOnlySpan<byte> payload)
    {
        if (payload.IsEmpty || payload[0] is (byte)' ' or (byte)'\t' || payload[^1] is (byte)' ' or (byte)'\t') return false;
        if (payload.IndexOfAny((byte)'\n', (byte)'\r') >= 0 || !Utf8.IsValid(payload)) return false;
        try
        {
            var reader = new Utf8JsonReader(payload, Strict);
            while (reader.Read())
            {
                // To its end: what is malformed throws.
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
