using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Law;

/// <summary>The authority itself: comes before everything else.</summary>
public sealed class AuthorityFunctions(Endpoint endpoint, PutAuthority put, ReadAuthority read)
{
    private const string Route = "authority";

    [Function("PutAuthority")]
    public Task Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.ReadAsync(AuthorityWire.Read, async draft =>
            Answers.From(call, await put.RunAsync(draft, call.Precondition(), call.Actor(), token), AuthorityAnswer.Of, _ => Route)));

    [Function("GetAuthority")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => q.Law(), async query =>
            Answers.From(call, await read.RunAsync(query, token), AuthorityAnswer.Of)));
}
