using System.ComponentModel.DataAnnotations;

namespace ArgaliConcessions.Application.Jobs;

/// <summary>How long work is divided.</summary>
public sealed class JobsOptions
{
    /// <summary>The section of the configuration that these are read from.</summary>
    public const string SectionName = "Jobs";

    /// <summary>Work of one firing; then a job goes back to wait for the next.</summary>
    /// <value>8 minutes: the Azure consumption plan ends an execution after 10 at most.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan WorkTime { get; set; } = TimeSpan.FromMinutes(8);

    /// <summary>A lease's life between two checkpoints; so long a job waits when its holder crashed.</summary>
    /// <value>3 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LeaseTime { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Times that a job is taken up without coming one checkpoint further, before it has failed.</summary>
    /// <value>5.</value>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 5;
}
