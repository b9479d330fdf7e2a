using ArgaliConcessions.Application.Records;
using Microsoft.Data.Sqlite;

namespace ArgaliConcessions.Storage.Sqlite;

/// <summary>
/// The embedded adapter: one file in write-ahead mode, one writer, pooled readers. A commit is on the disk before it
/// is answered (<c>synchronous=FULL</c>).
/// </summary>
public sealed class SqliteRecordTable : IRecordTable, IWholeTable, IDisposable
{
    private readonly DataFolderLock folderLock;
    private readonly SqliteFile file;
    private readonly SqliteWriter writer;
    private readonly ReaderPool readers;
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile bool closed;

    private SqliteRecordTable(DataFolderLock folderLock, SqliteOptions options)
    {
        this.folderLock = folderLock;
        file = new SqliteFile(options);
        writer = new SqliteWriter(file.OpenWriter(), file.Path);
        readers = new ReaderPool(file, options.Readers);
    }

    /// <summary>Locks the folder and opens its database, or makes it.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="time">For the instant that the lock tells others.</param>
    /// <exception cref="DataFolderInUseException">Another host works in the folder.</exception>
    /// <exception cref="RecordStoreException">The file or folder is read-only, damaged or not ours; the message says which.</exception>
    public static SqliteRecordTable Open(SqliteOptions options, TimeProvider time)
    {
        var folderLock = DataFolderLock.Take(options.DataFolder, time);
        try
        {
            return new SqliteRecordTable(folderLock, options);
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<RawRecord?> FindAsync(string partition, string row, CancellationToken cancellationToken) =>
        ReadAsync(reader => reader.Find(partition, row), cancellationToken);

    /// <inheritdoc/>
    public Task<RawPage> ReadPageAsync(RawRange range, int limit, CancellationToken cancellationToken) =>
        ReadAsync(reader => reader.ReadPage(range, limit, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<WholePage> ReadAllAsync(WholePlace? from, int limit, CancellationToken cancellationToken) =>
        ReadAsync(reader => reader.ReadAll(from ?? new WholePlace("", ""), limit, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task<RawCommitResult> TryCommitAsync(RawCommit commit, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(closed, this);
            // Once begun it is carried through: it takes a millisecond, and a half-told outcome helps nobody.
            return writer.Apply(commit);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Waits for what is under way, folds the write-ahead log into the file and lets go of the folder.</summary>
    public void Dispose()
    {
        if (closed) return;
        closed = true;
        readers.Dispose();
        turn.Wait();
        // The last connection that closes checkpoints the log and removes it.
        writer.Dispose();
        turn.Release();
        folderLock.Dispose();
    }

    private async Task<T> ReadAsync<T>(Func<SqliteReader, T> read, CancellationToken cancellationToken)
    {
        try
        {
            return await readers.ReadAsync(read, cancellationToken);
        }
        catch (SqliteException fault)
        {
            throw SqliteFaults.Of(fault, file.Path);
        }
    }
}
