using System.Text;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage;

/// <summary>Makes what is sent of what was asked for, and refuses what is past a limit: both adapters refuse the same.</summary>
internal static class RawCommits
{
    /// <summary>The column by which a witness is recognised without reading its payload.</summary>
    public const string CommitIdColumn = "commitId";

    private const int MaxCommitIdLength = 64;

    /// <exception cref="ArgumentException">The commit is past a limit of <see cref="RecordLimits"/>.</exception>
    public static RawCommit Of(string partition, IReadOnlyList<RecordChange> changes, CommitWitness witness)
    {
        if (changes.Count + 1 > RecordLimits.MaxChanges)
            throw new ArgumentException($"A commit holds at most {RecordLimits.MaxChanges} changes, its witness included.", nameof(changes));
        var ordered = changes.OrderBy(change => change is RecordChange.Insert).Append(WitnessOf(witness)).Select(Encoded).ToList();
        CheckRowsOnce(ordered);
        CheckSizes(ordered);
        var encoded = KeyEncoder.Encode(partition);
        CheckSent(encoded, ordered);
        return new RawCommit(encoded, ordered);
    }

    private static RecordChange.Insert WitnessOf(CommitWitness witness)
    {
        var id = witness.CommitId;
        if (id.Length is 0 or > MaxCommitIdLength || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            throw new ArgumentException("A commit id is 1 to 64 letters, digits and hyphens.", nameof(witness));
        return new RecordChange.Insert(witness.Row, witness.Payload, new Dictionary<string, string> { [CommitIdColumn] = id });
    }

    private static RecordChange Encoded(RecordChange change) => change switch
    {
        RecordChange.Replace { Version.Length: 0 } or RecordChange.Delete { Version.Length: 0 } =>
            throw new ArgumentException($"The change of '{change.Row}' names no version.", nameof(change)),
        _ => change with { Row = KeyEncoder.Encode(change.Row) },
    };

    private static void CheckRowsOnce(List<RecordChange> changes)
    {
        var rows = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (!rows.Add(change.Row)) throw new ArgumentException($"A commit names each row once; '{change.Row}' comes twice.", nameof(changes));
        }
    }

    private static void CheckSizes(List<RecordChange> changes)
    {
        var total = 0;
        foreach (var change in changes)
        {
            var (payload, columns) = ContentOf(change);
            CheckRecord(change.Row, payload, columns);
            total += payload.Length;
        }
        if (total > RecordLimits.MaxCommitBytes)
            throw new ArgumentException($"The commit has {total} bytes; {RecordLimits.MaxCommitBytes} is the most.", nameof(changes));
    }

    /// <summary>Refuses a record that no commit could hold.</summary>
    /// <exception cref="ArgumentException">It is past a limit of <see cref="RecordLimits"/>; the message names it.</exception>
    public static void CheckRecord(string row, ReadOnlyMemory<byte> payload, IReadOnlyDictionary<string, string>? columns)
    {
        if (payload.Length > RecordLimits.MaxRecordBytes)
            throw new ArgumentException($"The record '{row}' has {payload.Length} bytes; {RecordLimits.MaxRecordBytes} is the most.", nameof(payload));
        CheckColumns(row, columns);
    }

    /// <summary>
    /// An upper bound of what a commit takes on the way to Table storage, the tightest of the stores: some are wide although
    /// their payloads are small, by long keys and by columns of which every letter is escaped.
    /// </summary>
    private static void CheckSent(string partition, List<RecordChange> changes)
    {
        var sent = changes.Sum(change => SentBytes(partition, change));
        if (sent > RecordLimits.MaxSentBytes)
            throw new ArgumentException($"The commit may take {sent} bytes on its way; {RecordLimits.MaxSentBytes} is the most.", nameof(changes));
    }

    /// <summary>What one change takes of <see cref="RecordLimits.MaxSentBytes"/>, at most.</summary>
    public static int SentBytes(string partition, RecordChange change)
    {
        // Part headers, the names of an entity's own members, a change's share of the envelope, and what is shown of a payload at a glance.
        const int Frame = 700 + AzureTables.EntityGlance.MostSentBytes, ChunkFrame = 60, ColumnFrame = 8, InAddress = 3, Escaped = 6;
        var (payload, columns) = ContentOf(change);
        var chunks = 1 + (payload.Length / RecordLimits.ChunkBytes);
        var keys = (partition.Length + change.Row.Length) * (InAddress + 1);
        var named = columns?.Sum(column => column.Key.Length + (Escaped * column.Value.Length) + ColumnFrame) ?? 0;
        return Frame + keys + ((payload.Length + 2) / 3 * 4) + (chunks * ChunkFrame) + named;
    }

    private static (ReadOnlyMemory<byte> Payload, IReadOnlyDictionary<string, string>? Columns) ContentOf(RecordChange change) => change switch
    {
        RecordChange.Insert insert => (insert.Payload, insert.Columns),
        RecordChange.Replace replace => (replace.Payload, replace.Columns),
        _ => (ReadOnlyMemory<byte>.Empty, null),
    };

    private static void CheckColumns(string row, IReadOnlyDictionary<string, string>? columns)
    {
        if (columns is null) return;
        if (columns.Count > RecordLimits.MaxColumns)
            throw new ArgumentException($"The record '{row}' has more than {RecordLimits.MaxColumns} columns.", nameof(columns));
        if (columns.Keys.FirstOrDefault(name => !IsColumnName(name)) is { } wrong)
            throw new ArgumentException($"'{wrong}' is no name of a column.", nameof(columns));
        if (columns.Sum(column => column.Key.Length + BytesOf(column.Key, column.Value)) > RecordLimits.MaxColumnBytes)
            throw new ArgumentException($"The columns of '{row}' take more than {RecordLimits.MaxColumnBytes} bytes.", nameof(columns));
    }

    private static bool IsColumnName(string name) =>
        name.Length is > 0 and <= 32 && char.IsAsciiLetterLower(name[0]) && name.All(char.IsAsciiLetterOrDigit);

    private static int BytesOf(string name, string value)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(value);
        }
        catch (EncoderFallbackException fault)
        {
            throw new ArgumentException($"The column '{name}' holds half a character (an unpaired surrogate).", nameof(value), fault);
        }
    }
}
