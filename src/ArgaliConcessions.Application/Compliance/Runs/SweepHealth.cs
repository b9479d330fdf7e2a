using ArgaliConcessions.Application.Law;

namespace ArgaliConcessions.Application.Compliance.Runs;

/// <summary>How it stands with the nightly sweep.</summary>
/// <param name="LastComplete">The last complete run; null while there is none.</param>
/// <param name="Failed">The last run that began, if it failed.</param>
/// <param name="IsLate">The night has come, the time allowed has passed, and no sweep that began since is complete.</param>
public sealed record SweepStanding(Run? LastComplete, Run? Failed, bool IsLate);

/// <summary>Reads how it stands with the nightly sweep, from the store alone: timers may run on another machine.</summary>
public sealed class SweepHealth(RunBook runs, LawLibrary law, TimeProvider time, SweepOptions options)
{
    public async Task<SweepStanding> ReadAsync(CancellationToken cancellationToken)
    {
        var latest = await runs.LatestAsync(cancellationToken);
        var newest = await runs.NewestAsync(cancellationToken);
        var failed = newest is { State: RunState.Failed } ? newest : null;
        return new SweepStanding(latest, failed, await IsLateAsync(latest, cancellationToken));
    }

    private async Task<bool> IsLateAsync(Run? latest, CancellationToken cancellationToken)
    {
        // Without an authority there is nothing to sweep.
        if (await law.NationalAsync(LawFreshness.Cached, cancellationToken) is not { } reading) return false;
        var authority = reading.Law.Authority;
        var due = Instant.FromDateTimeOffset(time.GetUtcNow() - options.LateAfter);
        var night = SweepNight.Last(due, DateTimeZoneProviders.Tzdb[authority.Latest.Value.TimeZone], options.LocalTime);
        return latest is { StartedAt: { } last } ? last < night.Began : authority.All[0].RecordedAt < night.Began;
    }
}
