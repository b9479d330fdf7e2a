using System.Collections.Immutable;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Domain.Harvests;

/// <summary>The outcomes of a permit as it keeps them beside itself.</summary>
public static class TakeSummaries
{
    /// <summary>One for each outcome, by id; the unsuccessful ones too, since they say that something was reported.</summary>
    public static ImmutableArray<TakeSummary> Of(IEnumerable<Harvest> harvests) =>
        [.. harvests.OrderBy(h => h.Id, StringComparer.Ordinal).Select(h => new TakeSummary(h.Id, h.On, h.Outcome, h.Taxon, h.FollowsUp))];
}
