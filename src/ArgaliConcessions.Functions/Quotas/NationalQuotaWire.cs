using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Law;
using ArgaliConcessions.Functions.Surveys;
using NodaTime;

namespace ArgaliConcessions.Functions.Quotas;

/// <summary>Reads a national quota.</summary>
internal static class NationalQuotaWire
{
    private const int MostAnimals = 1_000_000;

    public static RevisionDraft<NationalQuota> Read(BodyReader body, string year, string taxon)
    {
        body.Ignore("year", "taxon", "allocated", "unallocated", "ceiling", "revision", "recordedAt", "provisional");
        var quota = new NationalQuota(
            year, taxon, body.Int("animals", 0, MostAnimals), body.TextOrNull("acceptOverAllocation", LawWire.LongestReason),
            body.TextOrNull("aboveCeilingReason", LawWire.LongestReason));
        return new RevisionDraft<NationalQuota>(quota, body.Basis("basis"), body.TextOrNull("reason", LawWire.LongestReason));
    }
}

/// <summary>A national quota as it is answered.</summary>
/// <param name="Allocated">Animals that quota lines hold today, whatever date is asked about.</param>
/// <param name="Ceiling">What the survey carries on which the quota rests; absent where there is none.</param>
/// <param name="Unallocated">Animals that lines may still take; negative where they hold more than the quota.</param>
public sealed record NationalQuotaAnswer(
    string Year, string Taxon, int Animals, int Allocated, int Unallocated, string? AcceptOverAllocation,
    string? AboveCeilingReason, CeilingAnswer? Ceiling, LegalBasis? Basis,
    int Revision, Instant RecordedAt, string? Reason, bool? Provisional)
{
    internal static NationalQuotaAnswer Of(NationalQuotaReading reading)
    {
        var (revision, quota) = (reading.Reading.Selected, reading.Reading.Selected.Value);
        return new NationalQuotaAnswer(
            quota.Year, quota.Taxon, quota.Animals, reading.Allocated, reading.Unallocated, quota.AcceptedOverAllocation,
            quota.AboveCeilingReason, CeilingAnswer.Of(reading.Survey), revision.Basis,
            revision.Number, revision.RecordedAt, revision.Reason, LawWire.Provisional(reading.Reading.Provisional));
    }
}
