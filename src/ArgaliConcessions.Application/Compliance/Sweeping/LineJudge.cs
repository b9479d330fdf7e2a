using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>Asks every line rule about the quota lines of a ledger, once its permits are summed up.</summary>
public sealed class LineJudge(LedgerLaw law, FindingPlace place, LineTallies tallies)
{
    private readonly SurveyBook surveys = SurveyBook.Of(law.Book.National, law.Book.Concession, place.Year!, law.Knowledge);

    private readonly IReadOnlyList<QuotaShare> shares = SharesOf(law.Lines, law.Knowledge);

    public IEnumerable<string> Lines => law.Lines.Keys.Order(StringComparer.Ordinal);

    public RuleAnswers Judge(string line) => RuleAnswers.Of(Answers(line, law.Lines, shares));

    /// <summary>The same with the lines read again.</summary>
    public async Task<RuleAnswers> AgainAsync(LedgerLaws laws, string line, CancellationToken cancellationToken)
    {
        var lines = await laws.LinesAsync(place.Concession!, place.Year!, cancellationToken);
        return lines.ContainsKey(line) ? RuleAnswers.Of(Answers(line, lines, SharesOf(lines, law.Knowledge))) : Judge(line);
    }

    public async Task<RuleAnswers> AllAgainAsync(LedgerLaws laws, CancellationToken cancellationToken)
    {
        var lines = await laws.LinesAsync(place.Concession!, place.Year!, cancellationToken);
        var now = SharesOf(lines, law.Knowledge);
        return RuleAnswers.Of(Lines.SelectMany(line => Answers(line, lines.ContainsKey(line) ? lines : law.Lines, now)));
    }

    private IEnumerable<(RuleInfo, RuleAnswer)> Answers(string line, IReadOnlyDictionary<string, Revisions<QuotaLine>> lines, IReadOnlyList<QuotaShare> known)
    {
        var subject = new LineCase(place.Concession!, place.Year!, line, lines[line], tallies.Of(line), law.Knowledge)
        {
            Surveys = surveys,
            Shares = known,
        };
        return RuleBook.LineRules.SelectMany(rule => rule.Judge(subject).Select(answer => (rule.Info, answer)));
    }

    private static IReadOnlyList<QuotaShare> SharesOf(IReadOnlyDictionary<string, Revisions<QuotaLine>> lines, LawKnowledge knowledge) =>
        [.. lines.Select(one => one.Value.As(knowledge) is { } counts ? QuotaShare.Of(one.Key, counts) : null).OfType<QuotaShare>()];
}
