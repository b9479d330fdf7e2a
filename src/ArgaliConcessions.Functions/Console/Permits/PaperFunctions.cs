using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Permits;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.Permits;

/// <summary>What is printed and taken along, for who has signed in: the API's own routes look at no cookie.</summary>
public sealed class PaperFunctions(ConsoleDesk desk, PaperAnswers papers, FieldSheetAnswers sheets)
{
    internal const string SheetRoute = "console/fieldsheets";

    [Function("ConsolePaper")]
    public Task Paper([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PermitFunctions.Route + "/{number}/paper")] HttpRequest request, string number) =>
        desk.ShowAsync(request, Access.Read, query => PaperAnswers.FormatOf(query, request), (visit, format, cancel) => papers.AnswerAsync(visit.Call, number, format, cancel));

    [Function("ConsoleFieldSheet")]
    public Task FieldSheet([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SheetRoute + "/{concession}")] HttpRequest request, string concession) =>
        desk.ShowAsync(request, Access.Read, FieldSheetAnswers.Days, (visit, days, cancel) => sheets.AnswerAsync(visit.Call, concession, days, cancel));
}
