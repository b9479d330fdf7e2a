using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Rest;

/// <summary>Stands for what Azure.Data.Tables does inside: reads the reply to a transaction, a response for each change or one for the refusal.</summary>
internal static class BatchReader
{
    /// <exception cref="TableTransactionFailedException">The service refused.</exception>
    /// <exception cref="RequestFailedException">Status 0: the reply is not one to so many changes, so it is unknown what was done.</exception>
    public static IReadOnlyList<Response> Read(Response reply, int changes)
    {
        List<BatchResponse> parts;
        try
        {
            parts = [.. Multipart.Leaves(reply.Headers.ContentType, Encoding.UTF8.GetString(reply.Content)).Select(BatchResponse.Parse)];
        }
        catch (FormatException e)
        {
            throw new RequestFailedException("The reply to a transaction cannot be read: " + e.Message, e);
        }

        if (parts.Find(p => p.Status >= 400) is { } refusal) throw Failure(refusal, changes);
        if (parts.Count == changes && parts.TrueForAll(p => p.Status is >= 200 and < 300)) return parts;
        throw new RequestFailedException($"The reply to a transaction has {parts.Count} parts for {changes} changes.");
    }

    private static TableTransactionFailedException Failure(BatchResponse refusal, int changes)
    {
        var error = ErrorDetails.Parse(refusal.Content.ToMemory());
        var message = error?.Message ?? $"The service refused a transaction: {refusal.Status} {refusal.ReasonPhrase}";
        var failure = new RequestFailedException(refusal.Status, message, error?.Code, innerException: null);
        if (Index(message, changes) is { } index) failure.Data[TableTransactionFailedException.IndexKey] = index.ToString(CultureInfo.InvariantCulture);
        return new TableTransactionFailedException(failure);
    }

    /// <summary>The service puts the index before its message: <c>3:The specified entity already exists.</c></summary>
    private static int? Index(string message, int changes)
    {
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < changes ? index : null;
    }
}
