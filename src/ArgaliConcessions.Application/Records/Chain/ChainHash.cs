using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ArgaliConcessions.Application.Records.Chain;

/// <summary>
/// Hashes of rows and events. A row's content is its payload and its columns in ordinal order, each part preceded by
/// its length, so that no two contents run into the same bytes.
/// </summary>
public static class ChainHash
{
    /// <summary>The column of a personal row that holds its salt. Erased with the content, it takes all that the chain knew with it.</summary>
    public const string SaltColumn = "salt";

    /// <summary>SHA-256 of bytes, lower-case hex.</summary>
    public static string OfBytes(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>SHA-256 of a row's content.</summary>
    public static string OfRow(ReadOnlyMemory<byte> payload, IReadOnlyDictionary<string, string> columns)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return Finish(hash, payload, columns);
    }

    /// <summary>HMAC-SHA256 of a personal row's content (all columns but the salt), keyed with its salt.</summary>
    public static string OfPersonalRow(ReadOnlyMemory<byte> payload, IReadOnlyDictionary<string, string> columns, string salt)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(salt));
        return Finish(hash, payload, columns.Where(column => column.Key != SaltColumn));
    }

    private static string Finish(IncrementalHash hash, ReadOnlyMemory<byte> payload, IEnumerable<KeyValuePair<string, string>> columns)
    {
        Append(hash, payload.Span);
        foreach (var (name, value) in columns.OrderBy(column => column.Key, StringComparer.Ordinal))
        {
            Append(hash, Encoding.UTF8.GetBytes(name));
            Append(hash, Encoding.UTF8.GetBytes(value));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
