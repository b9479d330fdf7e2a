using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Rest;

/// <summary>Stands for what Azure.Data.Tables does inside: the response to one change, a part of the reply to the transaction.</summary>
internal sealed class BatchResponse(int status, string reason, IReadOnlyDictionary<string, string> headers, string body) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => reason;

    public override Stream? ContentStream { get; set; } = new MemoryStream(Encoding.UTF8.GetBytes(body));

    public override string ClientRequestId { get; set; } = "";

    public override bool IsError => status >= 400;

    /// <param name="text">A response of HTTP/1.1 with its status line. Lines before that are passed over: an emulator writes a stray one.</param>
    /// <exception cref="FormatException">No status line.</exception>
    public static BatchResponse Parse(string text)
    {
        var start = text.StartsWith("HTTP/", StringComparison.Ordinal) ? 0 : text.IndexOf("\nHTTP/", StringComparison.Ordinal) + 1;
        var end = text.IndexOf('\n', start);
        var line = (end < 0 ? text[start..] : text[start..end]).Trim().Split(' ', 3);
        if (!line[0].StartsWith("HTTP/", StringComparison.Ordinal) || line.Length < 2
            || !int.TryParse(line[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status) || status is < 100 or > 599)
            throw new FormatException("A part without a status.");

        var (headers, body) = Multipart.Head(end < 0 ? "" : text[(end + 1)..]);
        return new(status, line.Length == 3 ? line[2] : "", headers, body);
    }

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(h => new HttpHeader(h.Key, h.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
