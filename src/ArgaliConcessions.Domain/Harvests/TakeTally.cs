using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Domain.Harvests;

/// <summary>What one permit's outcomes count on its quota line: <see cref="TakeCount"/> without what only rules ask about.</summary>
/// <param name="Killed">Animals in hand; one that was wounded first and found dead later counts once.</param>
/// <param name="WoundedNotRecovered">Animals hit whose end no later outcome settles.</param>
public sealed record TakeTally(int Killed, int WoundedNotRecovered)
{
    public static readonly TakeTally None = new(0, 0);

    /// <summary>Animals that count against permit and quota.</summary>
    public int Animals => Killed + WoundedNotRecovered;

    public static TakeTally Of(IEnumerable<Harvest> harvests) => Of(TakeCount.Of(harvests));

    public static TakeTally Of(IEnumerable<TakeSummary> takes) => Of(TakeCount.Of(takes));

    private static TakeTally Of(TakeCount count) => new(count.Killed, count.WoundedNotRecovered);
}
