using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;
using NodaTime;

namespace ArgaliConcessions.Functions.Compliance;

/// <summary>A finding on the wire: for checking, not a conviction.</summary>
/// <param name="Title">What the rule is about, in the caller's language.</param>
/// <param name="Detail">What was found, with its figures, in words.</param>
/// <param name="ToDo">What to do about it.</param>
public sealed record FindingAnswer(
    string Id, string Rule, string Code, string Title, string Detail, string ToDo, Severity Severity, FindingCause Cause, FindingSubject Subject,
    string? Permit, string? Concession, string? Year, string? Zone, Evidence Evidence, IReadOnlyList<LawRef> Laws, GeoPosition? Position,
    FindingStatus Status, FindingEnd? End, Instant FirstSeen, Instant LastSeen, FindingChange Change, IReadOnlyList<FindingDecision> Decisions)
{
    public static FindingAnswer Of(FindingView view, Texts texts)
    {
        var finding = view.Finding;
        var words = FindingWords.Of(finding, texts);
        return new FindingAnswer(
            finding.Id, finding.Rule, finding.Code, words.Title, words.Detail, words.ToDo, finding.Severity, finding.Cause, finding.Subject,
            finding.Permit, finding.Concession, finding.Year, finding.Zone, finding.Evidence, finding.Laws, finding.Position,
            finding.Status, finding.End, finding.FirstSeen, view.LastSeen, finding.Change, finding.Decisions);
    }
}
