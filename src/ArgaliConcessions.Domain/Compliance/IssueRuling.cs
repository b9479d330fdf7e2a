using System.Collections.Immutable;
using ArgaliConcessions.Domain.Compliance.Rules;

namespace ArgaliConcessions.Domain.Compliance;

/// <summary>What the law says to a permit that is about to be issued: everything that is broken, not the first.</summary>
/// <param name="Broken">Reasons for refusal, in the order of the authority's list.</param>
/// <param name="Missing">What could not be judged: a permit is not issued on what nobody knows.</param>
/// <param name="Noted">What was flagged and is allowed by the authority's settings (days in a gap of the season).</param>
public sealed record IssueRuling(ImmutableArray<BrokenRule> Broken, ImmutableArray<MissingFact> Missing, ImmutableArray<BrokenRule> Noted)
{
    public bool Granted => Broken.IsEmpty && Missing.IsEmpty;

    /// <param name="file">The permit as it would be issued: with its date of issue, without harvests.</param>
    public static IssueRuling Judge(PermitCase file)
    {
        var answers = RuleBook.AtIssue.SelectMany(rule => rule.Judge(file).Select(answer => (rule.Info, Answer: answer))).ToList();
        var flagged = answers.Where(a => a.Answer is RuleAnswer.Flagged).Select(a => new BrokenRule(a.Info, (RuleAnswer.Flagged)a.Answer)).ToLookup(b => Refuses(file, b));
        return new IssueRuling(
            [.. flagged[true]],
            [.. answers.Where(a => a.Answer is RuleAnswer.NotJudged).Select(a => new MissingFact(a.Info, ((RuleAnswer.NotJudged)a.Answer).Missing))],
            [.. flagged[false]]);
    }

    private static bool Refuses(PermitCase file, BrokenRule broken) =>
        broken.Rule.Code != OutOfSeason.Code || broken.Answer.Severity == Severity.Violation || file.Settings.RefuseGapAtIssue;

    public bool Equals(IssueRuling? other) =>
        other is not null && Broken.Same(other.Broken) && Missing.Same(other.Missing) && Noted.Same(other.Noted);

    public override int GetHashCode() => HashCode.Combine(Broken.Length, Missing.Length, Noted.Length);
}

public sealed record BrokenRule(RuleInfo Rule, RuleAnswer.Flagged Answer);

/// <param name="Missing">As in <see cref="RuleAnswer.NotJudged"/>.</param>
public sealed record MissingFact(RuleInfo Rule, string Missing);
