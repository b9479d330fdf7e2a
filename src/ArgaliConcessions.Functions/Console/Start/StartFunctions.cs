using ArgaliConcessions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.Start;

/// <summary>The start page: what needs attention.</summary>
public sealed class StartFunctions(ConsoleDesk desk)
{
    [Function("Console")]
    public Task Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ConsoleDesk.Home)] HttpRequest request) =>
        desk.ShowAsync(request, Access.Read, (visit, _) => Task.FromResult(visit.Page(visit.Say("start.title"), ConsoleDesk.Home, default)));
}
