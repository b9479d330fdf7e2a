using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ArgaliConcessions.Functions.Http.Tokens;

/// <summary>
/// Signs who has signed in to the console, and links that sign somebody in. Each has an audience of its own, so that neither
/// passes for the other, for a bearer token, or for a link to a page; nor the reverse.
/// </summary>
/// <remarks>Nothing is kept: a session ends with its expiry, or when the browser forgets it.</remarks>
public sealed class SessionSigner(HostKey key, IIdSource ids, TimeProvider time)
{
    /// <summary>A working day: nobody stays signed in longer, whatever the token said.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = 8 * 1024, MapInboundClaims = false };

    /// <param name="caller">Who it speaks of.</param>
    /// <param name="until">When it ends at the latest; <see cref="Longest"/> from now ends it too.</param>
    public string Sign(Caller caller, SessionUse use, DateTimeOffset until)
    {
        var latest = time.GetUtcNow() + Longest;
        return key.Sign(new SecurityTokenDescriptor
        {
            Issuer = OwnTokenKeys.OwnIssuer,
            Audience = AudienceOf(use),
            Expires = (until < latest ? until : latest).UtcDateTime,
            Claims = Claims(caller),
        });
    }

    /// <summary>Whom a value of <see cref="Sign"/> speaks of, with the session's id, and until when; null when it is not ours, is for another use, or has ended.</summary>
    public async Task<OpenSession?> OpenAsync(string signed, SessionUse use)
    {
        var result = await _handler.ValidateTokenAsync(signed, new TokenValidationParameters
        {
            ValidIssuer = OwnTokenKeys.OwnIssuer,
            ValidAudience = AudienceOf(use),
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            IssuerSigningKeys = key.Verifying.Select(k => k.Key),
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, to, _, _) => Lifetimes.Check(from, to, time.GetUtcNow().UtcDateTime, TimeSpan.Zero),
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token || TokenVerifier.Read(token) is not { } caller) return null;
        return new OpenSession(caller with { Session = token.Id }, new DateTimeOffset(token.ValidTo, TimeSpan.Zero));
    }

    private Dictionary<string, object> Claims(Caller caller)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["jti"] = ids.NewId(), ["sub"] = caller.Subject, ["role"] = Json.Camel(caller.Role.ToString()) };
        if (caller.Concessions.Count > 0) claims["concession"] = caller.Concessions.ToArray();
        if (caller.Name is { } name) claims["name"] = name;
        return claims;
    }

    private static string AudienceOf(SessionUse use) => use == SessionUse.Session ? "console" : "console-sign-in";
}

/// <summary>What a signed value is good for.</summary>
public enum SessionUse
{
    /// <summary>It stands for who has signed in.</summary>
    Session,

    /// <summary>It signs somebody in.</summary>
    SignIn,
}

/// <summary>Who has signed in, and when that ends.</summary>
public sealed record OpenSession(Caller Caller, DateTimeOffset Expires);
