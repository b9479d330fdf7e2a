using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Domain.Compliance;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>Counts what a place's subjects were answered. Its size does not grow with the number of permits.</summary>
public sealed class PlaceTally
{
    private readonly Dictionary<(string Rule, string Missing), (string Code, int Count, List<FindingSubject> Subjects)> unanswered = [];

    public int Judged { get; private set; }

    public int Flagged { get; private set; }

    public int NotJudged { get; private set; }

    public void AddPermit(RuleAnswers answers)
    {
        Judged++;
        if (answers.Flagged.Count > 0) Flagged++;
        if (answers.Unanswered.Count > 0) NotJudged++;
        Add(answers);
    }

    /// <summary>Counts the questions without an answer.</summary>
    public void Add(RuleAnswers answers)
    {
        foreach (var (rule, answer) in answers.Unanswered)
        {
            var key = (rule.Id, answer.Missing);
            if (!unanswered.TryGetValue(key, out var sum)) sum = (rule.Code, 0, []);
            if (sum.Subjects.Count < NotJudgedCount.MaxSubjects) sum.Subjects.Add(answer.Subject);
            unanswered[key] = sum with { Count = sum.Count + 1 };
        }
    }

    public PlaceResult AddTo(PlaceResult result) => result with
    {
        Judged = Judged,
        Flagged = Flagged,
        NotJudged = NotJudged,
        Unanswered = [.. unanswered.OrderBy(pair => pair.Key).Select(pair => new NotJudgedCount(pair.Key.Rule, pair.Value.Code, pair.Key.Missing, pair.Value.Count, [.. pair.Value.Subjects]))],
    };
}
