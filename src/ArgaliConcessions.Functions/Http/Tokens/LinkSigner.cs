using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ArgaliConcessions.Functions.Http.Tokens;

/// <summary>
/// Signed links: an address that opens one page, read-only, until it expires, for someone without a token. The audience
/// <c>link</c> keeps such a signature from passing as a bearer token, and the reverse.
/// </summary>
public sealed class LinkSigner(HostKey key, TimeProvider time)
{
    private const string Audience = "link";
    private const string PathClaim = "path";
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = 4 * 1024, MapInboundClaims = false };

    /// <summary>The value of the <c>link</c> parameter that opens a path (<c>/api/compliance/reports/latest</c>, without query) until it expires.</summary>
    public string Sign(string path, DateTimeOffset expires) => key.Sign(new SecurityTokenDescriptor
    {
        Issuer = OwnTokenKeys.OwnIssuer,
        Audience = Audience,
        Expires = expires.UtcDateTime,
        Claims = new Dictionary<string, object>(StringComparer.Ordinal) { [PathClaim] = Folded(path) },
    });

    /// <summary>Null when the link opens this path now; else the code of what is wrong: <c>link-expired</c>, <c>link-invalid</c>.</summary>
    public async Task<string?> CheckAsync(string link, string path)
    {
        var result = await _handler.ValidateTokenAsync(link, new TokenValidationParameters
        {
            ValidIssuer = OwnTokenKeys.OwnIssuer,
            ValidAudience = Audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            IssuerSigningKeys = key.Verifying.Select(k => k.Key),
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, to, _, _) => Lifetimes.Check(from, to, time.GetUtcNow().UtcDateTime, TimeSpan.Zero),
        });
        if (!result.IsValid) return result.Exception is SecurityTokenExpiredException ? "link-expired" : "link-invalid";
        var opens = result.Claims.TryGetValue(PathClaim, out var claim) && claim is string signed && signed == Folded(path);
        return opens ? null : "link-invalid";
    }

    // Routes are matched without regard to case, so links are too.
    private static string Folded(string path) => path.TrimEnd('/').ToLowerInvariant();
}
