using ArgaliConcessions.Application.Inspections;
using ArgaliConcessions.Functions.Harvests;
using ArgaliConcessions.Functions.Permits;
using ArgaliConcessions.Functions.Wording;
using NodaTime;

namespace ArgaliConcessions.Functions.Inspections;

/// <summary>An inspection as recorded, and what it came to at each permit.</summary>
internal sealed record InspectionAnswer(string Id, Instant At, LocalDate On, Instant RecordedAt, string RecordedBy, IReadOnlyList<InspectedPermitAnswer> Permits)
{
    public static InspectionAnswer Of(RecordedInspection recorded, Texts texts) => new(
        recorded.Inspection.Id, recorded.Inspection.At, recorded.Inspection.On, recorded.Inspection.RecordedAt, recorded.Inspection.RecordedBy,
        [.. recorded.Permits.Select(p => InspectedPermitAnswer.Of(p, texts))]);
}

/// <param name="Known">Whether the number led to a permit.</param>
/// <param name="Verdict">As of the inspection's instant; absent for an unknown number.</param>
internal sealed record InspectedPermitAnswer(string Number, bool Known, VerdictAnswer? Verdict, IReadOnlyList<CausedFindingView> Findings)
{
    public static InspectedPermitAnswer Of(InspectedPermit permit, Texts texts) => new(
        permit.AsWritten, permit.View is not null, permit.View is { } view ? VerdictAnswer.Of(view, texts) : null,
        [.. permit.Findings.Select(f => CausedFindingView.Of(f, texts))]);
}
