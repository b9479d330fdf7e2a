using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.SignIn;

/// <summary>What the sign-in page shows.</summary>
/// <param name="Return">Where to go afterwards, as asked; null for the start page.</param>
/// <param name="Link">A link that is good; null without one.</param>
/// <param name="Offered">Whom the link signs in.</param>
/// <param name="Fault">Why one is not in; worded by <c>console.fault</c> or, of a token, by its refusal.</param>
internal sealed record SignInState(string? Return, string? Link, Caller? Offered, string? Fault);

/// <summary>The sign-in.</summary>
internal static class SignInPage
{
    public static IResult Render(Visit visit, SignInState state)
    {
        var form = state.Link is null ? ByToken(visit, state) : ByLink(visit, state);

        return visit.Page(visit.Say("signIn"), null, Markup.Of($"{Fault(visit, state)}{form}{Already(visit, state)}"), state.Fault is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized);
    }

    private static Markup ByLink(Visit visit, SignInState state) => visit.Form("console/sign-in", Markup.Of(
        $"""
        <input type="hidden" name="link" value="{state.Link}">{Back(state)}
        <p>{visit.Say("signIn.offer", ("role", state.Offered!.Role))}</p>
        <button>{visit.Say("signIn.go")}</button>
        """));

    private static Markup ByToken(Visit visit, SignInState state)
    {
        var token = new Field("token", visit.Say("signIn.token"))
        {
            Hint = visit.Say("signIn.token.hint"),
            Required = true,
            Attributes = new Markup(" autocomplete=\"off\" spellcheck=\"false\" maxlength=\"8192\""),
            Errors = state.Fault is null or "session-ended" ? [] : [Words(visit, state.Fault)],
        };
        return visit.Form("console/sign-in", Markup.Of(
            $"""
            {token.Input("password")}{Back(state)}
            <button>{visit.Say("signIn.go")}</button>
            """));
    }

    /// <summary>
    /// Whoever follows a link from a letter comes from another site, so that his browser keeps the session's cookie back. From this page it sends it.
    /// </summary>
    private static Markup Already(Visit visit, SignInState state) => Markup.When(state.Return is not null && visit.Call.Request.Headers["Sec-Fetch-Site"] == "cross-site", () => Markup.Of(
        $"<p><a href=\"{ConsoleAddress.Return(state.Return, visit.Call.Address(ConsoleDesk.Home))}\">{visit.Say("signIn.already")}</a></p>"));

    private static Markup Back(SignInState state) =>
        Markup.When(state.Return is not null, () => Markup.Of($"<input type=\"hidden\" name=\"return\" value=\"{state.Return}\">"));

    private static Markup Fault(Visit visit, SignInState state) =>
        state.Fault is { } fault ? ErrorSummary.Render(visit, [(fault == "session-ended" ? null : "token", Words(visit, fault))]) : Markup.None;

    private static string Words(Visit visit, string fault) => visit.Texts.Format($"refusal.{fault}");
}
