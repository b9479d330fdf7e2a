using System.Collections.Immutable;
using System.Security.Cryptography;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Imports;

/// <summary>One row of a list as the permit it becomes, before it has a number.</summary>
/// <param name="Key">The folded paper number: with the source, what the row is known by next month.</param>
/// <param name="Content">SHA-256 of the row, its line number aside.</param>
public sealed record PermitDraft(PermitListRow Row, string Key, string Content)
{
    public static PermitDraft Of(PermitListRow row) =>
        new(row, PaperIndex.Fold(row.Paper), Convert.ToHexStringLower(SHA256.HashData(RecordJson.Write(row with { Line = 0 }))));

    /// <summary>The permit when it is new to the register.</summary>
    public Permit NewPermit(string number, int serial, ImportLedger ledger, ListSource source, Instant recordedAt) => Filled(
        new Permit
        {
            Number = number, Concession = ledger.Concession, Year = ledger.Year, Serial = serial, Animal = Animal, Hunter = Summary,
            Zones = Row.Zones, Ranges = Row.Ranges, Origin = PermitOrigin.Imported, ImportSource = source.Name, Paper = Row.Paper, RecordedAt = recordedAt,
        },
        ledger, source, recordedAt);

    /// <summary>
    /// A permit that the list now tells otherwise: what the list says is taken over, what the register itself did to the
    /// permit since (a replaced paper or tag, an amendment, a suspension, its takes) stays.
    /// </summary>
    public Permit Filled(Permit permit, ImportLedger ledger, ListSource source, Instant recordedAt) => permit with
    {
        Line = ledger.LineOf(Row), Animal = Animal, Animals = Row.Animals, Hunter = Summary, IssuedOn = Row.IssuedOn, IssuedBy = Officer, FeePaidOn = Row.FeePaidOn,
        Outfitter = IsAmended(permit) ? permit.Outfitter : Row.Outfitter, Zones = IsAmended(permit) ? permit.Zones : Row.Zones,
        Ranges = IsAmended(permit) ? permit.Ranges : Row.Ranges, Weapon = IsAmended(permit) ? permit.Weapon : Row.Weapon,
        Tag = permit.VoidedTags.IsEmpty ? Row.Tag : permit.Tag,
        OutcomesComplete = Row.OutcomesComplete, ImportContent = Content, StatusChanges = Statuses(permit, source, recordedAt),
    };

    private static bool IsAmended(Permit permit) => !permit.Amendments.IsEmpty;

    public HunterDetails Hunter => new(Names, AsInPassport, Row.Nationality, Row.Document);

    private PermitAnimal Animal => new(Row.Taxon, Row.Sex, Row.MinimumAge);

    private HunterSummary Summary => new(Names, AsInPassport, Row.Nationality, Row.Document is { } d ? d[^Math.Min(4, d.Length)..] : null);

    private IssuingOfficer? Officer => Row.IssuedBy is { } name ? new IssuingOfficer(null, name) : null;

    private string? AsInPassport => IsLatin(Row.Hunter) ? Row.Hunter : null;

    private LocalizedNames Names => LocalizedNames.From(
        new[] { Row.Hunter, Row.HunterLocal }.OfType<string>().DistinctBy(TagOf).Select(n => KeyValuePair.Create(TagOf(n), n)));

    private ImmutableArray<PermitStatusChange> Statuses(Permit permit, ListSource source, Instant recordedAt)
    {
        var own = permit.StatusChanges.Where(c => c.By != source.By).ToList();
        if (Row.Status == PermitStatus.Issued || Row.StatusFrom is not { } from) return [.. own];
        // What the register has decided for good no list undoes: its place and tag may be another's by now.
        if (own.Exists(c => c.Status is PermitStatus.Revoked or PermitStatus.Returned or PermitStatus.Closed)) return [.. own];
        var listed = new PermitStatusChange(Row.Status, from, recordedAt, Row.StatusReason ?? "", source.By);
        return [.. own.Append(listed).OrderBy(c => c.From)];
    }

    private static string TagOf(string name) => IsLatin(name) ? "en" : "ru";

    private static bool IsLatin(string name) => !name.Any(c => c is >= '\u0400' and <= '\u052F');
}
