using System.Collections.Immutable;

namespace ArgaliConcessions.Application.Imports.Tables;

/// <summary>How the headers and words of somebody's lists are to be understood; what it does not name is understood as without it.</summary>
/// <param name="Columns">Canonical column by header; null for a header that is passed over on purpose.</param>
/// <param name="Words">By canonical column: a word of the register by the word that stands in the list.</param>
/// <param name="Fixed">By canonical column: what stands in every row whose own cell is empty or not there.</param>
public sealed record ListMapping(
    ImmutableSortedDictionary<string, string?> Columns,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Words,
    ImmutableSortedDictionary<string, string> Fixed)
{
    public static readonly ListMapping None = new(
        ImmutableSortedDictionary<string, string?>.Empty, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>.Empty, ImmutableSortedDictionary<string, string>.Empty);

    public bool Equals(ListMapping? other) =>
        other is not null && Columns.SequenceEqual(other.Columns) && Fixed.SequenceEqual(other.Fixed)
        && Words.Count == other.Words.Count && Words.Zip(other.Words).All(p => p.First.Key == p.Second.Key && p.First.Value.SequenceEqual(p.Second.Value));

    public override int GetHashCode() => HashCode.Combine(Columns.Count, Words.Count, Fixed.Count);
}
