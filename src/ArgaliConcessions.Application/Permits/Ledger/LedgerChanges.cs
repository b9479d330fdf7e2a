using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Ledger;

/// <summary>
/// The changes that a commit to a ledger is put together from. Whoever moves a permit or a harvest moves its line in the same
/// commit (<see cref="Quotas.LineMoves"/>).
/// </summary>
public static class LedgerChanges
{
    /// <summary>A new permit and its hunter's data: two personal rows.</summary>
    public static IEnumerable<ChainChange> NewPermit(Permit permit, HunterDetails hunter) =>
    [
        Personal(new RecordChange.Insert(LedgerRows.Permit(permit.Serial), RecordJson.Write(permit))),
        Personal(new RecordChange.Insert(LedgerRows.Hunter(permit.Serial), RecordJson.Write(hunter))),
    ];

    /// <summary>A new version of a permit; the old one is kept under its number.</summary>
    public static IEnumerable<ChainChange> NextVersion(Stored<Permit> current, Permit next) =>
    [
        Personal(new RecordChange.Insert(LedgerRows.PermitVersion(next.Serial, current.Value.Version), RecordJson.Write(current.Value))),
        SamePermit(current, next with { Version = current.Value.Version + 1 }),
    ];

    /// <summary>The permit with other takes: not a version of its own.</summary>
    public static ChainChange SamePermit(Stored<Permit> current, Permit next) =>
        Personal(TypedRecords.Put(LedgerRows.Permit(next.Serial), current, next));

    public static ChainChange Hunter(int serial, Stored<HunterDetails>? current, HunterDetails next) =>
        Personal(TypedRecords.Put(LedgerRows.Hunter(serial), current, next));

    /// <summary>A harvest, new or corrected; a corrected one's old version is kept under its number.</summary>
    public static IEnumerable<ChainChange> Harvest(int serial, Stored<Harvest>? current, Harvest next)
    {
        yield return new ChainChange(TypedRecords.Put(LedgerRows.Harvest(serial, next.Id), current, next));
        if (current is null) yield break;
        var kept = LedgerRows.HarvestVersion(serial, next.Id, current.Value.Version);
        yield return new ChainChange(new RecordChange.Insert(kept, RecordJson.Write(current.Value)));
    }

    private static ChainChange Personal(RecordChange change) => new(change, Personal: true);
}
