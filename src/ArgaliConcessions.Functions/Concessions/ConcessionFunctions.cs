using ArgaliConcessions.Application.Concessions;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Concessions;

/// <summary>Concessions and their terms.</summary>
public sealed class ConcessionFunctions(Endpoint endpoint, PutConcession put, ReadConcession read, ListConcessions list, Paging paging)
{
    private const string Scope = "concessions";

    [Function("PutConcession")]
    public Task Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "concessions/{concession}")] HttpRequest request, string concession) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.CheckId("concession", concession).ReadAsync(ConcessionWire.Read, async draft =>
            Answers.From(call, await put.RunAsync(concession, draft, call.Precondition(), call.Actor(), token), ConcessionAnswer.Of, _ => $"concessions/{concession}")));

    [Function("GetConcession")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "concessions/{concession}")] HttpRequest request, string concession) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => q.Law(), async query =>
            Answers.From(call, await read.RunAsync(concession, query, token), ConcessionAnswer.Of)));

    [Function("ListConcessions")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "concessions")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => (Law: q.Law(), After: q.After(paging, Scope), q.Limit), async query =>
            Answers.From(call, await list.RunAsync(query.Law, query.After, query.Limit, token), page =>
                paging.Page(call, [.. page.Items.Select(ConcessionAnswer.Of)], page.Next, Scope))));
}
