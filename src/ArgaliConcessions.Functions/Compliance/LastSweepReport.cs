using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Functions.Service;
using NodaTime;

namespace ArgaliConcessions.Functions.Compliance;

/// <summary>Whether the nightly sweep does its work.</summary>
public sealed class LastSweepReport(SweepHealth health) : IHealthReport
{
    public string Name => "lastSweep";

    public async Task<HealthPart> ReadAsync(CancellationToken cancellationToken)
    {
        var standing = await health.ReadAsync(cancellationToken);
        var last = standing.LastComplete;
        return new HealthPart(!standing.IsLate && standing.Failed is null, new LastSweep(last?.Id, last?.FinishedAt, standing.IsLate, standing.Failed is not null));
    }

    /// <param name="Run">The last complete run.</param>
    private sealed record LastSweep(string? Run, Instant? FinishedAt, bool Late, bool Failed);
}
