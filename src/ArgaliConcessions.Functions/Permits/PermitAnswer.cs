using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Functions.Harvests;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;
using NodaTime;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>A permit as it is answered.</summary>
/// <param name="Status">As of <paramref name="StatusOn"/>; of an answer to a change, and of a version, what was decided, whatever takes and days made of it since.</param>
/// <param name="Version">How many versions of the permit there are; its outcomes make none.</param>
public sealed record PermitView(
    string Number, string Concession, string Year, int Serial, string? Line, PermitState Status, LocalDate StatusOn, PermitAnimal Animal, int Animals,
    HunterView Hunter, string? Outfitter, IReadOnlyList<string> Zones, IReadOnlyList<DateInterval> Ranges, LocalDate? IssuedOn, LocalDate? FeePaidOn,
    string? Weapon, string? Tag, IReadOnlyList<string> Party, PaperNumber? Paper, IReadOnlyList<VoidedPaper> VoidedPapers,
    IReadOnlyList<VoidedTag> VoidedTags, IReadOnlyList<PermitAmendment> Amendments,
    IReadOnlyList<PermitStatusChange> StatusChanges, PermitOrigin Origin, string? ImportSource, LawPins? Pins, int Version, Instant RecordedAt)
{
    /// <summary>Who issued it; absent where that was not recorded.</summary>
    public IssuingOfficer? IssuedBy { get; init; }

    /// <summary>Its outcomes in short; absent where they are given in full or not asked for.</summary>
    public IReadOnlyList<TakeSummary>? Takes { get; init; }

    public IReadOnlyList<HarvestView>? Harvests { get; init; }

    public IReadOnlyList<InspectionSummary>? Inspections { get; init; }

    /// <summary>Why it would be refused by the law as it moved while the permit was being issued; absent but for that.</summary>
    public IReadOnlyList<ReasonView>? LawChangedDuringIssue { get; init; }

    internal static PermitView Of(Permit permit, LocalDate on, string? document = null) => new(
        permit.Number, permit.Concession, permit.Year, permit.Serial, permit.Line, permit.StateOn(on), on, permit.Animal, permit.Animals,
        HunterView.Of(permit.Hunter, document), permit.Outfitter, permit.Zones, permit.Ranges, permit.IssuedOn, permit.FeePaidOn,
        permit.Weapon, permit.Tag, permit.Party, permit.Paper, permit.VoidedPapers, permit.VoidedTags, permit.Amendments, permit.StatusChanges, permit.Origin, permit.ImportSource,
        permit.Pins, permit.Version, permit.RecordedAt) { IssuedBy = permit.IssuedBy };

    internal static PermitView Of(PermitDetails details) => Of(details.File.Permit, details.On, details.Document) with
    {
        Harvests = [.. details.File.Harvests.Select(HarvestView.Of)],
        Inspections = [.. details.File.Inspections.Select(i => new InspectionSummary(i.Id, i.At, i.On))],
    };

    internal static PermitView Of(ListedPermit listed) => Of(listed.Permit, listed.On) with { Takes = listed.Permit.Takes };

    /// <summary>
    /// What a request came to. Its status is told of the last day that the permit itself names, so that the same request
    /// repeated later is answered byte for byte alike.
    /// </summary>
    internal static PermitView Of(PermitAnswer answer, Texts texts)
    {
        var view = OfVersion(answer.Permit);
        return answer.LawChanged.IsEmpty ? view : view with { LawChangedDuringIssue = [.. answer.LawChanged.Select(r => ReasonView.Of(r, texts))] };
    }

    /// <summary>A version by itself: nothing in it depends on the day of asking or on takes.</summary>
    internal static PermitView OfVersion(Permit permit)
    {
        var on = LastDecisionOf(permit);
        return Of(permit, on) with { Status = permit.StatusOn(on).AsState() };
    }

    private static LocalDate LastDecisionOf(Permit permit)
    {
        LocalDate[] days =
        [
            .. permit.StatusChanges.Select(c => c.From), .. permit.VoidedPapers.Select(v => v.On), .. permit.VoidedTags.Select(v => v.On),
            .. permit.Amendments.Select(a => a.On),
        ];
        return days.Length > 0 ? days.Max() : permit.IssuedOn ?? permit.RecordedAt.InUtc().Date;
    }
}

/// <param name="DocumentNumber">Only for the authority, and only where one permit is asked for.</param>
public sealed record HunterView(LocalizedNames Names, string? AsInPassport, string? Nationality, string? DocumentEndsWith, string? DocumentNumber)
{
    internal static HunterView Of(HunterSummary hunter, string? document) =>
        new(hunter.Names, hunter.AsInPassport, hunter.Nationality, hunter.DocumentEndsWith, document);
}

public sealed record InspectionSummary(string Id, Instant At, LocalDate On);
