using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.IdentityModel.Tokens;

namespace ArgaliConcessions.Functions.Http.Tokens;

/// <summary>Makes bearer tokens with the host's own key: for the local host's command line and for tests.</summary>
public sealed class TokenIssuer(HostKey key, TimeProvider time)
{
    /// <summary>How long a token lives unless said otherwise: a working day.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <param name="concessions">A holder's own concessions; empty for other roles.</param>
    public string Issue(Role role, IReadOnlyCollection<string> concessions, TimeSpan? lifetime = null)
    {
        var now = time.GetUtcNow();
        var subject = role == Role.Holder ? $"holder:{string.Join('+', concessions)}" : Json.Camel(role.ToString());
        var keys = new OwnTokenKeys(key);
        return key.Sign(new SecurityTokenDescriptor
        {
            Issuer = keys.Issuer,
            Audience = keys.Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + (lifetime ?? Lifetime)).UtcDateTime,
            Claims = Claims(subject, role, concessions),
        });
    }

    private static Dictionary<string, object> Claims(string subject, Role role, IReadOnlyCollection<string> concessions)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = subject, ["role"] = Json.Camel(role.ToString()) };
        if (concessions.Count > 0) claims["concession"] = concessions.ToArray();
        return claims;
    }
}
