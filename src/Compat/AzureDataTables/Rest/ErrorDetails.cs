using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Rest;

/// <summary>Stands for what Azure.Data.Tables does inside: reads code and message out of the body of an error.</summary>
internal sealed class ErrorDetails : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        error = response.ContentStream is MemoryStream body ? Parse(body.ToArray()) : null;
        return error is not null;
    }

    /// <returns>Null for a body of another form: proxies, and the service's door-keepers, answer in XML or HTML.</returns>
    public static ResponseError? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (Member(document.RootElement, "odata.error") is not { } error || Text(error, "code") is not { } code) return null;
            var message = Member(error, "message") is { } m ? m.ValueKind == JsonValueKind.String ? m.GetString() : Text(m, "value") : null;
            return new ResponseError(code, message ?? code);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
