using System.Security.Cryptography;

namespace ArgaliConcessions.Functions.Http.Tokens;

/// <summary>Reads signing keys from PEM text (RFC 7468).</summary>
public static class PemKeys
{
    /// <summary>The one key of a text, and behind it those of before.</summary>
    /// <exception cref="ArgumentException">A text holds no key, or one on another curve.</exception>
    /// <exception cref="CryptographicException">A key is malformed.</exception>
    public static HostKey ReadCurrent(string pem, string? previous) => Read(pem, [.. Read(previous ?? "", [])]).Single();

    /// <summary>All keys of a text, in its order.</summary>
    /// <param name="pem">PEM blocks one after the other; empty for none.</param>
    /// <param name="previous">The keys of before, of each.</param>
    /// <exception cref="ArgumentException">The text holds something that is no key.</exception>
    /// <exception cref="CryptographicException">A key is malformed.</exception>
    public static IEnumerable<HostKey> Read(string pem, IReadOnlyList<HostKey> previous)
    {
        for (var rest = pem.Trim(); rest.Length > 0;)
        {
            var block = PemEncoding.Find(rest);
            var ecdsa = ECDsa.Create();
            ecdsa.ImportFromPem(rest[block.Location]);
            yield return new HostKey(ecdsa, previous);
            rest = rest[block.Location.End.Value..].Trim();
        }
    }
}
