using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Imports;

/// <summary>One row of a list as the harvest it becomes, and what the register holds of it.</summary>
/// <param name="Current">Null when it is new.</param>
public sealed record HarvestStep(PermitFile File, Harvest? Current, Harvest Next);

/// <summary>What a list of harvests changes in one ledger.</summary>
public sealed record HarvestPlan(
    ImmutableArray<HarvestStep> Steps, ImmutableArray<Harvest> Unchanged, ImmutableArray<VanishedRecord> Vanished, ImmutableArray<ListFault> Faults)
{
    /// <summary>What it will do to the register.</summary>
    public ImportCounts Counts => new(
        Steps.Count(s => s.Current is null), Steps.Count(s => s.Current is not null), Unchanged.Length, Vanished.Length,
        [.. Vanished.Take(ImportCounts.MaxListed)]);

    /// <summary>What has been done to the register since an instant, once nothing is left to do.</summary>
    public ImportCounts CountsSince(Instant since)
    {
        var mine = Unchanged.Where(h => h.RecordedAt >= since).ToList();
        var added = mine.Count(h => h.Version == 1);
        return Counts with { Added = added, Changed = mine.Count - added, Unchanged = Unchanged.Length - mine.Count };
    }
}
