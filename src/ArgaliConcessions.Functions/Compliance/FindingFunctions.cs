using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Spreadsheets;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Compliance;

/// <summary>Findings: listed, looked at, decided.</summary>
public sealed class FindingFunctions(
    Endpoint endpoint, FindingList list, ExportFindings export, ExportOptions bounds, FindingPlaces places, FindingAges ages, DecideFinding decisions, Paging paging)
{
    private const int LongestReason = 2000;

    [Function("Findings")]
    public Task Findings([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "compliance/findings")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.FindingReaders, (call, token) => call.AskAsync(FindingQuestion.Reader(call, paging), question => ListAsync(call, question, token)));

    [Function("Finding")]
    public Task Finding([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "compliance/findings/{id}")] HttpRequest request, string id) =>
        endpoint.RunAsync(request, Access.FindingReaders, (call, token) => call.ReadNothingAsync(() => ReadAsync(call, id, token)));

    [Function("AcknowledgeFinding")]
    public Task Acknowledge([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "compliance/findings/{id}/acknowledgement")] HttpRequest request, string id) =>
        DecideAsync(request, id, FindingStatus.Acknowledged);

    [Function("WaiveFinding")]
    public Task Waive([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "compliance/findings/{id}/waiver")] HttpRequest request, string id) =>
        DecideAsync(request, id, FindingStatus.Waived);

    [Function("ResolveFinding")]
    public Task Resolve([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "compliance/findings/{id}/resolution")] HttpRequest request, string id) =>
        DecideAsync(request, id, FindingStatus.Resolved);

    private Task DecideAsync(HttpRequest request, string id, FindingStatus status) => endpoint.RunAsync(request, Access.Authority, Intake.Creation, (call, token) =>
        call.ReadAsync(body => body.Text("reason", LongestReason), reason => DecideAsync(call, new FindingOrder(id, status, reason, call.IdempotencyKey!, call.Body.Sha256), token)));

    private async Task<IResult> DecideAsync(Call call, FindingOrder order, CancellationToken cancellationToken)
    {
        var actor = new Actor(call.Caller.Subject, Json.Camel(call.Caller.Role.ToString()), call.RequestId);
        var outcome = await decisions.RunAsync(order, actor, cancellationToken);
        return outcome is Outcome<Finding>.Done done ? await AnswerAsync(call, done.Value, cancellationToken) : Answers.From(call, outcome, finding => finding);
    }

    private async Task<IResult> ReadAsync(Call call, string id, CancellationToken cancellationToken)
    {
        if (await places.FindAsync(id, cancellationToken) is not { Finding: var finding }) return Answers.NotFound("finding");
        return Sees(call.Caller, finding) ? await AnswerAsync(call, finding, cancellationToken) : Answers.NotYours();
    }

    private async Task<IResult> AnswerAsync(Call call, Finding finding, CancellationToken cancellationToken)
    {
        var views = await ages.ViewAsync([finding], cancellationToken);
        return Answers.Ok(call, FindingAnswer.Of(views[0], call.Texts));
    }

    private async Task<IResult> ListAsync(Call call, FindingQuestion question, CancellationToken cancellationToken)
    {
        if (question.Filter.Concession is { } concession && !call.Caller.MaySee(concession)) return Answers.NotYours();
        if (question.Form != TableForm.Json)
        {
            var name = string.Join('-', new[] { "findings", question.Filter.Concession, question.Filter.Year }.OfType<string>());
            return FindingTable.Of(call.Texts, bounds).Answer(question.Form, name, export.RunAsync(question.Filter, cancellationToken));
        }
        var page = await list.ReadAsync(question.Filter, question.After, question.Limit, cancellationToken);
        var views = await ages.ViewAsync(page.Findings, cancellationToken);
        return Answers.Ok(call, paging.Page(call, [.. views.Select(view => FindingAnswer.Of(view, call.Texts))], page.Next, question.Scope));
    }

    private static bool Sees(Caller caller, Finding finding) => caller.Role != Role.Holder || (finding.Concession is { } concession && caller.MaySee(concession));
}
