using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Seasons;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.Map;

/// <summary>The map of all concessions, and a page for each.</summary>
public sealed class MapFunctions(ConsoleDesk desk, DrawGround ground, ReadCalendar seasons, ReadYearQuotas quotas)
{
    /// <summary>The map's route; a concession's page is below it.</summary>
    internal const string Route = "console/concessions";

    [Function("ConsoleMap")]
    public Task Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        desk.ShowAsync(request, Access.Read, async (visit, cancel) => visit.Page(await ground.RunAsync(null, cancel), all => MapPage.Render(visit, all)));

    [Function("ConsoleConcession")]
    public Task ShowOne([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{concession}")] HttpRequest request, string concession) =>
        desk.ShowAsync(request, Access.Read, (visit, cancel) => OneAsync(visit, concession, cancel));

    private async Task<IResult> OneAsync(Visit visit, string concession, CancellationToken cancellationToken)
    {
        var found = await ground.RunAsync(concession, cancellationToken);
        if (found is not Outcome<IReadOnlyList<ConcessionGround>>.Done { Value: [var one] }) return Answers.From(visit.Call, found, all => all);
        // Without a hunting year there are neither open days nor lines, and the ground can be shown all the same.
        var calendar = await seasons.RunAsync(null, concession, cancellationToken) as Outcome<YearCalendar>.Done;
        var lines = await quotas.RunAsync(null, concession, cancellationToken) as Outcome<YearQuotas>.Done;
        return ConcessionPage.Render(visit, one, calendar?.Value, lines?.Value);
    }
}
