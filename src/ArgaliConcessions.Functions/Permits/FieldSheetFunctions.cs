using ArgaliConcessions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>The field sheet: what an inspector takes along where there is no signal.</summary>
public sealed class FieldSheetFunctions(Endpoint endpoint, FieldSheetAnswers answers)
{
    [Function("FieldSheet")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fieldsheets/{concession}")] HttpRequest request, string concession) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(FieldSheetAnswers.Days, days => answers.AnswerAsync(call, concession, days, token)));
}
