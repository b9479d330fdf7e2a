using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Imports;

/// <summary>One permit of a list, kept as it is: nothing here is checked against the law.</summary>
/// <param name="Concession">A concession's id or code, as written.</param>
public sealed record PermitListRow(
    int Line, string Concession, string Year, string? QuotaLine, string Taxon, Sex Sex, int? MinimumAge, int Animals, PaperNumber Paper,
    LocalDate? IssuedOn, LocalDate? FeePaidOn, ImmutableArray<DateInterval> Ranges, ImmutableArray<string> Zones, string Hunter,
    string? HunterLocal, string? Nationality, string? Document, string? Outfitter, string? Weapon, string? Tag,
    PermitStatus Status, LocalDate? StatusFrom, string? StatusReason, bool OutcomesComplete, string? IssuedBy)
{
    private const int MaxAnimals = 1_000;
    private const int MaxZones = 50;

    public static PermitListRow Read(RowReader row)
    {
        var ranges = RangesOf(row);
        var status = row.Word("status", PermitColumns.Statuses) ?? PermitStatus.Issued;
        var statusFrom = row.Date("statusFrom");
        if (status != PermitStatus.Issued && statusFrom is null && row.Text("statusFrom") is null) row.Missing("statusFrom");
        return new PermitListRow(
            row.Line, row.Required("concession", 40), row.Required("year", 9), row.Text("line", 40), row.Required("taxon", 40),
            row.Word("sex", PermitColumns.Sexes) ?? Sex.Unknown, row.Int("minimumAge", 0, 30), row.Int("animals", 1, MaxAnimals) ?? 1,
            new PaperNumber(row.Text("series", 40) ?? "", row.Required("number", 40)), row.Date("issuedOn"), row.Date("feePaidOn"),
            ranges, ZonesOf(row), row.Required("hunter"), row.Text("hunterLocal"), row.Text("nationality", 60), row.Text("document", 40),
            row.Text("outfitter"), row.Text("weapon"), row.Text("tag", 60), status, statusFrom, row.Text("statusReason", 500),
            row.Word("outcomesComplete", PermitColumns.YesNo) ?? false, row.Text("issuedBy"));
    }

    private static ImmutableArray<DateInterval> RangesOf(RowReader row)
    {
        var first = Range(row, "from", "to", required: true);
        var second = Range(row, "from2", "to2", required: false);
        return [.. new[] { first, second }.OfType<DateInterval>().OrderBy(r => r.Start)];
    }

    private static DateInterval? Range(RowReader row, string fromColumn, string toColumn, bool required)
    {
        var (from, to) = (row.Date(fromColumn), row.Date(toColumn));
        if (from is null && (required || to is not null) && row.Text(fromColumn) is null) row.Missing(fromColumn);
        if (to is null && (required || from is not null) && row.Text(toColumn) is null) row.Missing(toColumn);
        if (from is not { } start || to is not { } end) return null;
        if (start <= end) return new DateInterval(start, end);
        row.Reject(toColumn, "ends-before-it-begins");
        return null;
    }

    private static ImmutableArray<string> ZonesOf(RowReader row)
    {
        if (row.Text("zones", 1_000) is not { } text) return [];
        ImmutableArray<string> zones = [.. text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        if (zones.Length > MaxZones || zones.Any(z => z.Length > 40)) row.Reject("zones", "too-long");
        return zones;
    }
}
