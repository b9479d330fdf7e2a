namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands for the class of the same name in Microsoft.Azure.Functions.Worker.Extensions.Timer: what a timer function is told.</summary>
public class TimerInfo
{
    /// <summary>Null when the timer is not monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run makes up for a missed occurrence.</summary>
    public bool IsPastDue { get; set; }
}
