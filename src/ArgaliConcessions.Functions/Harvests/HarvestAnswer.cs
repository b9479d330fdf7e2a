using ArgaliConcessions.Application.Harvests;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Harvests;

/// <summary>A report as recorded, with the findings that it causes; the next sweep will find the same.</summary>
internal sealed record HarvestAnswer(string Permit, HarvestView Harvest, IReadOnlyList<CausedFindingView> Findings)
{
    public static HarvestAnswer Of(RecordedHarvest recorded, Texts texts) => new(
        recorded.Permit.Number, HarvestView.Of(recorded.Harvest), [.. recorded.Findings.Select(f => CausedFindingView.Of(f, texts))]);
}

/// <summary>Something that a rule flags: for checking, not a conviction.</summary>
internal sealed record CausedFindingView(
    string Rule, string Code, Severity Severity, FindingCause Cause, FindingSubject Subject, string? Zone, string Detail, Evidence Evidence,
    IReadOnlyList<LawRef> Laws)
{
    public static CausedFindingView Of(CausedFinding finding, Texts texts)
    {
        var (rule, answer) = (finding.Rule, finding.Answer);
        return new CausedFindingView(
            rule.Id, rule.Code, answer.Severity, answer.Cause, answer.Subject, answer.Zone,
            texts.FormatFirst(FindingTexts.DetailKeys(rule.Code, answer.Cause, answer.Severity, answer.Evidence), ReasonText.Args(answer.Evidence)),
            answer.Evidence, answer.Laws);
    }
}
