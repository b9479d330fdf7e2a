using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>A quota as a list states it: national, or a concession's line.</summary>
internal abstract record QuotaEntry
{
    private const int MostOfTheNation = 1_000_000;
    private const int MostOfALine = 10_000;
    private const int OldestMinimum = 30;
    private const int MostOutfitters = 50;
    private const int LongestReason = 1_000;
    private static readonly LegalBasis NoAct = new("?", "?", default);
    private static readonly HashSet<string> Keys = ["concession", "year", "line"];
    private static readonly string[] OfOutfitter = ["outfitter", .. QuotaColumns.OutfitterNames.Columns.Select(c => c.Name)];
    private static readonly HashSet<string> Parts = [.. OfOutfitter];
    private static readonly string[] OfLine = ["line", "sex", "minimumAgeYears", "purpose"];

    private QuotaEntry() { }

    public sealed record National(RevisionDraft<NationalQuota> Draft) : QuotaEntry;

    public sealed record Line(QuotaLineRequest Request) : QuotaEntry;

    public static ThingList<QuotaEntry> ReadList(ListFile file, RegisterIndex register) => ThingList<QuotaEntry>.Read(
        file, QuotaColumns.All, rows => RowGroup.Of(rows, row => KeyOf(row, register), Keys, Parts), group => Read(group, register));

    /// <summary>The cells by which a national quota is held against what is recorded.</summary>
    public static IEnumerable<(string Column, string Text)> Cells(NationalQuota quota, LegalBasis? basis) =>
    [
        ("animals", CellText.Of(quota.Animals)), .. Optional("aboveCeilingReason", quota.AboveCeilingReason),
        .. Optional("acceptOverAllocation", quota.AcceptedOverAllocation), .. QuotaColumns.Act.Cells(basis),
    ];

    /// <summary>The cells by which a line is held against what is recorded.</summary>
    public static IEnumerable<(string Column, string Text)> Cells(QuotaLine line, LegalBasis? basis) =>
    [
        ("taxon", line.Taxon), ("sex", Words.Of(line.Sex)), .. Optional("minimumAgeYears", line.MinimumAgeYears is { } age ? CellText.Of(age) : null),
        ("purpose", Words.Of(line.Purpose)), ("animals", CellText.Of(line.Animals)), .. Optional("aboveCeilingReason", line.AboveCeilingReason),
        .. QuotaColumns.Act.Cells(basis),
        .. line.Outfitters is { IsEmpty: true } ? [("outfitter", "nobody")]
            : (line.Outfitters ?? []).Select(o => ("outfitter", $"{o.Id} {string.Join(", ", o.Names.ByTag.Select(n => $"{n.Key}: {n.Value}"))}")),
    ];

    private static string? KeyOf(ListRow row, RegisterIndex register)
    {
        string? Cell(string column) => row.Cells.GetValueOrDefault(column);
        if (Cell("year") is not { } year) return null;
        if (Cell("concession") is { } concession) return Cell("line") is { } line ? $"{register.Concession(concession)?.Concession ?? concession}\n{year}\n{line}" : null;
        return Cell("taxon") is { } taxon ? $"\n{year}\n{taxon}" : null;
    }

    private static ListThing<QuotaEntry>? Read(RowGroup group, RegisterIndex register)
    {
        var head = group.Head;
        var (year, taxon) = (head.RequiredId("year"), head.RequiredId("taxon"));
        foreach (var fault in register.Faults(group.Line, head.Text("concession", 40) ?? "", year, taxon)) head.Reject(fault.Column!, fault.Code);
        return head.Row.Cells.ContainsKey("concession") ? ReadLine(group, register, year, taxon) : ReadNational(group, year, taxon);
    }

    private static ListThing<QuotaEntry> ReadNational(RowGroup group, string year, string taxon)
    {
        var head = group.Head;
        // Whoever names a line has forgotten its concession: it must not become a quota of the nation.
        foreach (var column in OfLine.Where(head.Row.Cells.ContainsKey)) head.Reject(column, "not-of-national");
        foreach (var row in group.Rows.Where(r => r.HasAny(OfOutfitter))) row.Reject(OfOutfitter.First(row.Row.Cells.ContainsKey), "not-of-national");
        var quota = new NationalQuota(
            year, taxon, head.RequiredInt("animals", 0, MostOfTheNation), head.Text("acceptOverAllocation", LongestReason), head.Text("aboveCeilingReason", LongestReason));
        var draft = new RevisionDraft<NationalQuota>(quota, QuotaColumns.Act.Required(head) ?? NoAct, head.Text("reason", LongestReason));
        return new ListThing<QuotaEntry>(group, $"quotas/{year}/{taxon}", new National(draft), PlacesOf(group));
    }

    private static ListThing<QuotaEntry> ReadLine(RowGroup group, RegisterIndex register, string year, string taxon)
    {
        var head = group.Head;
        foreach (var column in new[] { "acceptOverAllocation", "reason" }.Where(head.Row.Cells.ContainsKey)) head.Reject(column, "not-of-line");
        var concession = register.Concession(head.Text("concession", 40) ?? "")?.Concession ?? "";
        var line = head.RequiredId("line");
        var terms = new QuotaLine(
            taxon, head.RequiredWord("sex", PermitColumns.Sexes), head.Int("minimumAgeYears", 0, OldestMinimum),
            head.Word("purpose", QuotaColumns.Purposes) ?? QuotaPurpose.Trophy, head.RequiredInt("animals", 0, MostOfALine), head.Text("aboveCeilingReason", LongestReason),
            OutfittersOf(group));
        var request = new QuotaLineRequest(concession, year, line, terms, QuotaColumns.Act.Required(head) ?? NoAct, Precondition.None);
        return new ListThing<QuotaEntry>(group, $"concessions/{concession}/quotas/{year}/{line}", new Line(request), PlacesOf(group));
    }

    /// <summary>An empty cell is not "nobody": nobody has said to whom shares are allocated.</summary>
    private static ImmutableArray<LineOutfitter>? OutfittersOf(RowGroup group)
    {
        var rows = group.Rows.Where(r => r.HasAny(OfOutfitter)).ToList();
        var outfitters = new List<LineOutfitter>();
        foreach (var row in rows)
        {
            if (row.Text("outfitter") is { } word && QuotaColumns.Nobody.Find(word) is true)
            {
                if (rows.Any(r => r.Row.Cells.GetValueOrDefault("outfitter") != word) || row.HasAny(OfOutfitter[1..])) row.Reject("outfitter", "nobody-and-somebody");
                continue;
            }

            var names = QuotaColumns.OutfitterNames.Read(row);
            if (names is null) row.Need("outfitterEn");
            var outfitter = new LineOutfitter(row.RequiredId("outfitter"), names ?? LocalizedNames.Of("en", "?"));
            if (outfitters.Contains(outfitter)) continue;
            if (outfitters.Exists(o => o.Id == outfitter.Id)) row.Reject("outfitter", "repeated-value");
            outfitters.Add(outfitter);
            if (outfitters.Count == MostOutfitters + 1) row.Reject("outfitter", "too-many-values");
        }

        return rows.Count == 0 ? null : [.. outfitters];
    }

    private static Dictionary<string, (int Line, string Column)> PlacesOf(RowGroup group)
    {
        var columns = new[] { "concession", "taxon", "sex", "minimumAgeYears", "purpose", "animals", "aboveCeilingReason", "acceptOverAllocation", "outfitter" };
        var places = columns.ToDictionary(column => $"/{column}", group.PlaceOf, StringComparer.Ordinal);
        places["/basis"] = group.PlaceOf("basisTitle");
        return places;
    }

    private static IEnumerable<(string Column, string Text)> Optional(string column, string? text) => text is null ? [] : [(column, text)];
}
