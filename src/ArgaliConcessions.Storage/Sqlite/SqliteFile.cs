using ArgaliConcessions.Application.Records;
using Microsoft.Data.Sqlite;

namespace ArgaliConcessions.Storage.Sqlite;

/// <summary>The database file: opens its connections, all set the same way.</summary>
internal sealed class SqliteFile(SqliteOptions options)
{
    /// <summary>The file's path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(options.DataFolder, "store.db"));

    /// <summary>The connection that writes; makes the file and its tables where they are missing.</summary>
    /// <exception cref="RecordStoreException">The file is read-only, damaged or not ours; the message says which.</exception>
    public SqliteConnection OpenWriter() => Open(SqliteOpenMode.ReadWriteCreate, connection =>
    {
        RefuseReadOnly();
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        SqliteSchema.Ensure(connection, Path);
    });

    /// <summary>A connection that only reads.</summary>
    public SqliteConnection OpenReader() => Open(SqliteOpenMode.ReadWrite, connection => Run(connection, "PRAGMA query_only = ON;"));

    private SqliteConnection Open(SqliteOpenMode mode, Action<SqliteConnection> prepare)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = options.BusySeconds,
        }.ConnectionString);
        try
        {
            connection.Open();
            prepare(connection);
            return connection;
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            throw new RecordStoreException(SqliteFaults.Of(fault, Path).Message, inner: fault);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>SQLite would open a read-only file and fail at the first write, perhaps hours later.</summary>
    private void RefuseReadOnly()
    {
        if (new FileInfo(Path) is { Exists: true, IsReadOnly: true })
            throw new RecordStoreException($"'{Path}' is read-only. Let the program's user write it and its folder.");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
