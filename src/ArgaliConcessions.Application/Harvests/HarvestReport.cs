using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Harvests;

/// <summary>What somebody reports of a hunt.</summary>
/// <param name="At">The instant, where it is known; the local date follows from it.</param>
/// <param name="On">The local date, where the instant is not known.</param>
/// <param name="Reason">Why an earlier report is corrected; needed for that, and only for that.</param>
/// <param name="Precondition">Names the version that a correction corrects.</param>
public sealed record HarvestReport(
    string Id, Instant? At, LocalDate? On, GeoPosition? Position, string? PlaceText, HarvestOutcome Outcome, string? FollowsUp,
    string? Taxon, Sex Sex, AgeEstimate? AgeYears, Horns? Horns, string? Tag, string? Method, string? Reason, Precondition Precondition)
{
    /// <summary>The harvest as it would be recorded.</summary>
    /// <param name="zone">The zone whose local dates are the concession's legal dates.</param>
    public Harvest ToHarvest(DateTimeZone zone, int version, Instant recordedAt, string by) => new()
    {
        Id = Id,
        At = At,
        On = At is { } instant ? instant.InZone(zone).Date : On!.Value,
        Position = Position,
        PlaceText = PlaceText,
        Outcome = Outcome,
        FollowsUp = FollowsUp,
        Taxon = Taxon,
        Sex = Sex,
        AgeYears = AgeYears,
        Horns = Horns,
        Tag = Tag,
        Method = Method,
        Version = version,
        CorrectionReason = version > 1 ? Reason : null,
        RecordedAt = recordedAt,
        RecordedBy = by,
    };

    /// <summary>Whether a recorded harvest says the same.</summary>
    public bool Says(Harvest harvest) =>
        ToHarvest(DateTimeZone.Utc, 1, default, "") with { On = harvest.On }
        == harvest with { Version = 1, RecordedAt = default, RecordedBy = "", CorrectionReason = null, ReportedOn = null }
        && (At is not null || On == harvest.On);
}
