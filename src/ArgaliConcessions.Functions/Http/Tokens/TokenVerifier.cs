using ArgaliConcessions.Functions.Http.Bodies;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ArgaliConcessions.Functions.Http.Tokens;

/// <summary>Verifies bearer tokens: signed with a public key of our issuer, for our audience, an expiry, one role, a holder's concessions.</summary>
public sealed class TokenVerifier(ITokenKeys keys, TimeProvider time)
{
    private const int LongestSubject = 128;
    private const int MostConcessions = 50;
    private const int LongestName = 200;

    /// <summary>How far the clocks of issuer and host may differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = 8 * 1024, MapInboundClaims = false };

    /// <summary>The caller, or the code of what is wrong with the token.</summary>
    public async Task<TokenVerdict> VerifyAsync(string bearer, CancellationToken cancellationToken)
    {
        var result = await _handler.ValidateTokenAsync(bearer, await RulesAsync(cancellationToken));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The issuer may have changed its keys since we asked.
            keys.Renew();
            result = await _handler.ValidateTokenAsync(bearer, await RulesAsync(cancellationToken));
        }

        if (!result.IsValid) return new TokenVerdict(null, result.Exception is SecurityTokenExpiredException ? "token-expired" : "token-invalid");
        var token = (JsonWebToken)result.SecurityToken;
        return Read(token) is { } caller ? new TokenVerdict(caller, null, new DateTimeOffset(token.ValidTo, TimeSpan.Zero)) : new TokenVerdict(null, "token-invalid");
    }

    private async Task<TokenValidationParameters> RulesAsync(CancellationToken cancellationToken) => new()
    {
        ValidIssuer = keys.Issuer,
        ValidAudience = keys.Audience,
        ValidAlgorithms = keys.Algorithms,
        IssuerSigningKeys = await keys.KeysAsync(cancellationToken),
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, to, _, _) => Lifetimes.Check(from, to, time.GetUtcNow().UtcDateTime, ClockSkew),
    };

    /// <summary>Whom a token speaks of; null when it does not name one role, or says what no token of ours would.</summary>
    internal static Caller? Read(JsonWebToken token)
    {
        var subject = token.Subject;
        if (string.IsNullOrEmpty(subject) || subject.Length > LongestSubject || !Wire.IsClean(subject)) return null;
        var grants = Grants(token);
        if (grants.Select(g => g.Role).Distinct().ToArray() is not [{ } role] || role is not (Role.Authority or Role.Inspector or Role.Holder or Role.Auditor)) return null;
        string[] concessions = role == Role.Holder ? [.. Values(token, "concession"), .. grants.Select(g => g.Concession).OfType<string>()] : [];
        var bad = concessions.Length > MostConcessions || !concessions.All(IdRules.IsId) || (role == Role.Holder && concessions.Length == 0);
        return bad ? null : new Caller(subject, role, concessions, Name(token));
    }

    /// <summary>What R35 compares with hunters and their parties: no reason to turn a token away.</summary>
    private static string? Name(JsonWebToken token) =>
        Values(token, "name") is [{ Length: > 0 and <= LongestName } name] && Wire.IsClean(name) ? name : null;

    /// <summary>
    /// The roles of a token: of its claim <c>role</c>, or of <c>roles</c>, in which issuers put the roles that an
    /// application has defined; there <c>holder:CONCESSION</c> names a holder's concession too.
    /// </summary>
    private static (Role? Role, string? Concession)[] Grants(JsonWebToken token) =>
        [.. Values(token, "role").Concat(Values(token, "roles")).Select(value => value.Split(':', 2)).Select(parts =>
            (parts.Length == 1 || parts[0] == "holder" ? Wire.Member<Role>(parts[0]) : null, parts.ElementAtOrDefault(1)))];

    private static string[] Values(JsonWebToken token, string type) => [.. token.Claims.Where(c => c.Type == type).Select(c => c.Value)];
}

/// <summary>The caller of a good token and its end, or what is wrong: <c>token-expired</c>, <c>token-invalid</c>.</summary>
public sealed record TokenVerdict(Caller? Caller, string? Fault, DateTimeOffset? Expires = null);
