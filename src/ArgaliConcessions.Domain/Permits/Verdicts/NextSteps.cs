using System.Collections.Immutable;

namespace ArgaliConcessions.Domain.Permits.Verdicts;

/// <summary>What the inspector tells the party.</summary>
internal static class NextSteps
{
    private static readonly string[] OfPlace = ["zone", "closedArea", "otherConcession"];

    public static string After(VerdictKind kind, VerdictScope scope, ImmutableArray<VerdictCheck> checks) => kind switch
    {
        VerdictKind.Valid => scope == VerdictScope.Hunting ? "may-hunt" : "papers-in-order",
        VerdictKind.NotValid => WhenNotValid([.. checks.Where(check => check.Result == CheckResult.Fail)]),
        _ => checks.Where(check => check.Result == CheckResult.CannotTell).All(IsOfPlace) ? "measure-again" : "ask-office",
    };

    /// <summary>A used permit still covers its trophy on the way home, even after its dates and when it is closed; a suspended or revoked one does not.</summary>
    private static string WhenNotValid(List<VerdictCheck> failed)
    {
        if (failed.Find(check => check.Check == "status") is { } status) return status is { Code: "permit-closed" } && HasKind(status) ? "carry-trophy" : "no-hunting";
        if (failed.Find(check => check.Check == "animalsLeft") is { } used)
        {
            return HasKind(used) ? "follow-up-only" : "carry-trophy";
        }

        return failed.TrueForAll(IsOfPlace) ? "leave-area" : "no-hunting";
    }

    private static bool HasKind(VerdictCheck check) => check.Evidence.Values.ContainsKey("kind");

    private static bool IsOfPlace(VerdictCheck check) => OfPlace.Contains(check.Check, StringComparer.Ordinal);
}
