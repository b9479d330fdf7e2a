using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console;

/// <summary>
/// Every page of the console runs through here: the caller is let in by the session's cookie (or a bearer token), a form is
/// believed only when this console made it for this session, and whatever goes wrong is told as a page to whoever asked for pages.
/// </summary>
public sealed class ConsoleDesk(Endpoint endpoint, FormTokens tokens, ApiOptions api, IIdSource ids)
{
    /// <summary>The route of the start page; all others begin with it.</summary>
    public const string Home = "console";

    /// <summary>Shows a page.</summary>
    /// <param name="read">Reads what the address asks for.</param>
    internal Task ShowAsync<T>(HttpRequest request, Access access, Func<QueryReader, T> read, Func<Visit, T, CancellationToken, Task<IResult>> page) =>
        endpoint.RunAsync(request, access | Access.Console, Intake.Anything, (call, cancel) => call.AskAsync(read, asked => page(VisitOf(call), asked, cancel)), Explain(request));

    /// <summary>Shows a page that is asked nothing more.</summary>
    internal Task ShowAsync(HttpRequest request, Access access, Func<Visit, CancellationToken, Task<IResult>> page) =>
        ShowAsync(request, access, _ => 0, (visit, _, cancel) => page(visit, cancel));

    /// <summary>Takes a form: 403 unless it is ours, 422 unless it can be read.</summary>
    /// <param name="intake"><see cref="Intake.Form"/> or <see cref="Intake.Upload"/>.</param>
    internal Task TakeAsync(HttpRequest request, Access access, Intake intake, Func<Visit, Form, CancellationToken, Task<IResult>> work) =>
        endpoint.RunAsync(request, access | Access.Console, intake, (call, cancel) => call.AskAsync(_ => 0, _ => TakeAsync(VisitOf(call), work, cancel)), Explain(request));

    private async Task<IResult> TakeAsync(Visit visit, Func<Visit, Form, CancellationToken, Task<IResult>> work, CancellationToken cancellationToken)
    {
        var (form, faults) = await FormIntake.ReadAsync(visit.Call, cancellationToken);
        if (form is null) return Answers.Problem(Problem.Invalid(faults.List));
        return tokens.Accepts(visit.Call, form) ? await work(visit, form, cancellationToken) : Answers.Problem(new Problem(StatusCodes.Status403Forbidden, "form-forged"));
    }

    private Visit VisitOf(Call call) => new(call, tokens, ids);

    private Func<Problem, IResult> Explain(HttpRequest request) => problem => ConsoleProblem.Answer(request, problem, api.RoutePrefix);
}
