using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Azure.Data.Tables.Rest;

/// <summary>Stands for what Azure.Data.Tables does inside: writes a transaction as one multipart body with one change set.</summary>
/// <param name="id">Goes into the boundaries. No line of JSON begins with dashes, so any id will do.</param>
internal sealed class BatchWriter(TableAddress address, string version, string id)
{
    private readonly ArrayBufferWriter<byte> _body = new();

    public string ContentType => $"multipart/mixed; boundary=batch_{id}";

    /// <returns>The body. It is whole in memory, so that the pipeline can send it again.</returns>
    public ReadOnlyMemory<byte> Write(IReadOnlyList<TableTransactionAction> actions)
    {
        Line($"--batch_{id}");
        Line($"Content-Type: multipart/mixed; boundary=changeset_{id}");
        Line();
        for (var i = 0; i < actions.Count; i++) Change(actions[i], i);
        Line($"--changeset_{id}--");
        Line();
        Line($"--batch_{id}--");
        return _body.WrittenMemory;
    }

    private void Change(TableTransactionAction action, int index)
    {
        var row = action.Entity ?? throw new ArgumentException("A change without a row.", nameof(action));
        ArgumentNullException.ThrowIfNull(row.PartitionKey, nameof(action));
        ArgumentNullException.ThrowIfNull(row.RowKey, nameof(action));
        var adds = action.ActionType == TableTransactionActionType.Add;
        Line($"--changeset_{id}");
        Line("Content-Type: application/http");
        Line("Content-Transfer-Encoding: binary");
        Line(string.Create(CultureInfo.InvariantCulture, $"Content-ID: {index}"));
        Line();
        Line($"{Method(action.ActionType)} {(adds ? address.Table : address.Row(row.PartitionKey, row.RowKey)).AbsoluteUri} HTTP/1.1");
        Line($"x-ms-version: {version}");
        Line("DataServiceVersion: 3.0");
        Line("Accept: application/json;odata=minimalmetadata");
        if (adds) Line("Prefer: return-no-content");
        if (Condition(action) is { } condition) Line($"If-Match: {condition}");
        Body(action);
    }

    private void Body(TableTransactionAction action)
    {
        if (action.ActionType != TableTransactionActionType.Delete)
        {
            Line("Content-Type: application/json");
            Line();
            using (var json = new Utf8JsonWriter(_body)) EntityWriter.Write(json, action.Entity);
        }
        Line();
    }

    private static string Method(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH",
        TableTransactionActionType.Delete => "DELETE",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No kind of change that is known here."),
    };

    /// <summary>Without a condition the service inserts or replaces; it deletes only on a condition.</summary>
    private static string? Condition(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Delete => action.ETag == default ? ETag.All.ToString("H") : action.ETag.ToString("H"),
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpdateMerge when action.ETag != default => action.ETag.ToString("H"),
        _ => null,
    };

    private void Line(string text = "")
    {
        Encoding.UTF8.GetBytes(text, _body);
        Encoding.UTF8.GetBytes("\r\n", _body);
    }
}
