using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R12: the concession is within its tenure and not suspended on every day of a permit's ranges and on the day of each take. Tenures of
/// 10 to 49 years: pavlodar.com, Kazakh law 593-II art. 25; a concession that became a sanctuary in 2015: snowleopard.org
/// from-hunting-reserve-to-wildlife-sanctuary.
/// </summary>
public sealed class ConcessionNotActive : IPermitRule
{
    public const string Code = "concession-not-active";

    public RuleInfo Info { get; } = new("R12", Code, ["pavlodar.com law 593-II art. 25", "snowleopard.org from-hunting-reserve-to-wildlife-sanctuary"]);

    public bool ChecksAtIssue => true;

    public IEnumerable<RuleAnswer> Judge(PermitCase file)
    {
        if (file.Law.Concession.Terms.As(file.Knowledge) is not { } terms) return [new RuleAnswer.NotJudged(file.Subject, "concession")];
        return file.Takes.Select(take => OfTake(file, take, terms)).Prepend(OfPermit(file, terms));
    }

    private static RuleAnswer OfPermit(PermitCase file, Revision<ConcessionTerms> terms)
    {
        var inactive = Inactive(file, terms.Value);
        if (inactive.Count == 0) return new RuleAnswer.Pass(file.Subject);
        LawRef law = file.Law.Concession.TermsRef(Then(file, file.Permit.JudgedOn, then => Inactive(file, then).Count > 0) ?? terms);
        var cause = Causes.OfPermit(
            file, LawKind.ConcessionTerms, Severity.Violation, [law],
            knowledge => file.Law.Concession.Terms.As(knowledge) is { } then && Inactive(file, then.Value).Count == 0);
        var evidence = Of(inactive[0].Status).And(Evidence.Of(
            ("inactiveDays", EvidenceValue.Spans(inactive.Select(i => i.Days))), ("issuedOn", file.Permit.IssuedOn.AsEvidence())));
        return new RuleAnswer.Flagged(file.Subject, cause.Severity, cause.Kind, cause.On(evidence), cause.Laws([law]));
    }

    private static RuleAnswer OfTake(PermitCase file, Harvest take, Revision<ConcessionTerms> terms)
    {
        var subject = file.SubjectOf(take);
        var status = terms.Value.On(take.On);
        if (status == ConcessionStatus.Active) return new RuleAnswer.Pass(subject);
        LawRef law = file.Law.Concession.TermsRef(Then(file, take.On, then => then.On(take.On) != ConcessionStatus.Active) ?? terms);
        var cause = Causes.OfTake(
            file, take, LawKind.ConcessionTerms, Severity.Violation, [law],
            knowledge => file.Law.Concession.Terms.As(knowledge)?.Value.On(take.On) == ConcessionStatus.Active);
        var evidence = Of(status).And(Evidence.Of(
            ("on", take.On), ("inactiveDays", EvidenceValue.Spans([new DateInterval(take.On, take.On)]))));
        return new RuleAnswer.Flagged(subject, cause.Severity, cause.Kind, cause.On(evidence), cause.Laws([law]));
    }

    /// <summary>The terms as published on a day, if they forbade it already: they are cited, and not an act of later that ended or repeated them.</summary>
    private static Revision<ConcessionTerms>? Then(PermitCase file, LocalDate? day, Func<ConcessionTerms, bool> forbids) =>
        day is { } known && file.Law.Concession.Terms.As(file.Knowledge.AsPublishedBy(known)) is { } then && forbids(then.Value) ? then : null;

    private static List<(DateInterval Days, ConcessionStatus Status)> Inactive(PermitCase file, ConcessionTerms terms) =>
        [.. file.Permit.Ranges.SelectMany(terms.InactiveDuring)];

    /// <summary><c>kind</c>: <c>suspended</c>, <c>ended</c> or <c>not-begun</c>.</summary>
    internal static Evidence Of(ConcessionStatus status) => Evidence.Of(("kind", status switch
    {
        ConcessionStatus.Suspended => "suspended",
        ConcessionStatus.Ended => "ended",
        _ => "not-begun",
    }));
}
