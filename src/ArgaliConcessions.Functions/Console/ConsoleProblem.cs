using ArgaliConcessions.Functions.Compliance.Reports;
using ArgaliConcessions.Functions.Console.SignIn;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages;
using ArgaliConcessions.Functions.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ArgaliConcessions.Functions.Console;

/// <summary>A problem as a person meets it: who is not signed in is sent to the sign-in, anything else is a page in words. Programs get problem+json.</summary>
internal static class ConsoleProblem
{
    public static IResult Answer(HttpRequest request, Problem problem, string prefix)
    {
        if (AcceptedFormat.Of(request) != ReportFormat.Html) return new ProblemAnswer(problem);
        var home = ConsoleAddress.Home(request, prefix);
        if (problem.Status == StatusCodes.Status401Unauthorized) return new SeeOther(SignInAddress(request, home));
        if (problem.Allow.Count > 0) request.HttpContext.Response.Headers.Allow = string.Join(", ", problem.Allow);
        return new ConsoleAnswer(Page(Texts.For(HeaderReader.LanguageOf(request)), problem, InLanguage(request, home)), problem.Status);
    }

    private static string SignInAddress(HttpRequest request, string home)
    {
        // A form that was not taken cannot be asked for again; the page that it stands on can.
        var asked = request.PathBase + request.Path + request.QueryString;
        var address = ConsoleAddress.Return(asked, home) == home ? $"{home}/sign-in" : QueryHelpers.AddQueryString($"{home}/sign-in", "return", asked);
        return InLanguage(request, address);
    }

    /// <summary>A language that was chosen by hand stays chosen.</summary>
    private static string InLanguage(HttpRequest request, string address) =>
        request.Query["lang"] is [{ } lang] ? QueryHelpers.AddQueryString(address, "lang", lang) : address;

    private static string Page(Texts texts, Problem problem, string home)
    {
        var title = texts.Format($"refusal.{problem.Code}", problem.Args);
        var body = Markup.Of(
            $"""
            <main id="main">
            <h1>{title}</h1>
            {Markup.When(problem.Detail(texts) is not null, () => Markup.Of($"<p>{problem.Detail(texts)}</p>"))}
            <p><a href="{home}">{texts.Format("console.problem.home")}</a></p>
            </main>
            """);
        return PageLayout.Page(texts, title, body, ConsoleStyles.Css);
    }

    private static string? Detail(this Problem problem, Texts texts) => new ProblemAnswer(problem).Detail(texts);
}
