using System.Collections.Concurrent;
using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Seasons;

/// <summary>Answers which dated bans cover a taxon in a zone of the concession.</summary>
/// <remarks>
/// The lists of a closure narrow it one after the other: one that names a region and a zone covers that zone only if it lies in
/// that region. Safe for threads.
/// </remarks>
public sealed class ClosureBook
{
    private readonly LawBook _law;
    private readonly LawMoments _moments;
    private readonly ConcurrentDictionary<LawKnowledge, ImmutableArray<Revision<Closure>>> _known = new();

    internal ClosureBook(LawBook law, LawMoments moments) => (_law, _moments) = (law, moments);

    /// <summary>The closures in force on at least one of the days, by id.</summary>
    /// <param name="taxon">A ban on a taxon covers all that is part of it.</param>
    /// <param name="zone">A zone's id; null leaves out closures that name zones, since it cannot be told whether they are meant.</param>
    public IEnumerable<Revision<Closure>> Covering(string taxon, string? zone, DateInterval days, LawKnowledge knowledge)
    {
        var candidates = _known.GetOrAdd(_moments.Settle(knowledge), OfConcession);
        return candidates.IsEmpty ? [] : candidates.Where(c => IsInForce(c.Value, days) && CoversZone(c.Value, zone) && CoversTaxon(c.Value, taxon, knowledge));
    }

    private ImmutableArray<Revision<Closure>> OfConcession(LawKnowledge knowledge)
    {
        var region = (_law.Concession.Terms.As(knowledge with { PublishedBy = null }) ?? _law.Concession.Terms.All[0]).Value.Region;
        return [.. _law.National.Closures.OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => c.Value.As(knowledge)).OfType<Revision<Closure>>()
            .Where(c => Names(c.Value.Concessions, _law.Concession.Id) && Names(c.Value.Regions, region))];
    }

    private static bool IsInForce(Closure closure, DateInterval days) => closure.From <= days.End && !(closure.To < days.Start);

    private bool CoversZone(Closure closure, string? zone) =>
        closure.Zones.IsEmpty || (zone is not null && closure.Zones.Contains($"{_law.Concession.Id}/{zone}", StringComparer.Ordinal));

    private bool CoversTaxon(Closure closure, string taxon, LawKnowledge knowledge)
    {
        var tree = _law.Authority(knowledge).TaxonTree;
        return closure.Taxa.IsEmpty || closure.Taxa.Any(ruled => tree.Covers(ruled, taxon));
    }

    private static bool Names(ImmutableArray<string> named, string id) => named.IsEmpty || named.Contains(id, StringComparer.Ordinal);
}
