using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>What a line and a national quota have in common when more is issued than they have.</summary>
internal static class Oversold
{
    /// <summary>The permits past the quota in order of issue: of the last ones, as many as hold the animals too many.</summary>
    public static ImmutableArray<IssuedPermit> PermitsPast(LineTally tally, int animals)
    {
        var (over, first) = (tally.Issued - animals, tally.LastIssued.Length);
        while (over > 0 && first > 0) over -= tally.LastIssued[--first].Animals;
        return tally.LastIssued[first..];
    }

    /// <summary><c>animals</c>, <c>issued</c>, <c>over</c>, <c>permits</c> (numbers past the quota, at most <see cref="LineTally.MaxListed"/>).</summary>
    public static Evidence Evidence(LineTally tally, int animals, ImmutableArray<IssuedPermit> past) => Law.Evidence.Of(
        ("animals", animals), ("issued", tally.Issued), ("over", tally.Issued - animals),
        ("permits", EvidenceValue.Texts(past.Select(p => p.Number))));
}
