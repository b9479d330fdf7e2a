using System.Globalization;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Law;
using NodaTime.Text;

namespace ArgaliConcessions.Application.Compliance.Runs;

/// <summary>
/// Starts a sweep when the authority's night has come. It is asked every few minutes, and decides by the last run and
/// the local date: so a night on which nothing was running is made up for at the first chance, and never done twice.
/// </summary>
public sealed class NightlySweep(RunBook runs, JobStore jobs, LawLibrary law, TimeProvider time, SweepOptions options)
{
    private static readonly Duration Pause = Duration.FromHours(1);

    /// <returns>The id of the run that was started; null when none was due.</returns>
    public async Task<string?> StartIfDueAsync(CancellationToken cancellationToken)
    {
        if (await law.NationalAsync(LawFreshness.Cached, cancellationToken) is not { } reading) return null;
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var night = SweepNight.Last(now, DateTimeZoneProviders.Tzdb[reading.Law.Authority.Latest.Value.TimeZone], options.LocalTime);
        if (await runs.LatestAsync(cancellationToken) is { StartedAt: { } last } && last >= night.Began) return null;
        for (var attempt = 1; attempt <= options.AttemptsANight; attempt++)
        {
            // The key makes one job of any number of instances that find the night come at once.
            var key = new JobKey("timer NightlySweep", $"{LocalDatePattern.Iso.Format(night.Date)}/{attempt.ToString(CultureInfo.InvariantCulture)}", "");
            var job = await jobs.CreateAsync(new NewJob(RunBook.JobKind, "NightlySweep", Id: RunIds.New(now, jobs.NewId()), Key: key), cancellationToken);
            if (job.Status == JobCreationStatus.Created) return job.JobId;
            if (job.JobId is null || !await FailedAsync(job.JobId, now, cancellationToken)) return null;
        }
        return null;
    }

    private async Task<bool> FailedAsync(string id, Instant now, CancellationToken cancellationToken) =>
        await jobs.FindAsync(id, cancellationToken) is { State: JobState.Failed, EndedAt: { } ended } && now - ended >= Pause;
}
