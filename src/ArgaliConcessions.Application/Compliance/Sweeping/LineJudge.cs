using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>Asks every line rule about the quota lines of a ledger, once its permits are summed up.</summary>
public sealed class LineJudge(LedgerLaw law, FindingPlace place, LineTallies tallies)
{
    public IEnumerable<string> Lines => law.Lines.Keys.Order(StringComparer.Ordinal);

    public RuleAnswers Judge(string line) => RuleAnswers.Of(Answers(line, law.Lines[line]));

    /// <summary>The same with the line read again.</summary>
    public async Task<RuleAnswers> AgainAsync(LedgerLaws laws, string line, CancellationToken cancellationToken)
    {
        var lines = await laws.LinesAsync(place.Concession!, place.Year!, cancellationToken);
        return lines.TryGetValue(line, out var revisions) ? RuleAnswers.Of(Answers(line, revisions)) : Judge(line);
    }

    public async Task<RuleAnswers> AllAgainAsync(LedgerLaws laws, CancellationToken cancellationToken)
    {
        var lines = await laws.LinesAsync(place.Concession!, place.Year!, cancellationToken);
        return RuleAnswers.Of(Lines.SelectMany(line => Answers(line, lines.GetValueOrDefault(line) ?? law.Lines[line])));
    }

    private IEnumerable<(RuleInfo, RuleAnswer)> Answers(string line, Revisions<QuotaLine> revisions)
    {
        var subject = new LineCase(place.Concession!, place.Year!, line, revisions, tallies.Of(line), law.Knowledge);
        return RuleBook.LineRules.SelectMany(rule => rule.Judge(subject).Select(answer => (rule.Info, answer)));
    }
}
