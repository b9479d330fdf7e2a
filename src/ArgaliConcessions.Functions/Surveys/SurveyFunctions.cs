using ArgaliConcessions.Application.Surveys;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Surveys;

/// <summary>Surveys: counts of the whole country, on which national quotas rest.</summary>
public sealed class SurveyFunctions(Endpoint endpoint, PutSurvey put, ReadSurveys read)
{
    [Function("PutSurvey")]
    public Task Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "surveys/{id}")] HttpRequest request, string id) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.CheckId("id", id).ReadAsync(body => SurveyWire.Read(body, id), async draft =>
            Answers.From(call, await put.RunAsync(null, draft, call.Precondition(), call.Actor(), token), SurveyAnswer.Of, _ => $"surveys/{id}")));

    /// <summary>Never 304: what it carries moves with the authority's settings, without its tag.</summary>
    [Function("GetSurvey")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "surveys/{id}")] HttpRequest request, string id) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => q.Law(), async query =>
            Answers.FreshFrom(call, await read.RunAsync(null, id, query, token), surveys => SurveyAnswer.Of(surveys[0]))));

    [Function("ListSurveys")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "surveys")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => q.Law(), async query => Answers.From(
            call, await read.RunAsync(null, null, query, token), surveys => new Listing<SurveyAnswer>([.. surveys.Select(SurveyAnswer.Of)], null))));
}
