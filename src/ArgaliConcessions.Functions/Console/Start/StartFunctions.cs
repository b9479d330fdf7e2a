using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Seasons;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.Start;

/// <summary>The start page: what needs attention.</summary>
public sealed class StartFunctions(ConsoleDesk desk, SweepHealth sweeps, FindingList findings, ReadCalendar calendar, ReadYearQuotas quotas)
{
    /// <summary>Open findings that are listed; there may be many more.</summary>
    private const int Shown = 5;

    [Function("Console")]
    public Task Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ConsoleDesk.Home)] HttpRequest request) =>
        desk.ShowAsync(request, Access.Read, async (visit, cancel) => StartPage.Render(visit, await ReadAsync(visit, cancel)));

    private async Task<StartState> ReadAsync(Visit visit, CancellationToken cancellationToken)
    {
        var own = visit.Caller.Role == Role.Holder ? visit.Caller.Concessions : null;
        var open = new FindingFilter(FindingStatus.Open, null, null, null, own);
        return new StartState(
            await sweeps.ReadAsync(cancellationToken),
            visit.May(Access.FindingReaders) ? (await findings.ReadAsync(open, null, Shown, cancellationToken)).Findings : null,
            (await calendar.RunAsync(null, null, cancellationToken) as Outcome<YearCalendar>.Done)?.Value,
            (await quotas.RunAsync(null, null, cancellationToken) as Outcome<YearQuotas>.Done)?.Value);
    }
}

/// <summary>What the start page tells.</summary>
/// <param name="Findings">The first open ones; null for those who see none.</param>
/// <param name="Calendar">Null where there is no hunting year yet.</param>
/// <param name="Quotas">Null where there is no hunting year yet.</param>
internal sealed record StartState(SweepStanding Sweep, IReadOnlyList<Finding>? Findings, YearCalendar? Calendar, YearQuotas? Quotas);
