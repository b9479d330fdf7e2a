using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Functions.Spreadsheets;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Compliance;

/// <summary>A list of findings as a table, one row each. Columns keep their order for ever; new ones come last.</summary>
internal static class FindingTable
{
    public static TableFile<ExportedFinding> Of(Texts texts, ExportOptions options) => new("findings", Columns(texts), texts, options.MaxRows);

    private static IReadOnlyList<TableColumn<ExportedFinding>> Columns(Texts texts) =>
    [
        new("id", 26, row => row.Finding.Id),
        new("status", 14, row => texts.Value(row.Finding.Status)),
        new("severity", 12, row => texts.Value(row.Finding.Severity)),
        new("rule", 6, row => row.Finding.Rule),
        new("code", 22, row => row.Finding.Code),
        new("title", 32, row => FindingWords.Of(row.Finding, texts).Title),
        new("detail", 60, row => FindingWords.Of(row.Finding, texts).Detail),
        new("todo", 50, row => FindingWords.Of(row.Finding, texts).ToDo),
        new("cause", 20, row => texts.Value(row.Finding.Cause)),
        new("concession", 14, row => row.Finding.Concession),
        new("concessionName", 24, row => row.ConcessionNames?.In(texts.Language.Chain)),
        new("year", 10, row => row.YearLabel),
        new("zone", 14, row => row.Finding.Zone),
        new("subjectType", 14, row => texts.Value(row.Finding.Subject.Type)),
        new("subject", 24, row => row.Finding.Subject.Id),
        new("permit", 24, row => row.Finding.Permit),
        new("act", 28, row => Act(row)?.Title),
        new("actNumber", 10, row => Act(row)?.Number),
        new("actDate", 12, row => Act(row)?.PublishedOn),
        new("law", 36, row => string.Join(" ", row.Finding.Laws.Select(law => law.Path))),
        new("lon", 11, row => row.Finding.Position?.Lon),
        new("lat", 11, row => row.Finding.Position?.Lat),
        new("firstSeen", 12, row => row.DateOf(row.Finding.FirstSeen)),
        new("lastSeen", 12, row => row.DateOf(row.LastSeen)),
        new("change", 12, row => texts.Value(row.Finding.Change.Kind)),
        new("changedOn", 12, row => row.DateOf(row.Finding.Change.At)),
        new("end", 20, row => row.Finding.End is { } end ? texts.Value(end) : null),
        new("decidedOn", 12, row => Decision(row) is { } decision ? row.DateOf(decision.At) : null),
        new("decidedBy", 20, row => Decision(row)?.By),
        new("decision", 14, row => Decision(row) is { } decision ? texts.Value(decision.Status) : null),
        new("reason", 40, row => Decision(row)?.Reason),
    ];

    private static Domain.Law.LegalBasis? Act(ExportedFinding row) => row.Finding.Laws.FirstOrDefault(law => law.Basis is not null)?.Basis;

    private static FindingDecision? Decision(ExportedFinding row) => row.Finding.Decisions.LastOrDefault();
}
