using ArgaliConcessions.Application.Records;
using Microsoft.Data.Sqlite;

namespace ArgaliConcessions.Storage.Sqlite;

/// <summary>The tables, and the marks by which the program knows its own file.</summary>
internal static class SqliteSchema
{
    /// <summary>"ARGA": what SQLite calls the application id of a file.</summary>
    private const long ApplicationId = 0x41524741;

    private const long Current = 1;

    // A plain rowid table: payloads of some kilobytes would leave a WITHOUT ROWID tree a handful of keys a page.
    // One version number a commit, from a counter that only grows: a version never comes back, not even after a delete.
    private static readonly string Create = $"""
        CREATE TABLE records (
            partition TEXT NOT NULL,
            row TEXT NOT NULL,
            version INTEGER NOT NULL,
            payload BLOB NOT NULL,
            columns TEXT NOT NULL,
            PRIMARY KEY (partition, row)
        ) STRICT;
        CREATE TABLE counter (id INTEGER PRIMARY KEY CHECK (id = 0), version INTEGER NOT NULL) STRICT;
        INSERT INTO counter (id, version) VALUES (0, 0);
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = {Current};
        """;

    /// <exception cref="RecordStoreException">The file belongs to another program or to a newer version of this one.</exception>
    public static void Ensure(SqliteConnection connection, string file)
    {
        var (application, version, tables) = (Read(connection, "PRAGMA application_id"), Read(connection, "PRAGMA user_version"), Read(connection, "SELECT COUNT(*) FROM sqlite_master"));
        if (application == ApplicationId && version == Current) return;
        if (application == ApplicationId)
            throw new RecordStoreException($"'{file}' was written by another version of the program (format {version}; this one knows format {Current}).");
        if (tables > 0) throw new RecordStoreException($"'{file}' is a database of another program.");
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = Create;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    private static long Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
