using NodaTime;

namespace ArgaliConcessions.Application.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Nobody works at it; the next firing takes it up, from its checkpoint if it has one.</summary>
    Waiting,

    /// <summary>Someone holds its lease. When the lease has run out the holder is gone, and another may take it.</summary>
    Running,

    /// <summary>Ended, with a result.</summary>
    Done,

    /// <summary>Ended, with an error; it is not tried again.</summary>
    Failed,
}

/// <summary>The right to work at a job for a while.</summary>
/// <param name="Owner">Who holds it.</param>
/// <param name="Until">When it runs out unless renewed.</param>
/// <param name="Fence">Grows with every holder: whoever comes with an older number has lost the job.</param>
public sealed record JobLease(string Owner, Instant Until, int Fence);

/// <summary>How far a job has come, for people who wait.</summary>
/// <param name="Done">Parts done.</param>
/// <param name="Total">Parts in all; null while not known.</param>
/// <param name="Text">A code of what it is doing, rendered at the edge; null for nothing particular.</param>
public sealed record JobProgress(long Done = 0, long? Total = null, string? Text = null);

/// <summary>Why a job failed, or its last attempt did.</summary>
/// <param name="Code">A stable code, rendered at the edge.</param>
/// <param name="Detail">Figures or JSON that belong to the code.</param>
public sealed record JobError(string Code, string? Detail = null)
{
    /// <summary>Taken up too often without coming one checkpoint further.</summary>
    public const string Abandoned = "jobAbandoned";

    /// <summary>The handler threw; the detail names the exception.</summary>
    public const string Crashed = "jobCrashed";
}

/// <summary>A piece of long work: row <c>j/&lt;id&gt;</c> of the partition <c>jobs</c>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Which handler works at it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="CreatedBy">By whom: the token's subject, or a timer's name.</param>
/// <param name="Arguments">JSON of the handler's own making; large inputs lie in <see cref="JobInput"/>.</param>
/// <param name="Lease">The last lease given; null before the first. In force only while <see cref="State"/> is running.</param>
/// <param name="Checkpoint">JSON of the handler's own making: where to go on.</param>
/// <param name="Progress">How far it has come.</param>
/// <param name="Result">JSON of the handler's own making, when done.</param>
/// <param name="Error">Why it failed; while it is not failed, why its last attempt broke off.</param>
/// <param name="Attempts">Times it was taken up since its last checkpoint.</param>
/// <param name="Revision">Changes of this row so far; numbers its witnesses.</param>
/// <param name="EndedAt">When it was done or failed.</param>
public sealed record JobRecord(
    string Id, string Kind, JobState State, Instant CreatedAt, string CreatedBy, string? Arguments, JobLease? Lease, string? Checkpoint,
    JobProgress Progress, string? Result, JobError? Error, int Attempts, int Revision, Instant? EndedAt)
{
    /// <summary>Done or failed.</summary>
    public bool HasEnded => State is JobState.Done or JobState.Failed;

    /// <summary>Waiting, or left by a holder whose lease has run out.</summary>
    public bool CanBeTaken(Instant now) => State == JobState.Waiting || (State == JobState.Running && Lease!.Until <= now);
}
