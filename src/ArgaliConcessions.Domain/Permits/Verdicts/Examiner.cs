using System.Collections.Immutable;

namespace ArgaliConcessions.Domain.Permits.Verdicts;

/// <summary>
/// Goes through an inspector's checklist. Every check that the sweep has a rule for asks the same function and answers with the same code.
/// </summary>
public static class Examiner
{
    public static Verdict Examine(VerdictQuestion question)
    {
        ImmutableArray<VerdictCheck> checks =
        [
            PaperChecks.Status(question), PaperChecks.Dates(question), DayChecks.Season(question), DayChecks.Closure(question),
            DayChecks.Concession(question), DayChecks.Zones(question), .. PlaceChecks.All(question),
            PaperChecks.AnimalsLeft(question), PaperChecks.Fee(question),
        ];
        var kind = KindOf(checks);
        var scope = question.Position is null ? VerdictScope.Papers : VerdictScope.Hunting;
        return new Verdict(kind, scope, checks, NextSteps.After(kind, scope, checks));
    }

    private static VerdictKind KindOf(ImmutableArray<VerdictCheck> checks)
    {
        if (checks.Any(check => check.Result == CheckResult.Fail)) return VerdictKind.NotValid;
        return checks.Any(check => check.Result == CheckResult.CannotTell) ? VerdictKind.CannotTell : VerdictKind.Valid;
    }
}
