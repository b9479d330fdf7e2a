using System.Collections.Concurrent;

namespace ArgaliConcessions.Storage.Sqlite;

/// <summary>Reading connections, opened when first needed and kept.</summary>
internal sealed class ReaderPool(SqliteFile file, int size) : IDisposable
{
    private readonly ConcurrentBag<SqliteReader> idle = [];
    private readonly SemaphoreSlim places = new(size, size);
    private volatile bool closed;

    /// <summary>Reads on a connection of its own.</summary>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public async Task<T> ReadAsync<T>(Func<SqliteReader, T> read, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(closed, this);
            return Use(read);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Waits for the reads under way and closes all connections.</summary>
    public void Dispose()
    {
        if (closed) return;
        closed = true;
        for (var i = 0; i < size; i++) places.Wait();
        while (idle.TryTake(out var reader)) reader.Dispose();
        // Whoever still waits is let in to find it closed.
        places.Release(size);
    }

    private T Use<T>(Func<SqliteReader, T> read)
    {
        if (!idle.TryTake(out var reader)) reader = new SqliteReader(file.OpenReader());
        try
        {
            return read(reader);
        }
        finally
        {
            idle.Add(reader);
        }
    }
}
