using System.Globalization;
using System.Runtime.InteropServices;
using ArgaliConcessions.Application.Records;
using Microsoft.Data.Sqlite;

namespace ArgaliConcessions.Storage.Sqlite;

/// <summary>The one writing connection with its prepared statements. Not for two threads at once.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly string file;
    private readonly SqliteCommand begin, commit, rollback, count, insert, replace, delete;

    public SqliteWriter(SqliteConnection connection, string file)
    {
        this.connection = connection;
        this.file = file;
        begin = Command("BEGIN IMMEDIATE");
        commit = Command("COMMIT");
        rollback = Command("ROLLBACK");
        count = Command("UPDATE counter SET version = version + 1 RETURNING version");
        insert = Command(
            "INSERT INTO records (partition, row, version, payload, columns) VALUES ($partition, $row, $next, $payload, $columns) ON CONFLICT DO NOTHING",
            "$partition", "$row", "$next", "$payload", "$columns");
        replace = Command(
            "UPDATE records SET version = $next, payload = $payload, columns = $columns WHERE partition = $partition AND row = $row AND version = $version",
            "$partition", "$row", "$next", "$payload", "$columns", "$version");
        delete = Command("DELETE FROM records WHERE partition = $partition AND row = $row AND version = $version", "$partition", "$row", "$version");
    }

    public static string VersionText(long version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Applies all changes or none.</summary>
    /// <exception cref="RecordTableException">The attempt failed.</exception>
    public RawCommitResult Apply(RawCommit changes)
    {
        try
        {
            var result = ApplyAll(changes);
            if (result.Outcome == RawOutcome.Committed) End();
            return result;
        }
        finally
        {
            RollBack();
        }
    }

    public void Dispose()
    {
        foreach (var command in new[] { begin, commit, rollback, count, insert, replace, delete }) command.Dispose();
        connection.Dispose();
    }

    private void End()
    {
        try
        {
            commit.ExecuteNonQuery();
        }
        catch (SqliteException fault)
        {
            throw SqliteFaults.OfCommit(fault, file);
        }
    }

    private RawCommitResult ApplyAll(RawCommit changes)
    {
        try
        {
            begin.ExecuteNonQuery();
            var next = (long)count.ExecuteScalar()!;
            foreach (var change in changes.Changes)
            {
                if (!Apply(changes.Partition, change, next)) return new RawCommitResult(Fault(change), change.Row);
            }
            return new RawCommitResult(RawOutcome.Committed);
        }
        catch (SqliteException fault)
        {
            throw SqliteFaults.Of(fault, file);
        }
    }

    private static RawOutcome Fault(RecordChange change) => change is RecordChange.Insert ? RawOutcome.AlreadyThere : RawOutcome.Conflict;

    private bool Apply(string partition, RecordChange change, long next) => change switch
    {
        RecordChange.Insert i => Run(insert, partition, i.Row, next, Bytes(i.Payload), SqliteColumns.ToText(i.Columns)),
        RecordChange.Replace r => TryVersion(r.Version, out var version)
            && Run(replace, partition, r.Row, next, Bytes(r.Payload), SqliteColumns.ToText(r.Columns), version),
        RecordChange.Delete d => TryVersion(d.Version, out var version) && Run(delete, partition, d.Row, version),
        _ => throw new InvalidOperationException($"Unknown change {change.GetType().Name}."),
    };

    /// <summary>Ends a transaction that did not commit. Some errors have ended it by themselves already.</summary>
    private void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) != 0) return;
        try
        {
            rollback.ExecuteNonQuery();
        }
        catch (SqliteException fault)
        {
            throw SqliteFaults.OfCommit(fault, file);
        }
    }

    private SqliteCommand Command(string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter(name, null));
        return command;
    }

    private static bool Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command.ExecuteNonQuery() == 1;
    }

    private static bool TryVersion(string text, out long version) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out version);

    private static byte[] Bytes(ReadOnlyMemory<byte> payload) =>
        MemoryMarshal.TryGetArray(payload, out var part) && part.Offset == 0 && part.Count == part.Array!.Length ? part.Array : payload.ToArray();
}
