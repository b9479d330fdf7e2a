using System.Collections.Immutable;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R14: a permit's outfitter holds a share of its quota line, or the concession itself on every day of the permit. Kyrgyzstan, 2012: an outfitter without
/// any allocation in his territory took clients all the same, and they were arrested (eurasianet.org/kyrgyzstan-can-hunting-reform-stop-tourist-scams);
/// markhor of Tajikistan: cic-wild-life 2014-11-04.
/// </summary>
/// <remarks>
/// An outfitter is known by its id or by any of its names, however they are written. A permit without one is hunted through the holder. A line that says
/// nothing about outfitters judges none but the holders. Where an act of after the issue took the share or the concession away, it was the law that changed.
/// </remarks>
public sealed class OutfitterWithoutAllocation : IPermitRule
{
    public const string Code = "outfitter-without-allocation";

    public RuleInfo Info { get; } = new("R14", Code, ["eurasianet.org/kyrgyzstan-can-hunting-reform-stop-tourist-scams", "cic-wild-life 2014-11-04"]);

    public bool ChecksAtIssue => true;

    public IEnumerable<RuleAnswer> Judge(PermitCase file)
    {
        if (file.Permit.Outfitter is not { } outfitter || NameKey.Of(outfitter) is not { IsEmpty: false } key) return [new RuleAnswer.Pass(file.Subject)];
        if (Holds(file, key, file.Knowledge)) return [new RuleAnswer.Pass(file.Subject)];
        if (file.Line?.As(file.Knowledge) is not { } line) return [new RuleAnswer.NotJudged(file.Subject, "line")];
        if (line.Value.Outfitters is not { } allocated) return [new RuleAnswer.NotJudged(file.Subject, "allocation")];
        var (severity, cause, more) = CauseOf(file, key);
        ImmutableArray<LocalizedNames> shares = [.. allocated.Select(o => o.Names), .. HoldersOf(file, file.Knowledge).Where(IsThere).Select(h => h.Names)];
        var evidence = Evidence.Of(
            ("kind", shares.IsEmpty ? "nobody" : null), ("outfitter", outfitter), ("line", file.Permit.Line),
            ("allocatedTo", EvidenceValue.List(shares.Distinct().Select(names => (EvidenceValue)names))));
        var law = LawRefs.Line(file.Permit.Concession, file.Permit.Year, file.Permit.Line ?? "", line);
        return [new RuleAnswer.Flagged(file.Subject, severity, cause, evidence.And(more), [law])];

        bool IsThere(Holder holder) => file.Permit.Ranges.Any(range => range.Contains(holder.From) || Has(holder, range.Start));
    }

    /// <summary>Whether by such a knowledge the outfitter has a share of the line, or the concession.</summary>
    private static bool Holds(PermitCase file, NameKey key, LawKnowledge knowledge) =>
        (file.Line?.As(knowledge)?.Value.Outfitters ?? []).Any(o => Is(key, o.Id, o.Names)) || HasConcession(file, key, knowledge);

    private static bool HasConcession(PermitCase file, NameKey key, LawKnowledge knowledge)
    {
        var periods = HoldersOf(file, knowledge).Where(h => Is(key, h.Id, h.Names)).ToList();
        return periods.Count > 0 && file.Permit.Ranges.All(range => Covers(periods, range));
    }

    /// <summary>A concession may be held in several periods: each day needs one of them.</summary>
    private static bool Covers(List<Holder> periods, DateInterval range)
    {
        for (var day = range.Start; day <= range.End;)
        {
            if (periods.FindAll(h => Has(h, day)) is not { Count: > 0 } here) return false;
            if (here.Exists(h => h.To is null || h.To >= range.End)) return true;
            day = here.Max(h => h.To!.Value).PlusDays(1);
        }

        return true;
    }

    private static ImmutableArray<Holder> HoldersOf(PermitCase file, LawKnowledge knowledge) => file.Law.Concession.Terms.As(knowledge)?.Value.Holders ?? [];

    private static bool Has(Holder holder, LocalDate day) => holder.From <= day && !(holder.To < day);

    private static bool Is(NameKey key, string id, LocalizedNames names) => NameKey.Of(id).Equals(key) || names.ByTag.Values.Any(name => NameKey.Of(name).Equals(key));

    private static (Severity Severity, FindingCause Cause, Evidence More) CauseOf(PermitCase file, NameKey key)
    {
        var acts = ActsOf(file).Where(act => act.RecordedAt <= file.Knowledge.KnownAt).OrderBy(act => act.PublishedOn).ToList();
        if (file.Permit.IssuedOn is not { } issued)
        {
            var ever = acts.Exists(act => Holds(file, key, file.Knowledge.AsPublishedBy(act.PublishedOn)));
            return (ever ? Severity.Notice : Severity.Violation, FindingCause.AtIssue, ever ? Evidence.Of(("issueDate", "unknown")) : Evidence.None);
        }

        var changed = Holds(file, key, file.KnowledgeAtIssue)
            ? acts.Find(act => act.PublishedOn > issued && !Holds(file, key, file.Knowledge.AsPublishedBy(act.PublishedOn)))
            : null;
        return changed is null
            ? (Severity.Violation, FindingCause.AtIssue, Evidence.None)
            : (Severity.Notice, FindingCause.LawChanged, Causes.Named(file, changed));
    }

    private static IEnumerable<PublishedLaw> ActsOf(PermitCase file) =>
    [
        .. file.Line!.Acts(LawKind.NationalQuota, line => LawRefs.Line(file.Permit.Concession, file.Permit.Year, file.Permit.Line ?? "", line)),
        .. file.Law.Concession.Terms.Acts(LawKind.ConcessionTerms, file.Law.Concession.TermsRef),
    ];
}
