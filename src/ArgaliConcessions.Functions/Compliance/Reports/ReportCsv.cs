using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Wording;
using NodaTime.Text;

namespace ArgaliConcessions.Functions.Compliance.Reports;

/// <summary>The findings of a run as a table, one row each; what a run resolved and what is waived is in it too, and says so.</summary>
internal sealed class ReportCsv(ReportModel report, Texts texts)
{
    private static readonly string[] Columns =
    [
        "id", "status", "change", "severity", "rule", "title", "detail", "todo", "cause", "concession", "concessionName", "year", "zone", "subjectType", "subject",
        "permit", "act", "actNumber", "actDate", "law", "lon", "lat", "firstSeen", "lastSeen",
    ];

    private readonly Dictionary<string, ReportConcession> concessions = report.Concessions.ToDictionary(one => one.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, HuntingYear> years = report.Years.ToDictionary(one => one.Id, StringComparer.Ordinal);

    public async Task WriteAsync(IAsyncEnumerable<Finding> findings, TextWriter writer, CancellationToken cancellationToken)
    {
        var csv = new SafeCsv(writer);
        await csv.WriteAsync([.. Columns.Select(column => texts.Format($"report.column.{column}"))]);
        await foreach (var finding in findings.WithCancellation(cancellationToken)) await csv.WriteAsync(Cells(finding));
    }

    private object?[] Cells(Finding finding)
    {
        var words = FindingWords.Of(finding, texts);
        var act = finding.Laws.FirstOrDefault(law => law.Basis is not null)?.Basis;
        return
        [
            finding.Id, texts.Value(finding.Status), report.ChangedIn(finding) ? texts.Value(finding.Change.Kind) : null, texts.Value(finding.Severity),
            finding.Rule, words.Title, words.Detail, words.ToDo, texts.Value(finding.Cause),
            finding.Concession, NameOf(finding.Concession), YearOf(finding.Year), finding.Zone, texts.Value(finding.Subject.Type), finding.Subject.Id,
            finding.Permit, act?.Title, act?.Number, act is null ? null : LocalDatePattern.Iso.Format(act.PublishedOn), string.Join(" ", finding.Laws.Select(law => law.Path)),
            finding.Position?.Lon, finding.Position?.Lat, DateOf(finding.FirstSeen), DateOf(finding.LastSeen ?? report.DataAsOf.From),
        ];
    }

    /// <summary>The name in every language that the register has, the reader's first: whoever compares with a paper needs its script.</summary>
    private string? NameOf(string? concession)
    {
        if (concession is null || !concessions.TryGetValue(concession, out var found)) return null;
        var names = found.Terms.Names;
        return string.Join(" / ", names.ByTag.Values.Prepend(names.In(texts.Language.Chain)).Distinct(StringComparer.Ordinal));
    }

    private string? YearOf(string? year) => year is not null && years.TryGetValue(year, out var found) ? found.Label : year;

    private string DateOf(NodaTime.Instant instant) =>
        LocalDatePattern.Iso.Format(instant.InZone(NodaTime.DateTimeZoneProviders.Tzdb[report.Authority.TimeZone]).Date);
}
