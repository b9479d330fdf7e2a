using System.Text;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ArgaliConcessions.Functions.Console.Forms;

/// <summary>Reads the body of a form within bounds.</summary>
internal static class FormIntake
{
    private const int MostFields = 400;
    private const int LongestName = 100;
    private const int LongestValue = 20_000;
    private const int LongestKey = 128;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The form, or what is wrong with it, by field.</summary>
    public static Task<(Form? Form, Faults Faults)> ReadAsync(Call call, CancellationToken cancellationToken) =>
        ReadAsync(call.Body.Bytes, call.Body.MediaType, call.Request.ContentType, cancellationToken);

    /// <param name="mediaType">As the body was taken in by.</param>
    /// <param name="contentType">The whole header, which names the boundary of parts.</param>
    internal static async Task<(Form? Form, Faults Faults)> ReadAsync(ReadOnlyMemory<byte> bytes, string mediaType, string? contentType, CancellationToken cancellationToken)
    {
        var draft = new FormDraft();
        try
        {
            if (mediaType == Intake.UploadType) await ReadPartsAsync(bytes, contentType, draft, cancellationToken);
            else if (!bytes.IsEmpty) await ReadPairsAsync(bytes, draft, cancellationToken);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or ArgumentException or FormatException)
        {
            // The framework's readers tell a malformed or boundless form so, the strict decoder bytes that are no text.
            draft.Faults.AddAt("", "malformed-form");
        }

        if (draft.Faults.Any) return (null, draft.Faults);
        var form = draft.Done();
        if (form.Text(Form.KeyField) is not { } key) draft.Faults.AddAt(JsonPointer.Of(Form.KeyField), "required");
        else if (key.Length > LongestKey || !key.All(c => c is > ' ' and <= '~')) draft.Faults.AddAt(JsonPointer.Of(Form.KeyField), "bad-idempotency-key", ("max", LongestKey));
        return draft.Faults.Any ? (null, draft.Faults) : (form, draft.Faults);
    }

    private static async Task ReadPairsAsync(ReadOnlyMemory<byte> bytes, FormDraft draft, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(bytes.ToArray(), writable: false);
        using var reader = new FormReader(body, Strict) { ValueCountLimit = MostFields, KeyLengthLimit = LongestName, ValueLengthLimit = LongestValue };
        foreach (var (name, values) in await reader.ReadFormAsync(cancellationToken))
        {
            foreach (var value in values) draft.Add(name, value ?? "");
        }
    }

    private static async Task ReadPartsAsync(ReadOnlyMemory<byte> bytes, string? contentType, FormDraft draft, CancellationToken cancellationToken)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary);
        if (boundary.Length is 0 or > 70) throw new InvalidDataException("There is no boundary.");
        using var body = new MemoryStream(bytes.ToArray(), writable: false);
        var reader = new MultipartReader(boundary.ToString(), body) { HeadersCountLimit = 8, HeadersLengthLimit = 4096 };
        for (var count = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } part; count++)
        {
            if (count >= MostFields) throw new InvalidDataException("There are too many parts.");
            await ReadPartAsync(part, draft, cancellationToken);
        }
    }

    private static async Task ReadPartAsync(MultipartSection part, FormDraft draft, CancellationToken cancellationToken)
    {
        if (part.GetContentDispositionHeader() is not { } disposition || HeaderUtilities.RemoveQuotes(disposition.Name) is not { Length: > 0 and <= LongestName } name)
            throw new InvalidDataException("A part has no name.");
        using var content = new MemoryStream();
        await part.Body.CopyToAsync(content, cancellationToken);
        if (disposition.IsFileDisposition()) draft.AddFile(name.ToString(), FileName(disposition), part.ContentType ?? "", content.ToArray());
        else if (content.Length > LongestValue) throw new InvalidDataException("A field is too long.");
        else draft.Add(name.ToString(), Strict.GetString(content.ToArray()));
    }

    private static string FileName(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
}
