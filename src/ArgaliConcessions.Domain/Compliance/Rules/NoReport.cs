using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R22: what came of a permit is reported within the authority's days after its last day. Nobody really tracks the use of licences: a Kyrgyz
/// member of parliament, kyrgyzkorm.kg/?p=7464. A report that came late is to be checked.
/// </summary>
/// <remarks>
/// A permit returned unused, revoked or closed needs none. An imported one is judged only if its list says that its outcomes are complete, and
/// for lateness only by the report date that the list gives, never by the day of import.
/// </remarks>
public sealed class NoReport : IPermitRule
{
    public const string Code = "no-report";

    public RuleInfo Info { get; } = new("R22", Code, ["kyrgyzkorm.kg/?p=7464"]);

    public bool ChecksAtIssue => false;

    public IEnumerable<RuleAnswer> Judge(PermitCase file)
    {
        var permit = file.Permit;
        if (permit.Ranges.IsEmpty || permit.StatusOn(file.Today) is PermitStatus.Returned or PermitStatus.Revoked or PermitStatus.Closed) return [];
        var last = permit.Ranges.Max(range => range.End);
        var due = last.PlusDays(file.Settings.HarvestReportDays);
        if (file.Today <= due) return [];
        if (file.Harvests.Count > 0) return [Late(file, last, due)];
        if (permit.Origin == PermitOrigin.Imported && !permit.OutcomesComplete) return [new RuleAnswer.NotJudged(file.Subject, "outcome")];
        var evidence = Evidence.Of(("kind", "missing"), ("lastDay", last), ("dueBy", due));
        return [new RuleAnswer.Flagged(file.Subject, Severity.Violation, FindingCause.Conduct, evidence, [])];
    }

    private static RuleAnswer Late(PermitCase file, LocalDate last, LocalDate due)
    {
        var late = file.Harvests.Select(harvest => (harvest.Id, On: ReportedOn(file, harvest))).Where(h => h.On > due).ToList();
        if (late.Count == 0) return new RuleAnswer.Pass(file.Subject);
        var reported = late.Max(h => h.On)!.Value;
        var evidence = Evidence.Of(
            ("kind", "late"), ("lastDay", last), ("dueBy", due), ("reportedOn", reported), ("daysLate", Period.DaysBetween(due, reported)),
            ("harvests", EvidenceValue.Texts(late.Select(h => h.Id))));
        return new RuleAnswer.Flagged(file.Subject, Severity.Notice, FindingCause.Conduct, evidence, []);
    }

    /// <summary>Null where it is not known: a correction bears its own day, an import the day of the import.</summary>
    private static LocalDate? ReportedOn(PermitCase file, Harvest harvest)
    {
        if (harvest.ReportedOn is { } reported) return reported;
        return harvest.Version == 1 && file.Permit.Origin == PermitOrigin.Issued ? file.Law.DayOf(harvest.RecordedAt, file.Knowledge) : null;
    }
}
