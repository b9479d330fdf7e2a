using System.Collections.Immutable;

namespace ArgaliConcessions.Domain;

/// <summary>Equality of lists by what is in them: an immutable array compares by reference, records that hold one must not.</summary>
internal static class Sequences
{
    public static bool Same<T>(this ImmutableArray<T> one, ImmutableArray<T> other) =>
        one.IsDefaultOrEmpty ? other.IsDefaultOrEmpty : !other.IsDefaultOrEmpty && one.AsSpan().SequenceEqual(other.AsSpan());
}
