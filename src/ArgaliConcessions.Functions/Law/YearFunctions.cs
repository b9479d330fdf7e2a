using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Law;

/// <summary>Hunting years.</summary>
public sealed class YearFunctions(Endpoint endpoint, PutYear put, ReadYears read)
{
    [Function("PutYear")]
    public Task Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "years/{id}")] HttpRequest request, string id) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.CheckId("id", id).ReadAsync(body => YearWire.Read(body, id), async draft =>
            Answers.From(call, await put.RunAsync(draft, call.Precondition(), call.Actor(), token), YearAnswer.Of, _ => $"years/{id}")));

    [Function("GetYear")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years/{id}")] HttpRequest request, string id) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => q.Law(), async query =>
            Answers.From(call, await read.RunAsync(id, query, token), years => YearAnswer.Of(years[0]))));

    [Function("ListYears")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "years")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => q.Law(), async query =>
            Answers.From(call, await read.RunAsync(null, query, token), years => new Listing<YearAnswer>([.. years.Select(YearAnswer.Of)], null))));
}
