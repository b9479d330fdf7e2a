namespace ArgaliConcessions.Application.Records;

/// <summary>The address of a row. Both parts are logical strings; <c>/</c> separates segments by convention.</summary>
public readonly record struct RecordKey(string Partition, string Row);

/// <summary>A row as stored.</summary>
/// <param name="Key">Its address.</param>
/// <param name="Version">Opaque, never reused, not even after delete and insert (the adapter's ETag).</param>
/// <param name="Payload">The content, normally UTF-8 JSON; at most <see cref="RecordLimits.MaxRecordBytes"/>.</param>
/// <param name="Columns">A few promoted values for people who look into the store with its own tools; a witness has <c>commitId</c>.</param>
public sealed record StoredRecord(RecordKey Key, string Version, ReadOnlyMemory<byte> Payload, IReadOnlyDictionary<string, string> Columns);

/// <summary>One page of a range. <paramref name="Next"/> is null when the range is exhausted, else the row to continue after.</summary>
public sealed record RecordPage(IReadOnlyList<StoredRecord> Records, string? Next);

/// <summary>One change of a commit; a commit names each row at most once.</summary>
public abstract record RecordChange(string Row)
{
    private static readonly IReadOnlyDictionary<string, string> NoColumns = new Dictionary<string, string>();

    /// <summary>Adds a row that must not exist.</summary>
    public sealed record Insert(string Row, ReadOnlyMemory<byte> Payload, IReadOnlyDictionary<string, string> Columns) : RecordChange(Row)
    {
        public Insert(string row, ReadOnlyMemory<byte> payload) : this(row, payload, NoColumns) { }
    }

    /// <summary>Replaces a row that must have this version.</summary>
    public sealed record Replace(string Row, string Version, ReadOnlyMemory<byte> Payload, IReadOnlyDictionary<string, string> Columns) : RecordChange(Row)
    {
        public Replace(string row, string version, ReadOnlyMemory<byte> payload) : this(row, version, payload, NoColumns) { }
    }

    /// <summary>Removes a row that must have this version.</summary>
    public sealed record Delete(string Row, string Version) : RecordChange(Row);
}

/// <summary>The row by which a commit is recognised: added, never replaced.</summary>
/// <param name="Row">The witness's row, inserted by this commit beside its changes; counts towards the limits.</param>
/// <param name="CommitId">Chosen by the caller, unique for each decision (1 to 64 characters of <c>[0-9a-zA-Z-]</c>).</param>
/// <param name="Payload">The witness's content: the audit event of chained partitions.</param>
public sealed record CommitWitness(string Row, string CommitId, ReadOnlyMemory<byte> Payload);

public enum CommitOutcome { Committed, Conflict, AlreadyThere, Unknown }

/// <summary>The outcome of a commit, and for <see cref="CommitOutcome.Conflict"/> and <see cref="CommitOutcome.AlreadyThere"/> the first row at fault, where known.</summary>
public readonly record struct CommitResult(CommitOutcome Outcome, string? Row = null);

/// <summary>A range of rows of one partition, by their encoded order.</summary>
/// <param name="Prefix">Rows whose name starts with this; empty for the whole partition.</param>
public readonly record struct RowRange(string Prefix)
{
    public static RowRange All => new("");
}

/// <summary>What every adapter refuses before it sends anything (the tightest of Azure Table storage, with room for encoding).</summary>
public static class RecordLimits
{
    /// <summary>Changes in a commit, its witness included.</summary>
    public const int MaxChanges = 100;

    /// <summary>Payload bytes in a commit, its witness included: 2.5 MiB.</summary>
    public const int MaxCommitBytes = 5 * 512 * 1024;

    /// <summary>Payload bytes of one record: 900 KiB. (Table storage takes entities of 1 MiB.)</summary>
    public const int MaxRecordBytes = 15 * ChunkBytes;

    /// <summary>Bytes of a commit as Table storage is sent it, payloads in base64, columns escaped, keys twice: 4 MiB.</summary>
    public const int MaxSentBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of one binary chunk of a payload: 60 KiB (a property of Table storage holds 64 KiB).</summary>
    public const int ChunkBytes = 60 * 1024;

    /// <summary>Characters of a partition or row key after encoding.</summary>
    public const int MaxKeyLength = 512;

    /// <summary>Rows of one page.</summary>
    public const int MaxPage = 1000;

    /// <summary>Columns of one record. Names are 1 to 32 ASCII letters and digits, the first a lower-case letter.</summary>
    public const int MaxColumns = 16;

    /// <summary>UTF-8 bytes of all names and values of one record's columns: 2 KiB.</summary>
    public const int MaxColumnBytes = 2 * 1024;
}

/// <summary>The store is broken or cannot be reached within its time budget.</summary>
public sealed class RecordStoreException : Exception
{
    public RecordStoreException(string message, TimeSpan? retryAfter = null, Exception? inner = null) : base(message, inner) => RetryAfter = retryAfter;

    /// <summary>When trying again makes sense, where the store said so.</summary>
    public TimeSpan? RetryAfter { get; }
}
