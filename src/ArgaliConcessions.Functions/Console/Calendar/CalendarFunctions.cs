using ArgaliConcessions.Application.Seasons;
using ArgaliConcessions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.Calendar;

/// <summary>The season calendar of a hunting year.</summary>
public sealed class CalendarFunctions(ConsoleDesk desk, ReadCalendar calendar)
{
    internal const string Route = "console/calendar";

    /// <summary><c>?year=</c> a hunting year's id; today's without it.</summary>
    [Function("ConsoleCalendar")]
    public Task Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        desk.ShowAsync(request, Access.Read, query => query.Id("year"), async (visit, year, cancel) =>
            visit.Page(await calendar.RunAsync(year, null, cancel), found => CalendarPage.Render(visit, found)));
}
