using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands for the attribute of the same name in Microsoft.Azure.Functions.Worker.Extensions.Timer: a function run on a schedule.</summary>
public sealed class TimerTriggerAttribute : TriggerBindingAttribute
{
    public TimerTriggerAttribute(string schedule)
    {
        Schedule = schedule;
        UseMonitor = true;
    }

    /// <summary>A six-field cron expression in UTC, or <c>%Setting%</c> that names one.</summary>
    public string Schedule { get; private set; }

    /// <summary>Whether occurrences missed while the app was down are noticed.</summary>
    public bool UseMonitor { get; set; }

    /// <summary>Whether the function also runs when the app starts.</summary>
    public bool RunOnStartup { get; set; }
}
