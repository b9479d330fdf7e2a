using ArgaliConcessions.Storage;

namespace ArgaliConcessions.Host.Local.Serving;

/// <summary>What makes one local server differ from another.</summary>
/// <param name="DataFolder">The folder of the store and the key; made when missing.</param>
/// <param name="Port">The port on the loopback address; 0 for a free one.</param>
/// <param name="Time">The clock of the whole program.</param>
public sealed record LocalSettings(string DataFolder, int Port, TimeProvider Time)
{
    /// <summary>Settings that outrank files and environment, such as a timer's schedule.</summary>
    public IReadOnlyDictionary<string, string?> Overrides { get; init; } = new Dictionary<string, string?>();

    /// <summary>Whether timers run by the clock; tests run them by hand instead.</summary>
    public bool RunTimers { get; init; } = true;

    /// <summary>A table around the store's own, for whoever counts what it is asked; it disposes of what it is given. None when null.</summary>
    public Func<IRecordTable, IRecordTable>? AroundStore { get; init; }
}
