using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Concessions;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Console.Permits;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.Issue;

/// <summary>Issues a permit by a form that says what speaks against it before anything is written.</summary>
public sealed class IssueFunctions(ConsoleDesk desk, ListConcessions concessions, ReadYears years, ReadIssueOffers offers, CheckIssue check, IssuePermit issue)
{
    internal const string Route = "console/issue";

    [Function("ConsoleIssuePage")]
    public Task Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) => desk.ShowAsync(
        request, Access.Authority, query => (Concession: query.Id(IssueField.Concession), Year: query.Id(IssueField.Year)), (visit, asked, cancel) =>
            asked is { Concession: { } concession, Year: { } year } ? FormAsync(visit, concession, year, cancel) : ChooseAsync(visit, asked.Concession, cancel));

    /// <summary>One form, two buttons: to check it, which leaves no trace, and to issue.</summary>
    [Function("ConsoleIssue")]
    public Task Send([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request) =>
        desk.TakeAsync(request, Access.Authority, Intake.Form, SendAsync);

    private async Task<IResult> ChooseAsync(Visit visit, string? concession, CancellationToken cancellationToken)
    {
        var listed = await concessions.RunAsync(new LawQuery(), null, QueryReader.MaxLimit, cancellationToken);
        if (listed is not Outcome<(IReadOnlyList<ConcessionStanding> Items, string? Next)>.Done { Value.Items: var items }) return Answers.From(visit.Call, listed, value => value);
        var all = await years.RunAsync(null, new LawQuery(), cancellationToken);
        return visit.Page(all, found =>
        {
            HuntingYear[] open = [.. found.Select(y => y.Selected.Value).Where(y => !y.Sealed)];
            var current = Array.FindLast(open, y => items.Any(c => y.Span.Contains(c.On))) ?? open.LastOrDefault();
            return IssueStartPage.Render(visit, items, open, current, concession);
        });
    }

    private async Task<IResult> FormAsync(Visit visit, string concession, string year, CancellationToken cancellationToken) =>
        visit.Page(await offers.RunAsync(concession, year, cancellationToken), found => IssuePage.Render(visit, found, IssueState.Empty(concession, year)));

    private async Task<IResult> SendAsync(Visit visit, Form form, CancellationToken cancellationToken)
    {
        var state = IssueState.Of(form);
        var read = IssueForm.Read(state.Value, state.Zones);
        if (read.Faults.Count > 0) return await AgainAsync(visit, state with { Objections = [.. read.Faults.Select(f => IssueObjection.Of(f, read.Rows, visit.Texts))] }, StatusCodes.Status422UnprocessableEntity, cancellationToken);
        var key = RequestKey.Of(visit.Caller.Subject, Route, form.Key, visit.Call.Body.Sha256);
        if (form.Text(IssuePage.DoField) == IssuePage.Issue && !form.Has(IssuePage.UseField)) return await IssueAsync(visit, state, read, key, cancellationToken);
        return await check.RunAsync(read.Request, key, visit.Call.Actor(), cancellationToken) switch
        {
            Outcome<CheckedIssue>.Done { Value.Noted: var noted } => await AgainAsync(
                visit, state with { Good = true, Noted = [.. noted.Select(r => IssueObjection.Of(r, read.Rows, visit.Texts))] }, StatusCodes.Status200OK, cancellationToken),
            Outcome<CheckedIssue>.Refused refused => await AgainAsync(visit, Against(refused.Refusal, state, read, visit), StatusCodes.Status200OK, cancellationToken),
            _ => throw new InvalidOperationException("An outcome is done or refused."),
        };
    }

    private async Task<IResult> IssueAsync(Visit visit, IssueState state, IssueForm read, RequestKey key, CancellationToken cancellationToken) =>
        await issue.RunAsync(read.Request, key, visit.Call.Actor(), cancellationToken) switch
        {
            Outcome<PermitAnswer>.Done { Value: { LawChanged.IsEmpty: true } answer } => visit.Go($"{PermitFunctions.Route}/{answer.Permit.Number}", ("issued", "true")),
            Outcome<PermitAnswer>.Done { Value: var answer } => OvertakenPage.Render(visit, answer),
            Outcome<PermitAnswer>.Refused { Refusal: var refusal } => await AgainAsync(visit, Against(refusal, state, read, visit), Problem.Of(refusal).Status, cancellationToken),
            _ => throw new InvalidOperationException("An outcome is done or refused."),
        };

    private static IssueState Against(Refusal refusal, IssueState state, IssueForm read, Visit visit) => state with { Objections = IssueObjection.Of(refusal, read.Rows, visit.Texts) };

    /// <summary>The form again as it was filled in; the refusal itself where concession and year make no form.</summary>
    private async Task<IResult> AgainAsync(Visit visit, IssueState state, int status, CancellationToken cancellationToken) => visit.Page(
        await offers.RunAsync(state.Value(IssueField.Concession) ?? "", state.Value(IssueField.Year) ?? "", cancellationToken), found => IssuePage.Render(visit, found, state, status));
}
