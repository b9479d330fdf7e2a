namespace ArgaliConcessions.Application.Records;

/// <summary>A row's value with the version that a change of the row must name.</summary>
public sealed record Stored<T>(T Value, string Version);

/// <summary>Reads rows that hold one JSON value.</summary>
public static class TypedRecords
{
    /// <summary>One row's value; null when there is no such row.</summary>
    /// <exception cref="System.Text.Json.JsonException">The row holds something else.</exception>
    public static async Task<Stored<T>?> ReadAsync<T>(this IRecordStore store, string partition, string row, CancellationToken cancellationToken) =>
        await store.FindAsync(new RecordKey(partition, row), cancellationToken) is { } record ? record.As<T>() : null;

    /// <summary>The value of a row that was read.</summary>
    /// <exception cref="System.Text.Json.JsonException">The row holds something else.</exception>
    public static Stored<T> As<T>(this StoredRecord record) => new(RecordJson.Read<T>(record.Payload), record.Version);

    /// <summary>Inserts the row when there was none, else replaces what was read.</summary>
    public static RecordChange Put<T>(string row, Stored<T>? current, T next) => current is null
        ? new RecordChange.Insert(row, RecordJson.Write(next))
        : new RecordChange.Replace(row, current.Version, RecordJson.Write(next));
}
