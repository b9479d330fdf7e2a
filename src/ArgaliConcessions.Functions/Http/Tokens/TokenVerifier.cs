using ArgaliConcessions.Functions.Http.Bodies;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ArgaliConcessions.Functions.Http.Tokens;

/// <summary>Verifies bearer tokens: ES256 only, our issuer and audience, an expiry, one role, a holder's concessions.</summary>
public sealed class TokenVerifier(ITokenKeys keys, TimeProvider time)
{
    private const int LongestSubject = 128;
    private const int MostConcessions = 50;

    /// <summary>How far the clocks of issuer and host may differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = 8 * 1024, MapInboundClaims = false };

    /// <summary>The caller, or the code of what is wrong with the token.</summary>
    public async Task<TokenVerdict> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        var result = await _handler.ValidateTokenAsync(token, await RulesAsync(cancellationToken));
        if (!result.IsValid) return new TokenVerdict(null, result.Exception is SecurityTokenExpiredException ? "token-expired" : "token-invalid");
        var caller = Read((JsonWebToken)result.SecurityToken);
        return new TokenVerdict(caller, caller is null ? "token-invalid" : null);
    }

    private async Task<TokenValidationParameters> RulesAsync(CancellationToken cancellationToken) => new()
    {
        ValidIssuer = keys.Issuer,
        ValidAudience = keys.Audience,
        // Naming the one algorithm shuts out "none" and a public key abused as an HMAC secret.
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        IssuerSigningKeys = await keys.KeysAsync(cancellationToken),
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, to, _, _) => Lifetimes.Check(from, to, time.GetUtcNow().UtcDateTime, ClockSkew),
    };

    private static Caller? Read(JsonWebToken token)
    {
        var subject = token.Subject;
        if (string.IsNullOrEmpty(subject) || subject.Length > LongestSubject || !Wire.IsClean(subject)) return null;
        var roles = Values(token, "role");
        if (roles is not [var name] || Wire.Member<Role>(name) is not (Role.Authority or Role.Inspector or Role.Holder or Role.Auditor)) return null;
        var role = Wire.Member<Role>(name)!.Value;
        var concessions = role == Role.Holder ? Values(token, "concession") : [];
        var bad = concessions.Length > MostConcessions || !concessions.All(IdRules.IsId) || (role == Role.Holder && concessions.Length == 0);
        return bad ? null : new Caller(subject, role, concessions);
    }

    private static string[] Values(JsonWebToken token, string type) => [.. token.Claims.Where(c => c.Type == type).Select(c => c.Value)];
}

/// <summary>The caller of a good token, or what is wrong: <c>token-expired</c>, <c>token-invalid</c>.</summary>
public sealed record TokenVerdict(Caller? Caller, string? Fault);
