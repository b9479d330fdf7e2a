using System.Security.Cryptography;

namespace ArgaliConcessions.Functions.Http.Tokens;

/// <summary>Reads signing keys from PEM text (RFC 7468).</summary>
public static class PemKeys
{
    /// <summary>The key of a text that holds one.</summary>
    /// <param name="pem">PEM.</param>
    /// <param name="previous">The keys of before; none when null.</param>
    /// <exception cref="ArgumentException">The text holds no key or several, or one on another curve.</exception>
    /// <exception cref="CryptographicException">The key is malformed.</exception>
    public static HostKey ReadOne(string pem, IReadOnlyList<HostKey>? previous = null)
    {
        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportFromPem(pem);
            return new HostKey(ecdsa, previous);
        }
        catch
        {
            ecdsa.Dispose();
            throw;
        }
    }

    /// <summary>The one key of a text, and behind it those of before, as PEM blocks one after the other.</summary>
    /// <exception cref="ArgumentException">As for <see cref="ReadOne"/>, of any of them.</exception>
    /// <exception cref="CryptographicException">A key is malformed.</exception>
    public static HostKey ReadCurrent(string pem, string? previous) => ReadOne(pem, [.. Blocks(previous ?? "").Select(block => ReadOne(block))]);

    private static IEnumerable<string> Blocks(string pem)
    {
        for (var rest = pem.Trim(); rest.Length > 0;)
        {
            var block = PemEncoding.Find(rest).Location;
            yield return rest[block];
            rest = rest[block.End.Value..].Trim();
        }
    }
}
