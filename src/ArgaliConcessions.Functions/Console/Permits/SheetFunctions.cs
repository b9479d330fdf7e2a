using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Permits;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.Permits;

/// <summary>The field sheet for who has signed in: the API's own route looks at no cookie.</summary>
public sealed class SheetFunctions(ConsoleDesk desk, FieldSheetAnswers sheets)
{
    internal const string Route = "console/fieldsheets";

    [Function("ConsoleFieldSheet")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{concession}")] HttpRequest request, string concession) =>
        desk.ShowAsync(request, Access.Read, FieldSheetAnswers.Days, (visit, days, cancel) => sheets.AnswerAsync(visit.Call, concession, days, cancel));
}
