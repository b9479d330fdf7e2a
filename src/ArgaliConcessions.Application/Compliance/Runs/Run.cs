namespace ArgaliConcessions.Application.Compliance.Runs;

/// <summary>One sweep over all permits. Row <c>r/{id}</c> of <c>runs</c>.</summary>
public sealed record Run
{
    /// <summary>Sorts by the time of the request.</summary>
    public required string Id { get; init; }

    public required Instant RequestedAt { get; init; }

    /// <summary>The caller's subject, or the timer's name.</summary>
    public required string RequestedBy { get; init; }

    public RunState State { get; init; } = RunState.Queued;

    public Instant? StartedAt { get; init; }

    public Instant? FinishedAt { get; init; }

    /// <summary>The last complete run when this one began: what its changes are counted against.</summary>
    public string? Previous { get; init; }

    /// <summary>The newest instant up to which the run knew the law; null until it is complete.</summary>
    public Instant? LawKnownAt { get; init; }

    public RunTotals? Totals { get; init; }

    /// <summary>Why it failed, a stable code; null otherwise.</summary>
    public string? Fault { get; init; }
}

public enum RunState { Queued, Running, Complete, Failed }

/// <summary>Sums over a run.</summary>
/// <param name="Ledgers">Ledgers judged.</param>
/// <param name="Judged">Permits looked at.</param>
/// <param name="Flagged">Permits that at least one rule flagged.</param>
/// <param name="NotJudged">Permits of which at least one question could not be answered.</param>
/// <param name="Standing">Findings that stand (open, acknowledged, waived).</param>
public sealed record RunTotals(int Ledgers, int Judged, int Flagged, int NotJudged, int Standing, ChangeCounts Changes)
{
    public static RunTotals Zero { get; } = new(0, 0, 0, 0, 0, ChangeCounts.Zero);

    public RunTotals Plus(PlaceResult place) => new(
        Ledgers + (place is { IsLedger: true, Sealed: false } ? 1 : 0), Judged + place.Judged, Flagged + place.Flagged, NotJudged + place.NotJudged,
        Standing + place.Standing, Changes.Plus(place.Changes));
}

/// <summary>What changed since the run before.</summary>
public sealed record ChangeCounts(int New, int Changed, int Reopened, int Resolved)
{
    public static ChangeCounts Zero { get; } = new(0, 0, 0, 0);

    public ChangeCounts Plus(ChangeCounts other) => new(New + other.New, Changed + other.Changed, Reopened + other.Reopened, Resolved + other.Resolved);
}
