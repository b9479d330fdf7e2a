using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Domain.Harvests;

/// <summary>How many animals one permit's outcomes come to.</summary>
/// <param name="Killed">Animals killed; one that was wounded first and found dead later counts once.</param>
/// <param name="WoundedNotRecovered">Animals wounded or lost whose end no kill settles.</param>
/// <remarks>
/// Outcomes that name one another by <c>followsUp</c> are one animal, whichever way round and however often: counting
/// by chain means that no circle of follow-ups can make an animal vanish. Each kill is an animal of its own, though.
/// </remarks>
public sealed record TakeTally(int Killed, int WoundedNotRecovered)
{
    public static readonly TakeTally None = new(0, 0);

    /// <summary>Animals that count against permit and quota.</summary>
    public int Animals => Killed + WoundedNotRecovered;

    public static TakeTally Of(IEnumerable<Harvest> harvests) => Count([.. harvests.Select(h => new Link(h.Id, h.Outcome, h.FollowsUp))]);

    public static TakeTally Of(IEnumerable<TakeSummary> takes) => Count([.. takes.Select(t => new Link(t.Harvest, t.Outcome, t.FollowsUp))]);

    private static TakeTally Count(IReadOnlyList<Link> links)
    {
        var (killed, wounded) = (0, 0);
        foreach (var animal in Animalwise(links))
        {
            var kills = animal.Count(l => l.Outcome == HarvestOutcome.Killed);
            killed += kills;
            if (kills == 0 && animal.Any(l => l.Outcome is HarvestOutcome.Wounded or HarvestOutcome.Lost)) wounded++;
        }

        return new TakeTally(killed, wounded);
    }

    private static IEnumerable<IGrouping<string, Link>> Animalwise(IReadOnlyList<Link> links)
    {
        var chain = links.ToDictionary(l => l.Id, l => l.Id, StringComparer.Ordinal);
        foreach (var link in links.Where(l => l.FollowsUp is not null && chain.ContainsKey(l.FollowsUp)))
        {
            var (from, to) = (chain[link.Id], chain[link.FollowsUp!]);
            foreach (var id in links.Select(l => l.Id).Where(id => chain[id] == from)) chain[id] = to;
        }

        return links.GroupBy(l => chain[l.Id], StringComparer.Ordinal);
    }

    private readonly record struct Link(string Id, HarvestOutcome Outcome, string? FollowsUp);
}
