using ArgaliConcessions.Application.Surveys;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Surveys;

/// <summary>Surveys of one concession's ground, on which its quota lines rest.</summary>
public sealed class ConcessionSurveyFunctions(Endpoint endpoint, PutSurvey put, ReadSurveys read)
{
    private const string ListRoute = "concessions/{concession}/surveys";
    private const string SurveyRoute = ListRoute + "/{id}";

    [Function("PutConcessionSurvey")]
    public Task Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = SurveyRoute)] HttpRequest request, string concession, string id) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.CheckId("id", id).ReadAsync(body => SurveyWire.Read(body, id), async draft =>
            Answers.From(
                call, await put.RunAsync(concession, draft, call.Precondition(), call.Actor(), token), SurveyAnswer.Of, _ => $"concessions/{concession}/surveys/{id}")));

    /// <summary>Never 304: what it carries moves with the authority's settings, without its tag.</summary>
    [Function("GetConcessionSurvey")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SurveyRoute)] HttpRequest request, string concession, string id) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => q.Law(), async query =>
            Answers.FreshFrom(call, await read.RunAsync(concession, id, query, token), surveys => SurveyAnswer.Of(surveys[0]))));

    [Function("ListConcessionSurveys")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ListRoute)] HttpRequest request, string concession) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => q.Law(), async query => Answers.From(
            call, await read.RunAsync(concession, null, query, token), surveys => new Listing<SurveyAnswer>([.. surveys.Select(SurveyAnswer.Of)], null))));
}
