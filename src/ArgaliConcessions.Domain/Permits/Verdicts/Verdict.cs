using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Permits.Verdicts;

/// <summary>The answer to a <see cref="VerdictQuestion"/>, with every check, passed ones too.</summary>
/// <param name="NextStep">
/// Kebab-case code of what to do now: <c>may-hunt</c>, <c>papers-in-order</c>, <c>carry-trophy</c>, <c>follow-up-only</c>, <c>leave-area</c>,
/// <c>no-hunting</c>, <c>measure-again</c>, <c>ask-office</c>.
/// </param>
public sealed record Verdict(VerdictKind Kind, VerdictScope Scope, ImmutableArray<VerdictCheck> Checks, string NextStep)
{
    public bool Equals(Verdict? other) =>
        other is not null && Kind == other.Kind && Scope == other.Scope && NextStep == other.NextStep && Checks.Same(other.Checks);

    public override int GetHashCode() => HashCode.Combine(Kind, Scope, NextStep);
}

/// <param name="Check"><c>status</c>, <c>dates</c>, <c>season</c>, <c>closure</c>, <c>concession</c>, <c>zones</c>, <c>zone</c>, <c>closedArea</c>, <c>otherConcession</c>, <c>animalsLeft</c>, <c>fee</c>.</param>
/// <param name="Code">Why it did not pass: the code of the rule that the sweep knows it by, or of what is missing; null for a pass.</param>
/// <param name="Law">The version that decided, where one did.</param>
public sealed record VerdictCheck(string Check, CheckResult Result, string? Code, LawRef? Law, Evidence Evidence);

/// <summary><c>NotValid</c> outranks <c>CannotTell</c>.</summary>
public enum VerdictKind { Valid, NotValid, CannotTell }

/// <summary><c>Papers</c>: without a position; a road post lies outside every zone. <c>Hunting</c>: here and now.</summary>
public enum VerdictScope { Papers, Hunting }

public enum CheckResult { Pass, Fail, CannotTell, NotAsked }
