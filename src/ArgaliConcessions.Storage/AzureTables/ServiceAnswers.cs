using System.Text.Json;
using Azure;

namespace ArgaliConcessions.Storage.AzureTables;

/// <summary>
/// Whether an answer is the Table service's own. Between it and the program are gateways, proxies, sign-in pages: what they
/// say of a row or a commit says nothing.
/// </summary>
internal static class ServiceAnswers
{
    public const string TableNotFound = "TableNotFound";

    /// <summary>The service's error code in an answer's OData body; null when the body is not the service's.</summary>
    public static string? CodeOf(Response answer)
    {
        try
        {
            using var body = JsonDocument.Parse(answer.Content.ToMemory());
            return body.RootElement.GetProperty("odata.error").GetProperty("code").GetString();
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>An entity that is not there.</summary>
    public static bool IsNoEntity(string? code) => code is "ResourceNotFound" or "EntityNotFound";

    /// <summary>Whether each action of a transaction has its own reply that it was done. The client believes an answer with fewer.</summary>
    public static bool Confirms(IReadOnlyList<Response> replies, int actions) =>
        replies.Count == actions && replies.All(reply => reply.Status is >= 200 and < 300);
}
