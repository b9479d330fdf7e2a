using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Spreadsheets;
using ArgaliConcessions.Functions.Wording;
using NodaTime;
using NodaTime.Text;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>
/// A list of permits as a table. It says of a person what the JSON list says, and no more. Columns keep their order for ever; new ones come last.
/// </summary>
internal static class PermitTable
{
    public static TableFile<ExportedPermit> Of(Texts texts, ExportOptions options) => new("permits", Columns(texts), texts, options.MaxRows);

    private static IReadOnlyList<TableColumn<ExportedPermit>> Columns(Texts texts) =>
    [
        new("number", 24, row => row.Permit.Number),
        new("concession", 14, row => row.Permit.Concession),
        new("concessionName", 24, row => row.ConcessionNames is { } names ? Every(names, texts) : null),
        new("year", 8, row => row.Permit.Year),
        new("line", 12, row => row.Permit.Line),
        new("state", 14, row => texts.Format($"permits.state.{Json.Camel(row.Permit.StateOn(row.On).ToString())}")),
        new("stateOn", 12, row => row.On),
        new("taxon", 12, row => row.Permit.Animal.Taxon),
        new("taxonName", 20, row => row.TaxonNames?.In(texts.Language.Chain)),
        new("sex", 12, row => texts.Value(row.Permit.Animal.Sex)),
        new("minimumAge", 8, row => row.Permit.Animal.MinimumAgeYears),
        new("animals", 8, row => row.Permit.Animals),
        new("hunter", 28, row => Every(row.Permit.Hunter.Names, texts)),
        new("asInPassport", 28, row => row.Permit.Hunter.AsInPassport),
        new("nationality", 10, row => row.Permit.Hunter.Nationality),
        new("documentEndsWith", 10, row => row.Permit.Hunter.DocumentEndsWith),
        new("outfitter", 20, row => row.Permit.Outfitter),
        new("zones", 20, row => string.Join(", ", row.Permit.Zones)),
        new("from", 12, row => row.Permit.Ranges.IsEmpty ? null : row.Permit.Ranges.Min(range => range.Start)),
        new("to", 12, row => row.Permit.Ranges.IsEmpty ? null : row.Permit.Ranges.Max(range => range.End)),
        new("ranges", 24, row => string.Join(", ", row.Permit.Ranges.Select(Span))),
        new("issuedOn", 12, row => row.Permit.IssuedOn),
        new("issuedBy", 20, row => row.Permit.IssuedBy is { } officer ? officer.Name ?? officer.Subject : null),
        new("feePaidOn", 12, row => row.Permit.FeePaidOn),
        new("weapon", 16, row => row.Permit.Weapon),
        new("tag", 12, row => row.Permit.Tag),
        new("party", 24, row => string.Join(", ", row.Permit.Party)),
        new("paper", 16, row => row.Permit.Paper?.ToString()),
        new("killed", 8, row => Takes(row).Killed),
        new("wounded", 8, row => Takes(row).WoundedOpen),
        new("lost", 8, row => Takes(row).Lost),
        new("lastTakeOn", 12, row => row.Permit.Takes.Select(take => (LocalDate?)take.On).Max()),
        new("origin", 10, row => texts.Format($"permits.origin.{Json.Camel(row.Permit.Origin.ToString())}")),
        new("importSource", 14, row => row.Permit.ImportSource),
        new("version", 8, row => row.Permit.Version),
        new("recordedOn", 12, row => row.RecordedOn),
    ];

    private static TakeCount Takes(ExportedPermit row) => TakeCount.Of(row.Permit.Takes);

    /// <summary>The name in every language, the reader's first: whoever compares with a paper needs its script.</summary>
    private static string Every(LocalizedNames names, Texts texts) =>
        string.Join(" / ", names.ByTag.Values.Prepend(names.In(texts.Language.Chain)).Distinct(StringComparer.Ordinal));

    private static string Span(DateInterval days) => $"{LocalDatePattern.Iso.Format(days.Start)}/{LocalDatePattern.Iso.Format(days.End)}";
}
