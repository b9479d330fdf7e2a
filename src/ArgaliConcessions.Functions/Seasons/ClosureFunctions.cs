using ArgaliConcessions.Application.Seasons;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Seasons;

/// <summary>Closures: dated bans.</summary>
public sealed class ClosureFunctions(Endpoint endpoint, PutClosure put, ReadClosures read)
{
    [Function("PutClosure")]
    public Task Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "closures/{id}")] HttpRequest request, string id) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.CheckId("id", id).ReadAsync(body => ClosureWire.Read(body, id), async draft =>
            Answers.From(call, await put.RunAsync(draft, call.Precondition(), call.Actor(), token), ClosureAnswer.Of, _ => $"closures/{id}")));

    [Function("GetClosure")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "closures/{id}")] HttpRequest request, string id) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => q.Law(), async query =>
            Answers.From(call, await read.RunAsync(id, query, token), closures => ClosureAnswer.Of(closures[0]))));

    [Function("ListClosures")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "closures")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => q.Law(), async query =>
            Answers.From(call, await read.RunAsync(null, query, token), closures => new Listing<ClosureAnswer>([.. closures.Select(ClosureAnswer.Of)], null))));
}
