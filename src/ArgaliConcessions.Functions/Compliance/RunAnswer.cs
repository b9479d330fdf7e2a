using ArgaliConcessions.Application.Compliance.Runs;
using NodaTime;

namespace ArgaliConcessions.Functions.Compliance;

/// <summary>A sweep on the wire.</summary>
/// <param name="Previous">The complete run before it: what <c>totals.changes</c> is counted against.</param>
/// <param name="Fault">Why it failed, a stable code.</param>
public sealed record RunAnswer(
    string Id, RunState State, Instant RequestedAt, string RequestedBy, Instant? StartedAt, Instant? FinishedAt, Instant? LawKnownAt,
    string? Previous, RunTotals? Totals, string? Fault)
{
    public static RunAnswer Of(Run run) => new(
        run.Id, run.State, run.RequestedAt, run.RequestedBy, run.StartedAt, run.FinishedAt, run.LawKnownAt, run.Previous, run.Totals, run.Fault);
}
