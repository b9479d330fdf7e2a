using System.Collections.Immutable;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Http.Bodies;
using NodaTime;

namespace ArgaliConcessions.Functions.Law;

/// <summary>What the wire shapes of the law have in common.</summary>
internal static class LawWire
{
    public const int LongestReason = 1000;

    /// <summary>Said only where it is so.</summary>
    public static bool? Provisional(bool provisional) => provisional ? true : null;

    /// <summary>A list of ids where absence means all. An empty list would mean all too, which nobody expects: it is a fault.</summary>
    public static ImmutableArray<string> IdsOrAll(this BodyReader body, string name, int most) =>
        body.Has(name) ? [.. body.Ids(name, most, minCount: 1)] : [];

    /// <summary>The list as it is answered: absent for all.</summary>
    public static IReadOnlyList<string>? OrAll(ImmutableArray<string> ids) => ids.IsEmpty ? null : ids;
}

/// <summary>A version in the history that answers carry.</summary>
/// <param name="ValidTo">The last day that the version itself states; a later version may have ended it earlier.</param>
public sealed record VersionSummary(
    int Version, LocalDate ValidFrom, LocalDate? ValidTo, LocalDate PublishedOn, Instant RecordedAt, int? Corrects, string? Reason)
{
    internal static IReadOnlyList<VersionSummary> Of<T>(VersionReading<T> reading) =>
        [.. reading.Series.All.Select(v => new VersionSummary(v.Number, v.ValidFrom, v.ValidTo, v.Basis.PublishedOn, v.RecordedAt, v.Corrects, v.Reason))];
}
