using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>A concession as a list states it.</summary>
internal sealed record ConcessionEntry(string Id, RevisionDraft<ConcessionTerms> Draft)
{
    private const int MostDated = 100;
    private const int MostSucceeded = 20;
    private const int LongestReason = 1_000;

    private static readonly HashSet<string> Keys = ["concession"];
    private static readonly string[] OfHolder = ["holder", .. Names(ConcessionColumns.HolderNames.Columns), "holderFrom", "holderTo", .. Names(ConcessionColumns.HolderAct.Columns)];
    private static readonly string[] OfStatus = ["status", "statusFrom", .. Names(ConcessionColumns.StatusAct.Columns)];
    private static readonly HashSet<string> Parts = [.. OfHolder, .. OfStatus];

    public static ThingList<ConcessionEntry> ReadList(ListFile file) => ThingList<ConcessionEntry>.Read(
        file, ConcessionColumns.All, rows => RowGroup.Of(rows, row => row.Cells.GetValueOrDefault("concession"), Keys, Parts), Read);

    /// <summary>The cells by which it is held against what is recorded.</summary>
    public static IEnumerable<(string Column, string Text)> Cells(ConcessionTerms terms, LegalBasis? basis) =>
    [
        ("code", terms.Code), .. ConcessionColumns.Names.Cells(terms.Names), ("region", terms.Region),
        .. terms.TimeZone is { } zone ? [("timeZone", zone)] : Array.Empty<(string, string)>(),
        ("tenureFrom", CellText.Of(terms.Tenure.From)), .. terms.Tenure.To is { } to ? [("tenureTo", CellText.Of(to))] : Array.Empty<(string, string)>(),
        .. terms.Succeeds.Select(id => ("succeeds", id)), .. ConcessionColumns.Act.Cells(basis),
        .. terms.Holders.Select(h => ("holder", $"{h.Id} {CellText.Of(h.From)}..{End(h.To)} {Names(h.Names)}{Act(h.Basis)}")),
        .. terms.Status.Select(s => ("status", $"{Words.Of(s.Status)} {CellText.Of(s.From)}{Act(s.Basis)}")),
    ];

    private static ListThing<ConcessionEntry>? Read(RowGroup group)
    {
        var head = group.Head;
        var places = new Dictionary<string, (int, string)>(StringComparer.Ordinal);
        foreach (var (pointer, column) in new[]
        {
            ("/code", "code"), ("/region", "region"), ("/timeZone", "timeZone"), ("/tenure/from", "tenureFrom"), ("/tenure/to", "tenureTo"),
            ("/succeeds", "succeeds"), ("/names", "nameEn"), ("/basis", "basisTitle"),
        }) places[pointer] = group.PlaceOf(column);
        var id = head.RequiredId("concession");
        var names = ConcessionColumns.Names.Read(head);
        if (names is null) head.Need("nameEn");
        var terms = new ConcessionTerms(
            head.Required("code", 40), names ?? LocalizedNames.Of("en", "?"), head.RequiredId("region"), HoldersOf(group, places),
            new Tenure(head.RequiredDate("tenureFrom"), head.Date("tenureTo")), StatusOf(group, places), head.IdList("succeeds", MostSucceeded), head.Text("timeZone", 60));
        var draft = new RevisionDraft<ConcessionTerms>(terms, ConcessionColumns.Act.Read(head), head.Text("reason", LongestReason));
        return new ListThing<ConcessionEntry>(group, $"concessions/{id}", new ConcessionEntry(id, draft), places);
    }

    private static ImmutableArray<Holder> HoldersOf(RowGroup group, Dictionary<string, (int, string)> places)
    {
        var holders = new List<Holder>();
        foreach (var row in group.Rows.Where(r => r.HasAny(OfHolder)))
        {
            var names = ConcessionColumns.HolderNames.Read(row);
            if (names is null) row.Need("holderEn");
            var holder = new Holder(
                row.RequiredId("holder"), names ?? LocalizedNames.Of("en", "?"), row.RequiredDate("holderFrom"), row.Date("holderTo"), ConcessionColumns.HolderAct.Read(row));
            Add(holders, holder, row, "holders", "holder", places);
        }

        return [.. holders];
    }

    private static ImmutableArray<ConcessionStatusChange> StatusOf(RowGroup group, Dictionary<string, (int, string)> places)
    {
        var changes = new List<ConcessionStatusChange>();
        foreach (var row in group.Rows.Where(r => r.HasAny(OfStatus)))
        {
            var change = new ConcessionStatusChange(
                row.RequiredDate("statusFrom"), row.RequiredWord("status", ConcessionColumns.Statuses), ConcessionColumns.StatusAct.Read(row));
            Add(changes, change, row, "status", "status", places);
        }

        return [.. changes];
    }

    /// <summary>Adds a part unless a row before said the same: whoever fills cells downwards repeats it.</summary>
    private static void Add<T>(List<T> parts, T part, RowReader row, string member, string column, Dictionary<string, (int, string)> places)
    {
        if (parts.Contains(part)) return;
        var pointer = FormattableString.Invariant($"/{member}/{parts.Count}");
        (places[pointer], places[$"{pointer}/from"], places[$"{pointer}/to"]) = ((row.Line, column), (row.Line, $"{column}From"), (row.Line, $"{column}To"));
        parts.Add(part);
        if (parts.Count == MostDated + 1) row.Reject(column, "too-many-values");
    }

    private static string End(LocalDate? to) => to is { } day ? CellText.Of(day) : "";

    private static string Names(LocalizedNames names) => string.Join(", ", names.ByTag.Select(n => $"{n.Key}: {n.Value}"));

    private static string Act(LegalBasis? act) => act is null ? "" : $" ({act.Number}, {CellText.Of(act.PublishedOn)}, {act.Title}{(act.Url is { } url ? $", {url}" : "")})";

    private static IEnumerable<string> Names(IEnumerable<Column> columns) => columns.Select(c => c.Name);
}
