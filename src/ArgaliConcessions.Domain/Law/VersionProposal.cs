using System.Collections.Immutable;

namespace ArgaliConcessions.Domain.Law;

/// <summary>What becomes of a <see cref="VersionDraft{T}"/>: one of the nested cases.</summary>
public abstract record VersionProposal<T>
{
    private VersionProposal()
    {
    }

    /// <summary>Record it: the first version, or one that ends the version before it.</summary>
    /// <param name="Ends">The version that ends the day before; null when none ran on that day.</param>
    public sealed record Added(LawVersion<T> Version, LawVersion<T>? Ends) : VersionProposal<T>;

    /// <summary>Record it: it replaces <paramref name="Replaced"/>, which has the same first day; both are kept.</summary>
    public sealed record Corrected(LawVersion<T> Version, LawVersion<T> Replaced) : VersionProposal<T>;

    /// <summary>The register says so already: record nothing.</summary>
    public sealed record Unchanged(LawVersion<T> Version) : VersionProposal<T>;

    /// <summary>It would correct <paramref name="Replaced"/>, but says not why.</summary>
    public sealed record ReasonMissing(LawVersion<T> Replaced) : VersionProposal<T>;

    /// <summary>It contradicts versions that are recorded.</summary>
    /// <param name="With">The versions in its way, by first day; never empty.</param>
    public sealed record Conflict(VersionConflict Kind, ImmutableArray<LawVersion<T>> With) : VersionProposal<T>
    {
        public bool Equals(Conflict? other) => other is not null && Kind == other.Kind && With.SequenceEqual(other.With);

        public override int GetHashCode() => HashCode.Combine(Kind, With.Length);
    }
}

/// <summary>
/// <c>Earlier</c>: begins before the version that rules today; the past changes only by correction. <c>Overlap</c>: runs into a
/// planned version. <c>Gap</c>: ends before the planned version begins and leaves days without law.
/// </summary>
public enum VersionConflict { Earlier, Overlap, Gap }
