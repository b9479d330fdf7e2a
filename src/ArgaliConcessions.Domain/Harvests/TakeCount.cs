using System.Collections.Immutable;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Domain.Harvests;

/// <summary>How many animals a permit's harvests took. The one count behind ledger, rules and verdict.</summary>
/// <remarks>
/// A wounding (or loss) that a later harvest settles by <c>followsUp</c> is that harvest's animal. Only one harvest can settle
/// it: a second kill that names the same wounding is a second animal. Unsuccessful hunts take nothing.
/// </remarks>
/// <param name="Killed">Animals in hand.</param>
/// <param name="Lost">Animals hit and given up.</param>
/// <param name="WoundedOpen">Animals hit whose outcome is still open.</param>
/// <param name="Certain">
/// The fewest animals that these can be. An open wounding may be the animal of a kill or loss on the same or a later day that
/// names none; one after them all is another animal.
/// </param>
/// <param name="Counted">Ids of the harvests that each stand for an animal, by date and id.</param>
public sealed record TakeCount(int Killed, int Lost, int WoundedOpen, int Certain, ImmutableArray<string> Counted)
{
    /// <summary>What counts against a quota beside the killed: hit, not recovered.</summary>
    public int WoundedNotRecovered => Lost + WoundedOpen;

    /// <summary>The most animals that these can be: what counts against a quota.</summary>
    public int Possible => Killed + WoundedNotRecovered;

    public static TakeCount Of(IEnumerable<Harvest> harvests) => Of(harvests.Select(h => new Take(h.Id, h.On, h.Outcome, h.FollowsUp)));

    public static TakeCount Of(IEnumerable<TakeSummary> takes) => Of(takes.Select(t => new Take(t.Harvest, t.On, t.Outcome, t.FollowsUp)));

    private static TakeCount Of(IEnumerable<Take> takes)
    {
        var counted = TakeLinks.Unsettled(takes);
        var open = counted.Where(t => t.Outcome == HarvestOutcome.Wounded).ToList();
        var killed = counted.Count(t => t.Outcome == HarvestOutcome.Killed);
        var lost = counted.Count - killed - open.Count;
        var lastSettled = counted.Where(t => t.Outcome != HarvestOutcome.Wounded).Select(t => (LocalDate?)t.On).Max();
        var another = open.Exists(wounding => !(wounding.On <= lastSettled)) ? 1 : 0;
        return new TakeCount(killed, lost, open.Count, killed + lost + another, [.. counted.Select(t => t.Id)]);
    }

    public bool Equals(TakeCount? other) =>
        other is not null && Killed == other.Killed && Lost == other.Lost && WoundedOpen == other.WoundedOpen
        && Certain == other.Certain && Counted.Same(other.Counted);

    public override int GetHashCode() => HashCode.Combine(Killed, Lost, WoundedOpen, Certain);
}
