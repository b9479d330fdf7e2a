using System.Security.Cryptography;

namespace ArgaliConcessions.Functions.Http.Bodies;

/// <summary>The bytes of a request's body as they came, and their fingerprint: "the same body" means the same SHA-256.</summary>
public sealed class RequestBody(ReadOnlyMemory<byte> bytes, string mediaType, string? charset)
{
    private readonly Lazy<string> _sha256 = new(() => Convert.ToHexStringLower(SHA256.HashData(bytes.Span)));

    public static RequestBody None { get; } = new(ReadOnlyMemory<byte>.Empty, "", null);

    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>Lower case, without parameters: <c>text/csv</c>; empty when there is no body.</summary>
    public string MediaType => mediaType;

    /// <summary>The charset that the sender named, lower case; null when it named none.</summary>
    public string? Charset => charset;

    /// <summary>64 lower case hexadecimal digits.</summary>
    public string Sha256 => _sha256.Value;

    public bool IsJson => MediaType.EndsWith("json", StringComparison.Ordinal);
}
