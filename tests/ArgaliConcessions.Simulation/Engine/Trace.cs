using System.Globalization;

namespace ArgaliConcessions.Simulation.Engine;

/// <summary>What happened, in words, for whoever has to understand a failure. Off unless wanted: words take longer than the run.</summary>
public sealed class Trace(bool isWanted)
{
    private readonly List<string> lines = [];

    public bool IsWanted => isWanted;

    public IReadOnlyList<string> Lines => lines;

    /// <param name="ticks">Virtual time since the start.</param>
    public void Add(long ticks, string what) => lines.Add(string.Create(CultureInfo.InvariantCulture, $"{ticks / (double)TimeSpan.TicksPerSecond,9:0.0000} s  {what}"));
}
