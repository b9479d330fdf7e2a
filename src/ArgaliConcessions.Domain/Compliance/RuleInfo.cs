using System.Collections.Immutable;

namespace ArgaliConcessions.Domain.Compliance;

/// <summary>What a rule is called and where it comes from.</summary>
/// <param name="Id"><c>R01</c> … as in the authority's list.</param>
/// <param name="Code">Stable kebab-case reason code that texts are keyed by, e.g. <c>out-of-season</c>; a refusal at issue bears the same.</param>
/// <param name="Sources">The law or documented case behind it.</param>
public sealed record RuleInfo(string Id, string Code, ImmutableArray<string> Sources)
{
    public bool Equals(RuleInfo? other) => other is not null && Id == other.Id && Code == other.Code && Sources.Same(other.Sources);

    public override int GetHashCode() => HashCode.Combine(Id, Code);
}
