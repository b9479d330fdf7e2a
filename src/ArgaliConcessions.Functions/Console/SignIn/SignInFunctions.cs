using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.SignIn;

/// <summary>Signing in, by a token or by a link that the host printed, and out.</summary>
public sealed class SignInFunctions(ConsoleDesk desk, TokenVerifier tokens, SessionSigner sessions, IIdSource ids)
{
    private const string Route = "console/sign-in";
    private const int LongestReturn = 500;
    private const string Bearer = "Bearer ";

    /// <summary>A link signs nobody in by being opened: programs open links too.</summary>
    [Function("ConsoleSignInPage")]
    public Task Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        desk.ShowAsync(request, Access.Public, query => query.Text("return", LongestReturn), (visit, back, _) => ShowAsync(visit, back));

    [Function("ConsoleSignIn")]
    public Task SignIn([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request) =>
        desk.TakeAsync(request, Access.Public, Intake.Form, SignInAsync);

    [Function("ConsoleSignOut")]
    public Task SignOut([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/sign-out")] HttpRequest request) =>
        desk.TakeAsync(request, Access.Read, Intake.Form, (visit, _, _) =>
        {
            request.HttpContext.Response.Cookies.Delete(SessionCookie.Name, SessionCookie.Options(request, visit.Call.Address(ConsoleDesk.Home)));
            return Task.FromResult(visit.Go(Route));
        });

    private async Task<IResult> ShowAsync(Visit visit, string? back)
    {
        VisitCookie.Begin(visit.Call.Request, visit.Call.Address(ConsoleDesk.Home), ids);
        var request = visit.Call.Request;
        var link = request.Query["link"].ToString() is { Length: > 0 } text ? text : null;
        var offered = link is null ? null : await sessions.OpenAsync(link, SessionUse.SignIn);
        var hasEnded = SessionCookie.Of(request) is { } cookie && await sessions.OpenAsync(cookie, SessionUse.Session) is null;
        var fault = link is not null && offered is null ? "sign-in-link-spent" : hasEnded ? "session-ended" : null;
        return SignInPage.Render(visit, new SignInState(back, offered is null ? null : link, offered?.Caller, fault));
    }

    private async Task<IResult> SignInAsync(Visit visit, Form form, CancellationToken cancellationToken)
    {
        var verdict = await VerdictAsync(form, cancellationToken);
        var back = form.Text("return");
        if (verdict.Caller is not { } caller) return SignInPage.Render(visit, new SignInState(back, null, null, verdict.Fault));
        var session = sessions.Sign(caller, SessionUse.Session, verdict.Expires ?? DateTimeOffset.MinValue);
        if (session.Length > SessionCookie.Longest) return SignInPage.Render(visit, new SignInState(back, null, null, "session-too-large"));
        var home = visit.Call.Address(ConsoleDesk.Home);
        visit.Call.Request.HttpContext.Response.Cookies.Append(SessionCookie.Name, session, SessionCookie.Options(visit.Call.Request, home));
        var address = ConsoleAddress.Return(back, home);
        return address == home ? visit.Go(ConsoleDesk.Home) : new SeeOther(address);
    }

    private async Task<TokenVerdict> VerdictAsync(Form form, CancellationToken cancellationToken)
    {
        if (form.Text("link") is { } link)
            return await sessions.OpenAsync(link, SessionUse.SignIn) is { } open ? new TokenVerdict(open.Caller, null, open.Expires + SessionSigner.Longest) : new TokenVerdict(null, "sign-in-link-spent");
        if (form.Text("token") is not { } token) return new TokenVerdict(null, "sign-in-token-missing");
        return await tokens.VerifyAsync(token.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? token[Bearer.Length..].Trim() : token, cancellationToken);
    }
}
