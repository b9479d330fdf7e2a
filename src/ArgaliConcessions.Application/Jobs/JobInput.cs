using System.Security.Cryptography;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Jobs;

/// <summary>What came of writing an input.</summary>
/// <param name="Bytes">Bytes written, or read when it became too large.</param>
/// <param name="Sha256">Of the whole, lower-case hex; empty when too large.</param>
/// <param name="TooLarge">It was past the most that was allowed; nothing is kept.</param>
public sealed record JobInputWritten(long Bytes, string Sha256, bool TooLarge);

/// <summary>
/// The large input of a job, as rows <c>i/&lt;number&gt;</c> of the partition <c>job/&lt;id&gt;</c> and a last row
/// <c>i/end</c>: an input without it was never finished. Written before the job is created, streamed both ways.
/// </summary>
public sealed class JobInput(IRecordStore store, IIdSource ids)
{
    internal const string Prefix = "i/";
    internal const string EndRow = "i/end";

    /// <summary>
    /// Bytes a row: 720 KiB, twelve chunks. A record may hold more, but the emulator of Table storage counts a row as it is
    /// sent, in base64, and takes no larger one.
    /// </summary>
    private const int RowBytes = 12 * RecordLimits.ChunkBytes;

    private const int RowsPerDelete = 90;

    /// <summary>Writes the input of a job that does not exist yet.</summary>
    /// <param name="jobId">An id from <see cref="JobStore.NewId"/>.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="maxBytes">The most that is taken.</param>
    /// <param name="cancellationToken">Cancels; what was written stays unfinished.</param>
    /// <exception cref="RecordStoreException">The store is broken, or did not say whether a row landed.</exception>
    public async Task<JobInputWritten> WriteAsync(string jobId, Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long bytes = 0;
        for (var number = 0; await ReadRowAsync(content, cancellationToken) is { Length: > 0 } row; number++)
        {
            bytes += row.Length;
            if (bytes > maxBytes)
            {
                await DeleteAsync(jobId, cancellationToken);
                return new JobInputWritten(bytes, "", TooLarge: true);
            }
            hash.AppendData(row.Span);
            await AddAsync(jobId, FormattableString.Invariant($"{Prefix}{number:D6}"), row, cancellationToken);
        }
        var written = new JobInputWritten(bytes, Convert.ToHexStringLower(hash.GetHashAndReset()), TooLarge: false);
        await AddAsync(jobId, EndRow, RecordJson.Write(written), cancellationToken);
        return written;
    }

    /// <summary>The input, to be read once from its start; null when there is none or it was never finished.</summary>
    public async Task<Stream?> ReadAsync(string jobId, CancellationToken cancellationToken)
    {
        var end = await store.FindAsync(new RecordKey(PartitionOf(jobId), EndRow), cancellationToken);
        return end is null ? null : new JobInputStream(store, PartitionOf(jobId));
    }

    /// <summary>Deletes the input, its end first, so that half of it is never taken for the whole.</summary>
    public async Task DeleteAsync(string jobId, CancellationToken cancellationToken)
    {
        var end = await store.FindAsync(new RecordKey(PartitionOf(jobId), EndRow), cancellationToken);
        if (end is not null) await CommitAsync(jobId, [new RecordChange.Delete(EndRow, end.Version)], Tombstone(), cancellationToken);
        var rows = new List<RecordChange>();
        await foreach (var row in store.ListAsync(PartitionOf(jobId), new RowRange(Prefix), cancellationToken))
        {
            rows.Add(new RecordChange.Delete(row.Key.Row, row.Version));
            if (rows.Count < RowsPerDelete) continue;
            await CommitAsync(jobId, rows, Tombstone(), cancellationToken);
            rows = [];
        }
        if (rows.Count > 0) await CommitAsync(jobId, rows, Tombstone(), cancellationToken);
    }

    internal static string PartitionOf(string jobId) => $"job/{jobId}";

    private static async Task<ReadOnlyMemory<byte>> ReadRowAsync(Stream content, CancellationToken cancellationToken)
    {
        var row = new byte[RowBytes];
        return row.AsMemory(0, await content.ReadAtLeastAsync(row, RowBytes, throwOnEndOfStream: false, cancellationToken));
    }

    private Task AddAsync(string jobId, string row, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        CommitAsync(jobId, [], new CommitWitness(row, ids.NewId(), payload), cancellationToken);

    private CommitWitness Tombstone()
    {
        var id = ids.NewId();
        return new CommitWitness($"d/{id}", id, ReadOnlyMemory<byte>.Empty);
    }

    private async Task CommitAsync(string jobId, IReadOnlyList<RecordChange> changes, CommitWitness witness, CancellationToken cancellationToken)
    {
        var commit = await store.CommitAsync(PartitionOf(jobId), changes, witness, cancellationToken);
        if (commit.Outcome != CommitOutcome.Committed)
            throw new RecordStoreException($"The input of the job '{jobId}' could not be written ({commit.Outcome} at '{commit.Row}').");
    }
}
