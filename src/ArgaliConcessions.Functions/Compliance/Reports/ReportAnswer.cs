using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Wording;
using NodaTime;

namespace ArgaliConcessions.Functions.Compliance.Reports;

/// <summary>A report on the wire, all but its findings.</summary>
/// <param name="Late">The sweep of the last night is missing.</param>
/// <param name="Failed">The last sweep that began, if it failed.</param>
public sealed record ReportAnswer(
    ReportAuthority Authority, RunAnswer Run, DataSpan DataAsOf, bool Late, RunAnswer? Failed, IReadOnlyList<HuntingYear> Years, RunTotals Totals,
    IReadOnlyList<RuleAnswerCount> Rules, IReadOnlyList<ConcessionAnswer> Concessions, IReadOnlyList<QuotaBar> NationalQuotas, IReadOnlyList<NotJudgedAnswer> NotJudged)
{
    public static ReportAnswer Of(ReportModel report, Texts texts) => new(
        new ReportAuthority(report.Authority.Names, report.Authority.Country, report.Authority.TimeZone), RunAnswer.Of(report.Run),
        new DataSpan(report.DataAsOf.From, report.DataAsOf.To), report.Warnings.IsLate, report.Warnings.Failed is { } failed ? RunAnswer.Of(failed) : null,
        report.Years, report.Totals, [.. report.Rules.Select(count => RuleAnswerCount.Of(count, texts))],
        [.. report.Concessions.Select(ConcessionAnswer.Of)], report.NationalQuotas, [.. report.NotJudged.Select(one => NotJudgedAnswer.Of(one, texts))]);
}

/// <summary>Whose report it is.</summary>
public sealed record ReportAuthority(LocalizedNames Names, string Country, string TimeZone);

/// <summary>Each ledger was read at some moment of this span.</summary>
public sealed record DataSpan(Instant From, Instant To);

/// <summary>Standing findings of one rule, cause and severity.</summary>
/// <param name="Waived">Whether these are the ones that a person has waived.</param>
public sealed record RuleAnswerCount(string Rule, string Code, string Title, FindingCause Cause, Severity Severity, bool Waived, int Findings)
{
    public static RuleAnswerCount Of(RuleCount count, Texts texts) => new(
        count.Rule, count.Code, texts.Format($"rule.{count.Code}.title"), count.Cause, count.Severity, count.Kind == FindingStatusKind.Waived, count.Findings);
}

/// <summary>Questions without an answer for want of one thing.</summary>
/// <param name="Text">What is missing, in words with its count.</param>
/// <param name="Subjects">The first hundred.</param>
public sealed record NotJudgedAnswer(string? Concession, string? Year, string Rule, string Code, string Missing, string Text, int Count, IReadOnlyList<FindingSubject> Subjects)
{
    public static NotJudgedAnswer Of(ReportNotJudged one, Texts texts) => new(
        one.Concession, one.Year, one.Count.Rule, one.Count.Code, one.Count.Missing, texts.Format($"missing.{one.Count.Missing}", ("count", one.Count.Count)), one.Count.Count, one.Count.Subjects);
}
