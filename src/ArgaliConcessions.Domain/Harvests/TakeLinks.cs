namespace ArgaliConcessions.Domain.Harvests;

internal readonly record struct Take(string Id, LocalDate On, HarvestOutcome Outcome, string? FollowsUp);

/// <summary>Finds which takes are settled by later ones.</summary>
internal static class TakeLinks
{
    /// <summary>Takes that no other one settles, by date and id.</summary>
    public static List<Take> Unsettled(IEnumerable<Take> all)
    {
        var takes = InOrder(all);
        if (!takes.Exists(t => t.FollowsUp is not null)) return takes;
        var settledBy = SettledBy(takes);
        return takes.FindAll(t => !settledBy.ContainsKey(t.Id));
    }

    /// <summary>The takes that a later one settles, each with the id of the one that does.</summary>
    public static IReadOnlyDictionary<string, string> Settled(IEnumerable<Take> all) => SettledBy(InOrder(all));

    private static List<Take> InOrder(IEnumerable<Take> all) =>
        [.. all.Where(t => t.Outcome != HarvestOutcome.Unsuccessful).OrderBy(t => t.On).ThenBy(t => t.Id, StringComparer.Ordinal)];

    private static Dictionary<string, string> SettledBy(List<Take> takes)
    {
        var settledBy = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var take in takes.Where(t => t.FollowsUp is not null))
        {
            if (takes.Find(t => t.Id == take.FollowsUp) is { Id: not null } target && Settles(take, target, settledBy)) settledBy[target.Id] = take.Id;
        }

        return settledBy;
    }

    private static bool Settles(Take take, Take target, Dictionary<string, string> settledBy) =>
        target.Outcome is HarvestOutcome.Wounded or HarvestOutcome.Lost && target.On <= take.On
        && !settledBy.ContainsKey(target.Id) && !LeadsTo(take.Id, target.Id, settledBy);

    /// <summary>Two woundings that name each other would settle one another and vanish.</summary>
    private static bool LeadsTo(string from, string to, Dictionary<string, string> settledBy)
    {
        for (string? at = from; at is not null; at = settledBy.GetValueOrDefault(at))
        {
            if (at == to) return true;
        }

        return false;
    }
}
