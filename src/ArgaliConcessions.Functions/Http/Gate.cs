using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Http.Tokens;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Http;

/// <summary>Authenticates and authorises: the one place where it is decided who gets in.</summary>
public sealed class Gate(TokenVerifier tokens, LinkSigner links, SessionSigner sessions)
{
    private const string Realm = "Bearer realm=\"argali-concessions\"";

    /// <summary>The caller if admitted, else the problem to answer.</summary>
    public async Task<(Caller? Caller, Problem? Problem)> AdmitAsync(HttpRequest request, Access access, CancellationToken cancellationToken)
    {
        if (access.HasFlag(Access.Public)) return (Caller.Anyone, null);
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0 && access.HasFlag(Access.Link) && request.Query["link"] is [{ Length: > 0 } link]) return await ByLinkAsync(request, link);
        if (header.Length == 0 && access.HasFlag(Access.Console) && SessionCookie.Of(request) is { } cookie) return await BySessionAsync(cookie, access);
        if (header.Length == 0) return (null, Unknown("token-missing", Realm));
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return (null, Unknown("token-invalid"));
        var verdict = await tokens.VerifyAsync(header["Bearer ".Length..].Trim(), cancellationToken);
        if (verdict.Caller is not { } caller) return (null, Unknown(verdict.Fault!));
        return access.Admits(caller.Role) ? (caller, null) : (null, Barred(caller.Role, access));
    }

    private async Task<(Caller? Caller, Problem? Problem)> BySessionAsync(string cookie, Access access)
    {
        if (await sessions.OpenAsync(cookie, SessionUse.Session) is not { Caller: var caller }) return (null, Unknown("session-ended", Realm));
        return access.Admits(caller.Role) ? (caller, null) : (null, Barred(caller.Role, access));
    }

    private async Task<(Caller? Caller, Problem? Problem)> ByLinkAsync(HttpRequest request, string link)
    {
        if (!HttpMethods.IsGet(request.Method)) return (null, Unknown("link-invalid"));
        var fault = await links.CheckAsync(link, request.PathBase + request.Path);
        return fault is null ? (new Caller("link", Role.Link, []), null) : (null, Unknown(fault));
    }

    private static Problem Unknown(string code, string challenge = Realm + ", error=\"invalid_token\"") =>
        new(StatusCodes.Status401Unauthorized, code) { Challenge = challenge };

    private static Problem Barred(Role role, Access access) => new(StatusCodes.Status403Forbidden, "role-not-allowed")
    {
        Args = new Dictionary<string, object?>
        {
            ["role"] = role,
            ["allowed"] = Enum.GetValues<Role>().Where(r => r is not (Role.Anyone or Role.Link) && access.Admits(r)).ToArray(),
        },
    };
}
