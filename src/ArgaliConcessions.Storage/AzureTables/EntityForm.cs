using System.Globalization;
using ArgaliConcessions.Application.Records;
using Azure.Data.Tables;

namespace ArgaliConcessions.Storage.AzureTables;

/// <summary>
/// A record as an entity: the payload cut into binary properties <c>Payload</c>, <c>Payload01</c> …, each column a string
/// property under its own name. Columns begin with a lower-case letter, so none can take the name of a payload or of the service.
/// </summary>
internal static class EntityForm
{
    private const string PayloadName = "Payload";

    public static TableEntity Of(string partition, string row, ReadOnlyMemory<byte> payload, IReadOnlyDictionary<string, string> columns)
    {
        var entity = new TableEntity(partition, row);
        for (var chunk = 0; chunk * RecordLimits.ChunkBytes < Math.Max(1, payload.Length); chunk++)
        {
            var start = chunk * RecordLimits.ChunkBytes;
            entity[NameOf(chunk)] = payload.Slice(start, Math.Min(RecordLimits.ChunkBytes, payload.Length - start)).ToArray();
        }
        foreach (var (name, value) in columns) entity[name] = value;
        EntityGlance.Add(entity, payload.Span);
        return entity;
    }

    /// <exception cref="RecordTableException">The entity has no payload: this program did not write it.</exception>
    public static RawRecord Read(TableEntity entity) => new(entity.RowKey, entity.ETag.ToString(), Payload(entity), Columns(entity));

    private static ReadOnlyMemory<byte> Payload(TableEntity entity)
    {
        var first = entity.TryGetValue(NameOf(0), out var value) ? value as byte[] : null;
        if (first is null) throw new RecordTableException(TableFault.Broken, $"The record '{entity.PartitionKey}', '{entity.RowKey}' has no payload: this program did not write it.");
        if (first.Length < RecordLimits.ChunkBytes) return first;
        using var whole = new MemoryStream();
        for (var chunk = 0; entity.TryGetValue(NameOf(chunk), out value) && value is byte[] bytes; chunk++) whole.Write(bytes);
        return whole.ToArray();
    }

    private static Dictionary<string, string> Columns(TableEntity entity)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in entity)
        {
            if (char.IsAsciiLetterLower(name[0]) && value is string text && !name.Contains('.', StringComparison.Ordinal)) columns.Add(name, text);
        }
        return columns;
    }

    private static string NameOf(int chunk) => chunk == 0 ? PayloadName : string.Create(CultureInfo.InvariantCulture, $"{PayloadName}{chunk:D2}");
}
