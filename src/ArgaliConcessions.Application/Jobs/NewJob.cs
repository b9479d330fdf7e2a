namespace ArgaliConcessions.Application.Jobs;

/// <summary>A job to create.</summary>
/// <param name="Kind">Which handler shall work at it.</param>
/// <param name="CreatedBy">Who asks.</param>
/// <param name="Arguments">JSON for the handler; small.</param>
/// <param name="Id">The id, where the job's input was written first; else one is chosen.</param>
/// <param name="Key">The caller's idempotency key, if any.</param>
public sealed record NewJob(string Kind, string CreatedBy, string? Arguments = null, string? Id = null, JobKey? Key = null);

/// <summary>By which a repeated request is known.</summary>
/// <param name="Scope">Caller and route: the same key of another caller is another key.</param>
/// <param name="Value">The key as sent.</param>
/// <param name="BodySha256">Of the request's body: the same key with another body is refused.</param>
public sealed record JobKey(string Scope, string Value, string BodySha256);

/// <summary>How a creation ended.</summary>
public enum JobCreationStatus
{
    /// <summary>Created.</summary>
    Created,

    /// <summary>The same request came before: its job is the answer.</summary>
    Existing,

    /// <summary>The same key came before with another body (HTTP 422).</summary>
    OtherRequest,

    /// <summary>It may or may not have been created (HTTP 503: repeat with the same key).</summary>
    Unknown,
}

/// <summary>The answer to a creation.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="JobId">The job, for <see cref="JobCreationStatus.Created"/> and <see cref="JobCreationStatus.Existing"/>.</param>
public sealed record JobCreation(JobCreationStatus Status, string? JobId);
