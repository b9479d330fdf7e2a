using System.ComponentModel.DataAnnotations;

namespace ArgaliConcessions.Application.Compliance.Runs;

/// <summary>When the sweep runs, and when it is late.</summary>
public sealed class SweepOptions
{
    /// <summary>The section of the configuration that these are read from.</summary>
    public const string SectionName = "Sweep";

    /// <summary>The authority's local time of day from which the night's sweep is due.</summary>
    /// <value>02:00.</value>
    [Range(typeof(TimeSpan), "00:00:00", "23:59:59")]
    public TimeSpan At { get; set; } = TimeSpan.FromHours(2);

    /// <summary>So long after the sweep's hour a night without a complete sweep counts as missed.</summary>
    /// <value>4 hours: by six in the morning somebody wants to read the report.</value>
    [Range(typeof(TimeSpan), "00:01:00", "23:00:00")]
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromHours(4);

    /// <summary>How often a night's sweep is begun anew when it failed.</summary>
    /// <value>3.</value>
    [Range(1, 20)]
    public int AttemptsANight { get; set; } = 3;

    /// <summary><see cref="At"/> as a local time.</summary>
    internal LocalTime LocalTime => LocalTime.Midnight.PlusTicks(At.Ticks);
}
