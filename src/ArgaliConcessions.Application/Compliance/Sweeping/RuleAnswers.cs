using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Domain.Compliance;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>A rule's answer that it could not judge.</summary>
public sealed record Unanswered(RuleInfo Rule, RuleAnswer.NotJudged Answer);

/// <summary>What all rules said about one permit, line, quota or zone: passes left out.</summary>
public sealed record RuleAnswers(IReadOnlyList<FlaggedCase> Flagged, IReadOnlyList<Unanswered> Unanswered)
{
    /// <summary>Gathers the answers of rules; one rule flags one subject and zone once.</summary>
    public static RuleAnswers Of(IEnumerable<(RuleInfo Rule, RuleAnswer Answer)> answers, Func<RuleInfo, RuleAnswer.Flagged, FlaggedCase> flag)
    {
        var flagged = new List<FlaggedCase>();
        var unanswered = new List<Unanswered>();
        foreach (var (rule, answer) in answers)
        {
            if (answer is RuleAnswer.Flagged one) flagged.Add(flag(rule, one));
            else if (answer is RuleAnswer.NotJudged other) unanswered.Add(new Unanswered(rule, other));
        }
        return new RuleAnswers([.. flagged.DistinctBy(one => one.Hash)], unanswered);
    }

    public static RuleAnswers Of(IEnumerable<(RuleInfo Rule, RuleAnswer Answer)> answers) => Of(answers, (rule, flagged) => new FlaggedCase(rule, flagged));

    public FlaggedCase? Find(string hash) => Flagged.FirstOrDefault(one => one.Hash == hash);
}
