using System.ComponentModel.DataAnnotations;

namespace ArgaliConcessions.Storage;

/// <summary>How long and how often the store tries again when an attempt fails.</summary>
public sealed class RecordStoreOptions
{
    /// <summary>The section of the configuration that these are read from.</summary>
    public const string SectionName = "Storage:Retries";

    /// <summary>Time for one operation with all its attempts and pauses; then the answer is "unknown".</summary>
    /// <value>20 s: well below the 230 s at which platforms cut a request.</value>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:02:00")]
    public TimeSpan TotalTime { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Time for one attempt; past it the attempt counts as ambiguous.</summary>
    /// <value>8 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan AttemptTime { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Median pause before the second attempt; it doubles, with jitter, for each one after.</summary>
    /// <value>50 ms.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10")]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Longest pause, but for a longer one that the store itself asked for.</summary>
    /// <value>3 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:30")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(3);
}
