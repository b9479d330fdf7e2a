namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands for the class of the same name in Microsoft.Azure.Functions.Worker.Extensions.Timer: a monitored timer's occurrences.</summary>
public class ScheduleStatus
{
    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}
