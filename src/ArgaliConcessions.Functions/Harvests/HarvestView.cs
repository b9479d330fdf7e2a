using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Quotas;
using NodaTime;

namespace ArgaliConcessions.Functions.Harvests;

/// <summary>A harvest as it is answered, in the members in which it is reported.</summary>
/// <param name="On">The local date in the concession's zone.</param>
/// <param name="Accuracy">Metres.</param>
public sealed record HarvestView(
    string Id, Instant? At, LocalDate On, double? Lon, double? Lat, double? Accuracy, string? PlaceText, HarvestOutcome Outcome, string? FollowsUp,
    string? Taxon, Sex Sex, AgeEstimate? AgeYears, Horns? Horns, string? Tag, string? Method, LocalDate? ReportedOn, int Version,
    string? CorrectionReason, Instant RecordedAt, string RecordedBy)
{
    internal static HarvestView Of(Harvest harvest) => new(
        harvest.Id, harvest.At, harvest.On, harvest.Position?.Lon, harvest.Position?.Lat, harvest.Position?.AccuracyMetres, harvest.PlaceText,
        harvest.Outcome, harvest.FollowsUp, harvest.Taxon, harvest.Sex, harvest.AgeYears, harvest.Horns, harvest.Tag, harvest.Method,
        harvest.ReportedOn, harvest.Version, harvest.CorrectionReason, harvest.RecordedAt, harvest.RecordedBy);
}
