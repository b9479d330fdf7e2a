using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ArgaliConcessions.Storage.Sqlite;

/// <summary>One reading connection with its prepared statements. Not for two threads at once.</summary>
internal sealed class SqliteReader : IDisposable
{
    /// <summary>A page ends after this many bytes of payload, so that a thousand large rows do not fill the memory: 4 MiB.</summary>
    private const int PageBytes = 4 * 1024 * 1024;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand find;
    private readonly SqliteCommand page;
    private readonly SqliteCommand whole;

    public SqliteReader(SqliteConnection connection)
    {
        this.connection = connection;
        find = Command("SELECT row, version, payload, columns FROM records WHERE partition = $partition AND row = $row", "$partition", "$row");
        page = Command(
            "SELECT row, version, payload, columns FROM records WHERE partition = $partition AND row >= $from AND row < $to ORDER BY row LIMIT $limit",
            "$partition", "$from", "$to", "$limit");
        whole = Command(
            "SELECT row, version, payload, columns, partition FROM records WHERE (partition, row) > ($partition, $row) ORDER BY partition, row LIMIT $limit",
            "$partition", "$row", "$limit");
    }

    public RawRecord? Find(string partition, string row)
    {
        find.Parameters[0].Value = partition;
        find.Parameters[1].Value = row;
        using var rows = find.ExecuteReader();
        return rows.Read() ? Record(rows) : null;
    }

    /// <summary>Reads a page; <see cref="RawPage.Rest"/> begins with the least key after its last row.</summary>
    public RawPage ReadPage(RawRange range, int limit, CancellationToken cancellationToken)
    {
        page.Parameters[0].Value = range.Partition;
        page.Parameters[1].Value = range.From;
        page.Parameters[2].Value = range.To;
        page.Parameters[3].Value = limit;
        var records = new List<RawRecord>();
        using var rows = page.ExecuteReader();
        var bytes = 0;
        while (bytes < PageBytes && rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            records.Add(Record(rows));
            bytes += records[^1].Payload.Length;
        }
        var mayFollow = records.Count == limit || bytes >= PageBytes;
        return new RawPage(records, mayFollow ? range with { From = records[^1].Row + Application.Records.KeyEncoder.First } : null);
    }

    /// <summary>Reads a page of the whole table, behind a place.</summary>
    public WholePage ReadAll(WholePlace from, int limit, CancellationToken cancellationToken)
    {
        whole.Parameters[0].Value = from.Partition;
        whole.Parameters[1].Value = from.Row;
        whole.Parameters[2].Value = limit;
        var found = new List<WholeRow>();
        using var rows = whole.ExecuteReader();
        var bytes = 0;
        while (bytes < PageBytes && rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.Add(new WholeRow(rows.GetString(4), Record(rows)));
            bytes += found[^1].Record.Payload.Length;
        }
        var mayFollow = found.Count == limit || bytes >= PageBytes;
        return new WholePage(found, mayFollow ? new WholePlace(found[^1].Partition, found[^1].Record.Row) : null);
    }

    public void Dispose()
    {
        find.Dispose();
        page.Dispose();
        whole.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Command(string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter(name, null));
        return command;
    }

    private static RawRecord Record(SqliteDataReader rows)
    {
        var row = rows.GetString(0);
        try
        {
            return new RawRecord(row, SqliteWriter.VersionText(rows.GetInt64(1)), rows.GetFieldValue<byte[]>(2), SqliteColumns.FromText(rows.GetString(3)));
        }
        catch (JsonException fault)
        {
            throw new RecordTableException(TableFault.Broken, $"The columns of the record '{row}' are damaged.", inner: fault);
        }
    }
}
