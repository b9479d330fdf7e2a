using ArgaliConcessions.Functions.Console.Calendar;
using ArgaliConcessions.Functions.Console.Check;
using ArgaliConcessions.Functions.Console.Findings;
using ArgaliConcessions.Functions.Console.Imports;
using ArgaliConcessions.Functions.Console.Issue;
using ArgaliConcessions.Functions.Console.Map;
using ArgaliConcessions.Functions.Console.Quotas;
using ArgaliConcessions.Functions.Console.Runs;
using ArgaliConcessions.Functions.Http;

namespace ArgaliConcessions.Functions.Console;

/// <summary>A place that the navigation leads to.</summary>
/// <param name="Name">Worded by <c>console.place.name</c>.</param>
/// <param name="Access">Who is led there: those whom the route lets in.</param>
internal sealed record ConsolePlace(string Name, string Route, Access Access);

/// <summary>The navigation, in its order.</summary>
internal static class ConsolePlaces
{
    public static IReadOnlyList<ConsolePlace> All { get; } =
    [
        new("start", ConsoleDesk.Home, Access.Read),
        new("map", MapFunctions.Route, Access.Read),
        new("calendar", CalendarFunctions.Route, Access.Read),
        new("quotas", QuotaFunctions.Route, Access.Read),
        new("check", CheckFunctions.Route, Access.Read),
        new("issue", IssueFunctions.Route, Access.Authority),
        new("findings", FindingFunctions.Route, Access.FindingReaders),
        new("imports", ImportFunctions.Route, Access.Authority),
        new("runs", RunFunctions.Route, Access.Read),
    ];
}
