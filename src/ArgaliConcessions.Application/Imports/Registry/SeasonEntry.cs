using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>A version of a season as a list states it.</summary>
internal sealed record SeasonEntry(string Concession, string Season, VersionDraft<SeasonTerms> Draft)
{
    private const int MostZones = 200;
    private const int LongestReason = 1_000;
    private static readonly LegalBasis NoAct = new("?", "?", default);
    private static readonly HashSet<string> Keys = ["concession", "season", "validFrom"];
    private static readonly HashSet<string> Parts = ["from", "to"];

    public static ThingList<SeasonEntry> ReadList(ListFile file, RegisterIndex register) => ThingList<SeasonEntry>.Read(
        file, SeasonColumns.All, rows => RowGroup.Of(rows, row => KeyOf(new RowReader(row), register), Keys, Parts), group => Read(group, register));

    /// <summary>The cells by which it is held against what is recorded.</summary>
    public static IEnumerable<(string Column, string Text)> Cells(LocalDate validFrom, LocalDate? validTo, LegalBasis basis, SeasonTerms terms) =>
    [
        ("taxon", terms.Taxon), .. terms.Zones.Select(zone => ("zones", zone)), .. terms.Windows.Select(window => ("windows", CellText.Of(window))),
        ("validFrom", CellText.Of(validFrom)), .. validTo is { } to ? [("validTo", CellText.Of(to))] : Array.Empty<(string, string)>(),
        .. SeasonColumns.Act.Cells(basis),
    ];

    private static string? KeyOf(RowReader row, RegisterIndex register) =>
        row.Text("concession", 40) is { } concession && row.Text("season", 40) is { } season && row.Date("validFrom") is { } from
            ? $"{register.Concession(concession)?.Concession ?? concession}\n{season}\n{CellText.Of(from)}"
            : null;

    private static ListThing<SeasonEntry>? Read(RowGroup group, RegisterIndex register)
    {
        var head = group.Head;
        var places = new Dictionary<string, (int, string)>(StringComparer.Ordinal);
        foreach (var column in new[] { "concession", "taxon", "zones", "validFrom", "validTo", "reason" }) places[$"/{column}"] = group.PlaceOf(column);
        var concession = register.Concession(head.Required("concession", 40))?.Concession;
        if (concession is null && head.Text("concession", 40) is not null) head.Reject("concession", "unknown-concession");
        var season = head.RequiredId("season");
        var terms = new SeasonTerms(head.RequiredId("taxon"), head.IdList("zones", MostZones), WindowCells.Read(group, places));
        var draft = new VersionDraft<SeasonTerms>(
            head.RequiredDate("validFrom"), head.Date("validTo"), SeasonColumns.Act.Required(head) ?? NoAct, terms, head.Text("reason", LongestReason));
        places["/windows"] = group.PlaceOf("windows");
        places["/basis"] = group.PlaceOf("basisTitle");
        return concession is null ? null
            : new ListThing<SeasonEntry>(group, $"concessions/{concession}/seasons/{season}", new SeasonEntry(concession, season, draft), places);
    }
}
