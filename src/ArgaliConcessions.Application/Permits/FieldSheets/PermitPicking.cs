using System.Collections.Immutable;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.FieldSheets;

/// <summary>Picks the permits of a sheet from those of its ledgers, and counts what it has no room for.</summary>
/// <param name="days">The days of the sheet.</param>
/// <param name="on">The day that states are told of, one of them.</param>
/// <param name="followUpDays">Days after a wounding on which it may be followed up.</param>
internal sealed class PermitPicking(DateInterval days, LocalDate on, int followUpDays)
{
    private readonly ImmutableArray<Permit>.Builder open = ImmutableArray.CreateBuilder<Permit>();
    private readonly ImmutableArray<Permit>.Builder ended = ImmutableArray.CreateBuilder<Permit>();
    private int openCount;
    private int endedCount;
    private int read;

    public LocalDate On => on;

    /// <summary>Looks at a permit; false when no more are looked at, and then the sheet says so.</summary>
    public bool Take(Permit permit)
    {
        if (++read > SheetPermits.MostRead) return false;
        if (!IsOfTheDays(permit)) return true;
        if (MayBeHuntedOn(permit)) Keep(permit, open, SheetPermits.MostOpen, ref openCount);
        else Keep(permit, ended, SheetPermits.MostEnded, ref endedCount);
        return true;
    }

    public SheetPermits Picked() => new(open.ToImmutable(), openCount, ended.ToImmutable(), endedCount, read <= SheetPermits.MostRead);

    /// <summary>A permit that states no days may be of any; one with a wounding may be followed up after its last day.</summary>
    private bool IsOfTheDays(Permit permit) =>
        permit.Ranges.IsEmpty || permit.Ranges.Any(r => r.Start <= days.End && days.Start <= r.End)
        || (TakeCount.Of(permit.Takes).WoundedOpen > 0
            && permit.Takes.Any(t => t.Outcome == HarvestOutcome.Wounded && t.On <= days.End && days.Start <= t.On.PlusDays(followUpDays)));

    /// <summary>On the sheet's day or, by a decision that is dated later, on another of its days. Nobody knows the takes of tomorrow.</summary>
    private bool MayBeHuntedOn(Permit permit) =>
        permit.StateOn(on) == PermitState.Issued
        || permit.StatusChanges.Any(c => on < c.From && c.From <= days.End && permit.StateOn(c.From) == PermitState.Issued);

    private static void Keep(Permit permit, ImmutableArray<Permit>.Builder list, int most, ref int count)
    {
        if (count++ < most) list.Add(permit);
    }
}
