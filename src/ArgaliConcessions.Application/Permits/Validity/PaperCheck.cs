using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Permits.Verdicts;

namespace ArgaliConcessions.Application.Permits.Validity;

/// <summary>Whether the paper in the inspector's hand is the permit's present one: a replacement voids the old paper, not the permit.</summary>
internal static class PaperCheck
{
    private const string Name = "paper";

    /// <summary>The verdict with this check before the others.</summary>
    public static Verdict Add(Verdict verdict, Permit permit, string paper)
    {
        var folded = Folding.Fold(paper);
        var isPresent = permit.Paper is { } present && PaperIndex.Fold(present) == folded;
        if (isPresent) return verdict with { Checks = verdict.Checks.Insert(0, new VerdictCheck(Name, CheckResult.Pass, null, null, Evidence.None)) };
        var voided = permit.VoidedPapers.Last(v => PaperIndex.Fold(v.Paper) == folded);
        var evidence = Evidence.Of(("voidedOn", voided.On), ("replacedBy", permit.Paper?.ToString()));
        return new Verdict(
            VerdictKind.NotValid, verdict.Scope,
            verdict.Checks.Insert(0, new VerdictCheck(Name, CheckResult.Fail, "paper-voided", null, evidence)),
            verdict.Kind == VerdictKind.NotValid ? verdict.NextStep : "ask-for-new-paper");
    }
}
