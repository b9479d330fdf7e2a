namespace ArgaliConcessions.Simulation.Actors;

/// <summary>What was acknowledged to somebody, and is common knowledge: what later operations are about.</summary>
public sealed class Known
{
    private readonly List<KnownPermit> permits = [];
    private readonly HashSet<(string Concession, string Line)> lines = [];
    private readonly HashSet<(string Concession, string Line, string Id)> reservations = [];

    public IReadOnlyList<KnownPermit> Permits => permits;

    /// <summary>A permit by a number that was drawn beforehand; null while there is none.</summary>
    public KnownPermit? Permit(int pick) => permits.Count == 0 ? null : permits[pick % permits.Count];

    public void Add(KnownPermit permit) => permits.Add(permit);

    public bool HasLine(string concession, string line) => lines.Contains((concession, line));

    public bool HasReservation(string concession, string line, string id) => reservations.Contains((concession, line, id));

    public void AddReservation(string concession, string line, string id) => reservations.Add((concession, line, id));

    public void AddLine(string concession, string line) => lines.Add((concession, line));
}

/// <summary>A permit that was issued.</summary>
/// <param name="Ledger">The partition it lies in.</param>
public sealed record KnownPermit(string Number, string Ledger, int Serial)
{
    /// <summary>The newest version that was acknowledged.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Its harvests that were acknowledged, with their newest versions and outcomes.</summary>
    public List<KnownHarvest> Harvests { get; } = [];
}

public sealed record KnownHarvest(string Id)
{
    public int Version { get; set; } = 1;
}
