using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Spreadsheets;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>Permits: issued, read, listed.</summary>
public sealed class PermitFunctions(Endpoint endpoint, IssuePermit issue, ReadPermit read, ReadPermitVersion readVersion, ListPermits list, ExportPermits export, ExportOptions bounds, Paging paging)
{
    [Function("IssuePermit")]
    public Task Issue([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "permits")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Authority, Intake.Creation, (call, token) => call.ReadAsync(IssueWire.Read, async asked =>
            call.Made(await issue.RunAsync(asked, call.RequestKey("permits"), call.Actor(), token))));

    /// <summary>Never 304, but for a version that is asked for: the status is told of today, and tomorrow comes without a new version.</summary>
    [Function("GetPermit")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "permits/{number}")] HttpRequest request, string number) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(Read, async asked => asked.Version is { } version
            ? Answers.From(call, await readVersion.RunAsync(number, version, call.Viewer(), token), PermitView.OfVersion)
            : Answers.FreshFrom(
                call, await read.RunAsync(number, call.Viewer(), call.Caller.Role == Role.Authority, asked.Law.On, asked.Law.KnownAt, token), PermitView.Of)));

    /// <summary>A page of JSON, or the whole list as a table.</summary>
    [Function("ListPermits")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "permits")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(query => PermitListWire.Read(call, query, paging), async asked =>
        {
            if (asked.Form != TableForm.Json) return PermitTable.Of(call.Texts, bounds).Answer(asked.Form, NameOf(asked.Question), export.RunAsync(asked.Question, call.Viewer(), token));
            var page = await list.RunAsync(asked.Question, call.Viewer(), token);
            return Answers.Ok(call, paging.Page<PermitView>(call, [.. page.Items.Select(PermitView.Of)], page.Next, asked.Scope));
        }));

    /// <summary>The file's name: what of the filters tells one list from another.</summary>
    private static string NameOf(PermitQuestion question) => string.Join('-', new[] { "permits", question.Concession, question.Year }.OfType<string>());

    private static (LawQuery Law, int? Version) Read(QueryReader query)
    {
        if (query.Has("version") && (query.Has("on") || query.Has("knownAt"))) query.Fault("version", "version-alone");
        return (query.Law(), query.Int("version", 1, PermitWriter.MaxVersions));
    }
}
