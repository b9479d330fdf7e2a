using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Domain.Harvests;

/// <summary>What came of a hunt. Facts are never refused: whatever it says is stored, the sweep judges it.</summary>
public sealed record Harvest
{
    /// <summary>Chosen by the caller, unique within its permit.</summary>
    public required string Id { get; init; }

    /// <summary>The instant, where it is known.</summary>
    public Instant? At { get; init; }

    /// <summary>The LOCAL date in the zone of the concession: what the law asks about.</summary>
    public required LocalDate On { get; init; }

    public GeoPosition? Position { get; init; }

    public string? PlaceText { get; init; }

    public required HarvestOutcome Outcome { get; init; }

    /// <summary>The id of the harvest of this permit (a wounding) that this one settles: one animal.</summary>
    public string? FollowsUp { get; init; }

    /// <summary>Null where unknown or nothing was taken.</summary>
    public string? Taxon { get; init; }

    public Sex Sex { get; init; } = Sex.Unknown;

    public AgeEstimate? AgeYears { get; init; }

    public Horns? Horns { get; init; }

    public string? Tag { get; init; }

    public string? Method { get; init; }

    /// <summary>When it was reported, where that is known apart from its recording (imported lists).</summary>
    public LocalDate? ReportedOn { get; init; }

    /// <summary>1, 2, 3, …: a correction adds a version and keeps the old one.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Why it was corrected; null for the first version.</summary>
    public string? CorrectionReason { get; init; }

    public required Instant RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>
    /// Whether an animal was hit. A record of an unsuccessful hunt is none: its date is often that of the paper's return and no
    /// day of hunting, so no rule about days, places or animals applies to it.
    /// </summary>
    public bool IsTake => Outcome != HarvestOutcome.Unsuccessful;
}

/// <param name="AccuracyMetres">Radius of about 68 % as a phone states it; null where unknown.</param>
public sealed record GeoPosition(double Lon, double Lat, double? AccuracyMetres);

/// <summary>Both ends included, years.</summary>
public sealed record AgeEstimate(int Min, int Max);

/// <summary>Centimetres, along the outer curve; a broomed tip shortens the length.</summary>
public sealed record Horns(double? LeftLengthCm, double? RightLengthCm, double? LeftBaseCm, double? RightBaseCm, bool? Broomed);

/// <summary><c>Lost</c>: hit and not retrieved, search given up. <c>Wounded</c>: hit, outcome still open.</summary>
public enum HarvestOutcome { Killed, Wounded, Lost, Unsuccessful }
