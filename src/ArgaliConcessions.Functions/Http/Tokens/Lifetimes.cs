using Microsoft.IdentityModel.Tokens;

namespace ArgaliConcessions.Functions.Http.Tokens;

/// <summary>Judges a token's lifetime by a clock that is handed in.</summary>
internal static class Lifetimes
{
    /// <exception cref="SecurityTokenExpiredException">The token has expired; thrown because the library tells the kinds of fault apart so.</exception>
    public static bool Check(DateTime? from, DateTime? to, DateTime now, TimeSpan skew)
    {
        if (to is not { } end) return false;
        if (end < now - skew) throw new SecurityTokenExpiredException();
        return from is not { } start || start <= now + skew;
    }
}
