using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R09: a permit is issued on or after the day on which the acts were published that set its quota line and the national quota. In Mongolia in 2023 the
/// price floor was set on 5 Jul and the season opened on 15 Jul: advocate.mn/news/119/single/2086, theubposts.com
/// examining-the-effectiveness-of-hunting-quotas.
/// </summary>
/// <remarks>A year without a national quota is R06's to tell; here the line alone is then judged.</remarks>
public sealed class IssuedBeforeQuota : IPermitRule
{
    public const string Code = "issued-before-quota";

    public RuleInfo Info { get; } = new("R09", Code, ["advocate.mn/news/119/single/2086", "theubposts.com examining-the-effectiveness-of-hunting-quotas"]);

    public bool ChecksAtIssue => true;

    public IEnumerable<RuleAnswer> Judge(PermitCase file)
    {
        if (file.Permit.IssuedOn is not { } issued) return [new RuleAnswer.NotJudged(file.Subject, "issue-date")];
        var acts = Acts(file).ToList();
        if (acts.Count == 0) return [new RuleAnswer.NotJudged(file.Subject, "line")];
        var late = acts.FindAll(act => act.Basis is { } basis && basis.PublishedOn > issued);
        if (late.Count == 0) return [new RuleAnswer.Pass(file.Subject)];
        var last = late.MaxBy(act => act.Basis!.PublishedOn)!;
        var evidence = Evidence.Of(
            ("issuedOn", issued), ("quotaPublishedOn", last.Basis!.PublishedOn), ("daysEarly", Period.DaysBetween(issued, last.Basis.PublishedOn)),
            ("act", $"{last.Basis.Title} {last.Basis.Number}".Trim()));
        return [new RuleAnswer.Flagged(file.Subject, Severity.Violation, FindingCause.AtIssue, evidence, [.. late])];
    }

    /// <summary>The first act of the line, and of each national quota that covers the animal.</summary>
    private static IEnumerable<LawRef> Acts(PermitCase file)
    {
        if (FirstPublished(file.Line, file.Knowledge) is { } line) yield return LawRefs.Line(file.Permit.Concession, file.Permit.Year, file.Permit.Line!, line);
        foreach (var taxon in file.Taxa.SelfAndAncestors(file.Permit.Animal.Taxon))
        {
            var quota = file.Law.National.NationalQuotas.GetValueOrDefault((file.Permit.Year, taxon));
            if (FirstPublished(quota, file.Knowledge) is { } first) yield return NationalLaw.QuotaRef(first);
        }
    }

    private static Revision<T>? FirstPublished<T>(Revisions<T>? revisions, LawKnowledge knowledge) =>
        revisions?.All.Where(r => knowledge.Counts(r.RecordedAt, r.Basis)).MinBy(r => r.Basis?.PublishedOn ?? LocalDate.MinIsoValue);
}
