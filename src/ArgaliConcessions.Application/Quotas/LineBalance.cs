using ArgaliConcessions.Domain.Harvests;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>
/// What stands on a quota line: row <c>b/{line}</c> of the ledger, changed in the same commit as the permit or harvest
/// that moves it.
/// </summary>
/// <param name="Issued">Animals on all permits ever issued on the line.</param>
/// <param name="Released">Of these, given back: revoked or returned without a take.</param>
/// <param name="Killed">Animals killed.</param>
/// <param name="Wounded">Animals wounded or lost and not recovered.</param>
/// <param name="Generation">The newest allocation that this ledger has taken or turned away; an older one comes too late.</param>
public sealed record LineBalance(int Issued, int Released, int Killed, int Wounded, int Generation)
{
    public static readonly LineBalance Empty = new(0, 0, 0, 0, 0);

    /// <summary>Animals that permits hold on the line.</summary>
    public int Held => Issued - Released;

    /// <summary>Animals still to be issued; negative where a line was oversold on paper or lowered by law.</summary>
    public int Remaining(int animals) => animals - Held;

    public LineBalance Issue(int animals) => this with { Issued = Issued + animals };

    public LineBalance Release(int animals) => this with { Released = Released + animals };

    /// <summary>Moves the takes by the difference that a harvest made to its permit's tally.</summary>
    public LineBalance Take(TakeTally before, TakeTally after) => this with
    {
        Killed = Killed + after.Killed - before.Killed,
        Wounded = Wounded + after.WoundedNotRecovered - before.WoundedNotRecovered,
    };
}
