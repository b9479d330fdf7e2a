using ArgaliConcessions.Simulation.Engine;

namespace ArgaliConcessions.Simulation.Oracles;

/// <summary>What happened in runs, in figures.</summary>
public sealed class Tally
{
    private readonly long[] mishaps = new long[Enum.GetValues<Mishap>().Length];

    public long Runs { get; set; }

    /// <summary>Requests of clients, sent anew counted once.</summary>
    public long Operations { get; set; }

    /// <summary>Attempts at requests.</summary>
    public long Attempts { get; set; }

    /// <summary>Calls of the store.</summary>
    public long Calls { get; set; }

    /// <summary>Commits that were applied.</summary>
    public long Commits { get; set; }

    /// <summary>Acknowledged facts that were held to.</summary>
    public long Facts { get; set; }

    public long Done { get; set; }

    public long Refused { get; set; }

    public long Crashes { get; set; }

    public IEnumerable<(Mishap Kind, long Count)> Mishaps => mishaps.Select((count, kind) => ((Mishap)kind, count)).Where(m => m.Item1 != Mishap.None && m.count > 0);

    public void Met(Mishap mishap) => mishaps[(int)mishap]++;

    public void Add(Tally other)
    {
        Runs += other.Runs;
        Operations += other.Operations;
        Attempts += other.Attempts;
        Calls += other.Calls;
        Commits += other.Commits;
        Facts += other.Facts;
        Done += other.Done;
        Refused += other.Refused;
        Crashes += other.Crashes;
        for (var i = 0; i < mishaps.Length; i++) mishaps[i] += other.mishaps[i];
    }
}
