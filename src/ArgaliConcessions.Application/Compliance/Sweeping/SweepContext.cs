using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>What all parts of a sweep share.</summary>
/// <param name="Run">The run, begun.</param>
/// <param name="Duplicates">Papers and tags seen twice.</param>
/// <param name="Beat">Renews the lease now and then during long parts.</param>
public sealed record SweepContext(Run Run, DuplicateIndex Duplicates, Func<CancellationToken, Task> Beat)
{
    /// <summary>When the run began: what its findings are dated by.</summary>
    public Instant StartedAt => Run.StartedAt ?? Run.RequestedAt;

    public FindingRun FindingRun => new(Run.Id, StartedAt);

    public Actor Actor => new("sweep", "timer", Run.Id);

    /// <exception cref="Jobs.LeaseLostException">Another runner has the sweep.</exception>
    public Task BeatAsync(CancellationToken cancellationToken) => Beat(cancellationToken);
}
