using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>
/// Counts and hashes while rows go by, the same for a file and for a store. A partition's hash is the SHA-256 of a text
/// of one line a row, <c>key hash</c>; the whole's, of one line a partition, <c>key rows hash</c>.
/// </summary>
internal sealed class ArchiveSums : IDisposable
{
    private readonly IncrementalHash ofPartition = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash ofAll = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long partitions, rows, bytes, partitionRows, partitionBytes;

    /// <summary>Rows so far.</summary>
    public long Rows => rows + partitionRows;

    public void Add(ArchiveRow row)
    {
        partitionRows++;
        partitionBytes += row.Payload.Length;
        ofPartition.AppendData(Encoding.ASCII.GetBytes($"{row.Key} {row.Sha256}\n"));
    }

    /// <summary>Closes the partition and begins the next.</summary>
    public ArchiveTally EndPartition(string key)
    {
        var tally = new ArchiveTally(partitionRows, partitionBytes, Convert.ToHexStringLower(ofPartition.GetHashAndReset()));
        ofAll.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{key} {tally.Rows} {tally.Sha256}\n")));
        partitions++;
        rows += partitionRows;
        bytes += partitionBytes;
        (partitionRows, partitionBytes) = (0, 0);
        return tally;
    }

    /// <summary>The sums of all partitions that were closed.</summary>
    public ArchiveTotals Totals() => new(partitions, rows, bytes, Convert.ToHexStringLower(ofAll.GetCurrentHash()));

    public void Dispose()
    {
        ofPartition.Dispose();
        ofAll.Dispose();
    }
}
