using System.Security.Cryptography;
using System.Text;
using ArgaliConcessions.Functions.Http.Tokens;
using Microsoft.AspNetCore.WebUtilities;

namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>
/// Cursors of lists: opaque, and signed with the host's key, so that a row key from outside never reaches the store.
/// </summary>
public sealed class Paging(HostKey key)
{
    private const int MacBytes = 16;

    /// <summary>The cursor that continues a list after a row.</summary>
    /// <param name="scope">What the list is of, filters included: a cursor opens only under the same scope.</param>
    public string Seal(string after, string scope)
    {
        var row = Encoding.UTF8.GetBytes(after);
        return WebEncoders.Base64UrlEncode([.. Mac(key, row, scope), .. row]);
    }

    /// <summary>The row of a cursor; null when it is not ours, or of another list.</summary>
    public string? Open(string cursor, string scope)
    {
        byte[] bytes;
        try
        {
            bytes = WebEncoders.Base64UrlDecode(cursor);
        }
        catch (FormatException)
        {
            return null;
        }

        if (bytes.Length < MacBytes) return null;
        var row = bytes[MacBytes..];
        return key.Verifying.Any(k => CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, MacBytes), Mac(k, row, scope))) ? Encoding.UTF8.GetString(row) : null;
    }

    /// <summary>The address of the next page: this request's own, with another cursor.</summary>
    public string? Next(Call call, string? after, string scope)
    {
        if (after is null) return null;
        var query = call.Request.Query.Where(p => !p.Key.Equals("after", StringComparison.OrdinalIgnoreCase))
            .SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v)));
        return QueryHelpers.AddQueryString(call.Request.PathBase + call.Request.Path, [.. query, new("after", Seal(after, scope))]);
    }

    /// <summary>A page of a list with its link.</summary>
    public Listing<T> Page<T>(Call call, IReadOnlyList<T> items, string? after, string scope) => new(items, Next(call, after, scope));

    private static byte[] Mac(HostKey key, byte[] row, string scope)
    {
        byte[] signed = [.. SHA256.HashData(Encoding.UTF8.GetBytes(scope)), .. row];
        return HMACSHA256.HashData(key.Secret("cursor"), signed)[..MacBytes];
    }
}
