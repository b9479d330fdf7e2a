using System.Collections.Immutable;
using ArgaliConcessions.Domain.Compliance.Rules;

namespace ArgaliConcessions.Domain.Compliance;

/// <summary>All rules that there are, in the order of the authority's list. They hold no state.</summary>
public static class RuleBook
{
    public static ImmutableArray<IPermitRule> PermitRules { get; } =
    [
        new OutOfSeason(), new HarvestOutOfSeason(), new OutsideZone(), new InClosedArea(), new UnderMoratorium(), new IssuedBeforeQuota(),
        new IssuedAfterHunt(), new FeeNotPaid(), new ConcessionNotActive(), new InOtherConcession(), new OutfitterWithoutAllocation(),
        new SecondAnimal(), new NumberOrTagTwice(), new OtherAnimal(), new UnderAge(), new NoReport(), new WoundedWithoutFollowUp(),
        new UnusedNotReturned(), new DocumentTwice(), new IssuedToHimself(), new ZoneNotOfConcession(), new OutsidePermitDates(),
        new WhileSuspendedOrRevoked(), new TagOutOfOrder(),
    ];

    /// <summary>What a clerk checks before a permit is issued; the quota line is checked by the ledger in the same commit (R06).</summary>
    public static ImmutableArray<IPermitRule> AtIssue { get; } = [.. PermitRules.Where(rule => rule.ChecksAtIssue)];

    public static ImmutableArray<ILineRule> LineRules { get; } = [new OversoldLine(), new OvertakenLine(), new AboveSurveyCeiling()];

    public static ImmutableArray<INationalRule> NationalRules { get; } = [new OversoldNationally(), new OverAllocated(), new OvertakenNationally(), new AboveSurveyCeilingNationally()];

    public static ImmutableArray<IZoneRule> ZoneRules { get; } = [new ZoneOverlap()];

    /// <summary>What each rule is called, by code.</summary>
    public static ImmutableArray<RuleInfo> Infos { get; } =
    [
        .. PermitRules.Select(rule => rule.Info), .. LineRules.Select(rule => rule.Info),
        .. NationalRules.Select(rule => rule.Info), .. ZoneRules.Select(rule => rule.Info),
    ];
}
