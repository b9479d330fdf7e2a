using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ArgaliConcessions.Functions.Http;

/// <summary>Takes in a body within the bounds of its route.</summary>
internal static class BodyIntake
{
    /// <summary>The body, or the problem: 413 when it is too large, 415 when it is of another type.</summary>
    public static async Task<(RequestBody? Body, Problem? Problem)> ReadAsync(HttpRequest request, Intake intake, CancellationToken cancellationToken)
    {
        if (intake.MaxBytes == 0 || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return (RequestBody.None, null);
        if (request.ContentLength > intake.MaxBytes) return (null, TooLarge(intake));
        if (await DrainAsync(request, intake.MaxBytes, cancellationToken) is not { } bytes) return (null, TooLarge(intake));
        if (bytes.Length == 0) return (RequestBody.None, null);
        return Typed(request, intake, bytes);
    }

    private static (RequestBody? Body, Problem? Problem) Typed(HttpRequest request, Intake intake, byte[] bytes)
    {
        var known = MediaTypeHeaderValue.TryParse(request.ContentType, out var type);
        var name = known ? type!.MediaType.ToString().ToLowerInvariant() : "";
        var charset = known && type!.Charset.HasValue ? type.Charset.ToString().Trim('"').ToLowerInvariant() : null;
        var isJson = name.EndsWith("json", StringComparison.Ordinal);
        var encoded = request.Headers.ContentEncoding.Any(e => !string.Equals(e, "identity", StringComparison.OrdinalIgnoreCase));
        var accepted = !encoded && intake.MediaTypes.Contains(name, StringComparer.Ordinal) && !(isJson && charset is not (null or "utf-8"));
        return accepted ? (new RequestBody(bytes, name, charset), null) : (null, WrongType(intake));
    }

    private static async Task<byte[]?> DrainAsync(HttpRequest request, int max, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream(capacity: (int)Math.Min(request.ContentLength ?? 4096, max));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (memory.Length + read > max) return null;
            await memory.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return memory.ToArray();
    }

    private static Problem TooLarge(Intake intake) => new(StatusCodes.Status413PayloadTooLarge, "body-too-large")
    {
        Args = new Dictionary<string, object?> { ["max"] = intake.MaxBytes },
    };

    private static Problem WrongType(Intake intake) => new(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type")
    {
        Args = new Dictionary<string, object?> { ["allowed"] = string.Join(", ", intake.MediaTypes) },
    };
}
