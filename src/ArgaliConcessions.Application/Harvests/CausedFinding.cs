using ArgaliConcessions.Domain.Compliance;

namespace ArgaliConcessions.Application.Harvests;

/// <summary>Something that a rule flags, with the rule.</summary>
public sealed record CausedFinding(RuleInfo Rule, RuleAnswer.Flagged Answer);

/// <summary>Finds what a report brings to light.</summary>
internal static class CausedFindings
{
    /// <summary>What is flagged about the subject, and what is flagged elsewhere on the permit only since the subject is there.</summary>
    public static IReadOnlyList<CausedFinding> Of(PermitCase without, PermitCase with, FindingSubject subject)
    {
        var before = Flagged(without).Select(f => (f.Rule.Id, f.Answer.Subject)).ToHashSet();
        return [.. Flagged(with).Where(f => f.Answer.Subject == subject || !before.Contains((f.Rule.Id, f.Answer.Subject)))];
    }

    private static IEnumerable<CausedFinding> Flagged(PermitCase file) =>
        RuleBook.PermitRules.SelectMany(rule => rule.Judge(file).OfType<RuleAnswer.Flagged>().Select(answer => new CausedFinding(rule.Info, answer)));
}
