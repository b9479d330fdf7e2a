using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>Permits: issued, read, listed.</summary>
public sealed class PermitFunctions(Endpoint endpoint, IssuePermit issue, ReadPermit read, ListPermits list, Paging paging)
{
    [Function("IssuePermit")]
    public Task Issue([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "permits")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Authority, Intake.Creation, (call, token) => call.ReadAsync(IssueWire.Read, async asked => Answers.From(
            call, await issue.RunAsync(asked, call.RequestKey("permits"), call.Actor(), token),
            answer => PermitView.Of(answer, call.Texts), answer => $"permits/{answer.Permit.Number}")));

    /// <summary>Never 304: the status is told of today, and tomorrow comes without a new version.</summary>
    [Function("GetPermit")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "permits/{number}")] HttpRequest request, string number) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(query => query.Law(), async law => Answers.FreshFrom(
            call, await read.RunAsync(number, call.Viewer(), call.Caller.Role == Role.Authority, law.On, law.KnownAt, token), PermitView.Of)));

    [Function("ListPermits")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "permits")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(query => PermitListWire.Read(call, query, paging), async asked =>
        {
            var page = await list.RunAsync(asked.Question, call.Viewer(), token);
            return Answers.Ok(call, paging.Page<PermitView>(call, [.. page.Items.Select(PermitView.Of)], page.Next, asked.Scope));
        }));
}
