using System.Security.Cryptography;
using System.Text;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Tokens;
using Microsoft.AspNetCore.WebUtilities;

namespace ArgaliConcessions.Functions.Console.Forms;

/// <summary>
/// Guards forms against forgery. A browser sends the session's cookie by itself; that a person meant it is shown by a token in the
/// form that only this console can have made for that session, and by what the browser says of where the form stood.
/// </summary>
public sealed class FormTokens(HostKey key)
{
    private const string Purpose = "console-form";

    /// <summary>The token of the caller's session. Empty for a bearer token: no browser sends one by itself, so that there is nothing to forge.</summary>
    internal string Of(Call call) => SessionOf(call) is { } session ? WebEncoders.Base64UrlEncode(Mac(key, session)) : "";

    /// <summary>Whether the form is one that this console made for the caller.</summary>
    internal bool Accepts(Call call, Form form)
    {
        if (call.Request.Headers.Authorization.Count > 0 && call.Caller.Role != Role.Anyone) return true;
        return FormOrigin.IsOwn(call.Request) && SessionOf(call) is { } session && form.Text(Form.TokenField) is { } token && IsOf(session, token);
    }

    private static string? SessionOf(Call call) =>
        call.Caller.Session ?? (call.Caller.Role == Role.Anyone && VisitCookie.Of(call.Request) is { } visit ? $"visit {visit}" : null);

    private bool IsOf(string session, string token)
    {
        var sent = Encoding.UTF8.GetBytes(token);
        return key.Verifying.Any(k => CryptographicOperations.FixedTimeEquals(sent, Encoding.UTF8.GetBytes(WebEncoders.Base64UrlEncode(Mac(k, session)))));
    }

    private static byte[] Mac(HostKey key, string session) => HMACSHA256.HashData(key.Secret(Purpose), Encoding.UTF8.GetBytes(session));
}
