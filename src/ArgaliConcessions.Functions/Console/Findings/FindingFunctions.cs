using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Concessions;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.Findings;

/// <summary>The queue of findings, and the decisions on them.</summary>
public sealed class FindingFunctions(
    ConsoleDesk desk, FindingQueue queue, FindingPlaces places, FindingAges ages, DecideFinding decisions, ListConcessions concessions, ReadYears years)
{
    internal const string Route = "console/findings";
    private const int LongestReason = 2000;

    [Function("ConsoleFindings")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        desk.ShowAsync(request, Access.FindingReaders, FindingQuery.Read, (visit, asked, cancel) => ListAsync(visit, asked.For(visit.Caller), cancel));

    /// <summary><c>?decided=true</c> says that it was decided just now.</summary>
    [Function("ConsoleFinding")]
    public Task Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}")] HttpRequest request, string id) =>
        desk.ShowAsync(request, Access.FindingReaders, query => query.Flag("decided"), (visit, decided, cancel) => ShowAsync(visit, id, null, [], decided, StatusCodes.Status200OK, cancel));

    [Function("ConsoleDecideFinding")]
    public Task Decide([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{id}")] HttpRequest request, string id) =>
        desk.TakeAsync(request, Access.Authority, Intake.Form, (visit, form, cancel) => DecideAsync(visit, id, form, cancel));

    private async Task<IResult> ListAsync(Visit visit, FindingQuery asked, CancellationToken cancellationToken)
    {
        if (asked.Filter.Concession is { } concession && !visit.Caller.MaySee(concession)) return Answers.NotYours();
        var page = await queue.ReadAsync(asked.Filter, (asked.Page - 1) * FindingQuery.PageSize, FindingQuery.PageSize, cancellationToken);
        var listed = await concessions.RunAsync(new LawQuery(), null, QueryReader.MaxLimit, cancellationToken);
        var known = await years.RunAsync(null, new LawQuery(), cancellationToken);
        // Before there is an authority there is nothing to narrow down to.
        var own = listed is Outcome<(IReadOnlyList<ConcessionStanding> Items, string? Next)>.Done { Value.Items: var items } ? items.Where(c => visit.Caller.MaySee(c.Id)) : [];
        return FindingQueuePage.Render(visit, asked, page, own, known is Outcome<IReadOnlyList<RevisionReading<Domain.Law.HuntingYear>>>.Done { Value: var all } ? all.Select(y => y.Selected.Value) : []);
    }

    private async Task<IResult> ShowAsync(
        Visit visit, string id, string? reason, IReadOnlyList<(string?, string)> faults, bool decided, int status, CancellationToken cancellationToken)
    {
        if (await places.FindAsync(id, cancellationToken) is not { Finding: var finding }) return Answers.NotFound("finding");
        if (visit.Caller.Role == Role.Holder && (finding.Concession is not { } concession || !visit.Caller.MaySee(concession))) return Answers.NotYours();
        var views = await ages.ViewAsync([finding], cancellationToken);
        return FindingPage.Render(visit, views[0], reason, faults, decided, status);
    }

    private async Task<IResult> DecideAsync(Visit visit, string id, Form form, CancellationToken cancellationToken)
    {
        var reason = form.Text(FindingPage.ReasonField);
        var status = form.Text(FindingPage.StatusField) is { } text ? Wire.Member<FindingStatus>(text) : null;
        if (Fault(reason, status) is var (field, code, max))
        {
            return await ShowAsync(visit, id, reason, [(field, visit.Texts.Format($"fault.{code}", ("max", max), ("length", reason?.Length), ("allowed", Wire.Members<FindingStatus>())))], false, StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }

        var order = new FindingOrder(id, status!.Value, reason!, form.Key, visit.Call.Body.Sha256);
        var outcome = await decisions.RunAsync(order, visit.Call.Actor(), cancellationToken);
        if (outcome is Outcome<Finding>.Done) return visit.Go($"{Route}/{id}", ("decided", "true"));
        var problem = Problem.Of(((Outcome<Finding>.Refused)outcome).Refusal);
        if (problem.Status == StatusCodes.Status404NotFound) return Answers.Problem(problem);
        return await ShowAsync(visit, id, reason, [(null, RefusalWords.Of(problem, visit.Texts))], false, problem.Status, cancellationToken);
    }

    private static (string? Field, string Code, int Max)? Fault(string? reason, FindingStatus? status)
    {
        if (status is null or FindingStatus.Open) return (null, "unknown-value", 0);
        if (reason is null) return (FindingPage.ReasonField, "required", 0);
        return reason.Length > LongestReason ? (FindingPage.ReasonField, "too-long", LongestReason) : null;
    }
}
