using Azure.Core;

namespace Azure.Data.Tables.Rest;

/// <summary>Stands for what Azure.Data.Tables does inside: where a page ended, as one opaque text out of two headers.</summary>
internal static class Continuation
{
    private const string Header = "x-ms-continuation-";
    private const string Partition = "NextPartitionKey";
    private const string Row = "NextRowKey";

    /// <returns>Null when there is nothing more. The service may name a partition without a row.</returns>
    public static string? Of(Response response)
    {
        if (!response.Headers.TryGetValue(Header + Partition, out var partition) || string.IsNullOrEmpty(partition)) return null;
        return response.Headers.TryGetValue(Header + Row, out var row) && !string.IsNullOrEmpty(row)
            ? Uri.EscapeDataString(partition) + " " + Uri.EscapeDataString(row)
            : Uri.EscapeDataString(partition);
    }

    /// <exception cref="ArgumentException">Not a token of ours.</exception>
    public static void Append(RequestUriBuilder uri, string? token)
    {
        if (string.IsNullOrEmpty(token)) return;
        var parts = token.Split(' ');
        if (parts.Length > 2 || parts[0].Length == 0) throw new ArgumentException("Not a continuation token of this client.", nameof(token));
        // The parts are percent-encoded already, and a space cannot be in them.
        uri.AppendQuery(Partition, parts[0], escapeValue: false);
        if (parts.Length == 2) uri.AppendQuery(Row, parts[1], escapeValue: false);
    }
}
