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

    public IEnumerable<string> Lines => law.Lines.Keys.Order(StringComparer.Ordinal);

    public RuleAnswers Judge(string line) => RuleAnswers.Of(Answers(line, law.Lines));

    /// <summary>The same with the lines read again.</summary>
    public async Task<RuleAnswers> AgainAsync(LedgerLaws laws, string line, CancellationToken cancellationToken)
    {
        var lines = await laws.LinesAsync(place.Concession!, place.Year!, cancellationToken);
        return lines.ContainsKey(line) ? RuleAnswers.Of(Answers(line, lines)) : Judge(line);
    }

    public async Task<RuleAnswers> AllAgainAsync(LedgerLaws laws, CancellationToken cancellationToken)
    {
        var lines = await laws.LinesAsync(place.Concession!, place.Year!, cancellationToken);
        return RuleAnswers.Of(Lines.SelectMany(line => Answers(line, lines.ContainsKey(line) ? lines : law.Lines)));
    }

    private IEnumerable<(RuleInfo, RuleAnswer)> Answers(string line, IReadOnlyDictionary<string, Revisions<QuotaLine>> lines)
    {
        var subject = new LineCase(place.Concession!, place.Year!, line, lines[line], tallies.Of(line), law.Knowledge)
        {
            Surveys = surveys,
            Shares = [.. lines.Select(one => one.Value.As(law.Knowledge) is { } known ? QuotaShare.Of(one.Key, known) : null).OfType<QuotaShare>()],
        };
        return RuleBook.LineRules.SelectMany(rule => rule.Judge(subject).Select(answer => (rule.Info, answer)));
    }
}
