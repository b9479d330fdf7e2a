using NodaTime;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>One line of an archive, as what it says. Partitions and rows are encoded keys here and logical names in the file.</summary>
public abstract record ArchiveLine
{
    private ArchiveLine()
    {
    }

    /// <summary>The first line: what the file is, and where it comes from.</summary>
    public sealed record Header(ArchiveOrigin Origin) : ArchiveLine;

    /// <summary>A partition begins; its rows follow.</summary>
    public sealed record Partition(string Key) : ArchiveLine;

    /// <summary>One row of the partition that was begun last.</summary>
    public sealed record Row(ArchiveRow Content) : ArchiveLine;

    /// <summary>A partition is complete.</summary>
    public sealed record End(string Key, ArchiveTally Tally) : ArchiveLine;

    /// <summary>The last line: the archive is complete.</summary>
    public sealed record Total(ArchiveTotals Totals) : ArchiveLine;
}

/// <summary>Where an archive comes from.</summary>
/// <param name="MadeAt">When its export began.</param>
/// <param name="Program">The version of the program that made it.</param>
/// <param name="Store">The kind of store that it was made of, such as <c>Sqlite</c>; for people.</param>
public sealed record ArchiveOrigin(Instant MadeAt, string Program, string Store);

/// <summary>A row without its version: a new store gives new ones.</summary>
/// <param name="Partition">The encoded partition.</param>
/// <param name="Key">The encoded row.</param>
/// <param name="Payload">The content, byte for byte.</param>
/// <param name="Columns">The promoted values.</param>
/// <param name="Sha256">Of payload and columns, as the audit chain hashes them (<c>ChainHash.OfRow</c>).</param>
public sealed record ArchiveRow(string Partition, string Key, ReadOnlyMemory<byte> Payload, IReadOnlyDictionary<string, string> Columns, string Sha256);

/// <summary>Rows of a partition, their payload bytes, and the hash over their hashes.</summary>
public readonly record struct ArchiveTally(long Rows, long Bytes, string Sha256);

/// <summary>The sums of an archive or a store, and the hash over the hashes of its partitions.</summary>
public readonly record struct ArchiveTotals(long Partitions, long Rows, long Bytes, string Sha256);
