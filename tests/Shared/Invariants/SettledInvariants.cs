using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Tests.Invariants;

/// <summary>What must be so besides once everybody has come to an end and the timers have had their time.</summary>
public static class SettledInvariants
{
    private static readonly string[] Unchained = ["paper/", "claims/", "pending", "duplicates", "jobs", "job/", "imported/", "import", "timers"];

    /// <summary>The breaches of a register in which nothing is under way.</summary>
    public static IEnumerable<Breach> Of(RegisterModel register) =>
        UnderWay(register).Concat(Allocations(register)).Concat(Claims(register)).Concat(Tags(register));

    /// <summary>Whether a partition has a chain of audit events.</summary>
    public static bool IsChained(string partition) => !Unchained.Any(start => start.EndsWith('/') ? partition.StartsWith(start, StringComparison.Ordinal) : partition == start);

    /// <summary>The faults of the chains.</summary>
    public static async Task<IReadOnlyList<Breach>> OfChainsAsync(IRecordStore store, IEnumerable<string> partitions)
    {
        var breaches = new List<Breach>();
        foreach (var partition in partitions.Where(IsChained))
        {
            var faults = await new ChainVerifier(store).VerifyAsync(partition, CancellationToken.None);
            breaches.AddRange(faults.Select(f => new Breach("chain-broken", $"{f.Partition} {f.Row}: {f.Kind}")));
        }

        return breaches;
    }

    private static IEnumerable<Breach> UnderWay(RegisterModel register) =>
        register.Notes.Select(note => new Breach("note-left", note))
            .Concat(register.Operations.Values.Select(o => new Breach("allocation-left", $"{o.Concession}/{o.Year}/{o.Line} to {o.Target.Animals}, generation {o.Generation}")));

    private static IEnumerable<Breach> Allocations(RegisterModel register)
    {
        foreach (var (row, quota) in register.Nationals)
        {
            var sum = RegisterInvariants.SumOfLines(register, quota);
            if (sum != quota.Allocated) yield return new Breach("allocated-is-not-the-sum", $"{row}: {quota.Allocated} are allocated, lines have {sum}");
        }
    }

    /// <summary>
    /// A tag is held by the permit that bears it. (One that was revoked may still hold it, when its process died before the tag was
    /// freed: a known limit, which costs a tag and never gives one out twice.)
    /// </summary>
    private static IEnumerable<Breach> Claims(RegisterModel register)
    {
        var bearers = register.Ledgers.Values.SelectMany(l => l.Permits.Values).Where(p => p.Current?.Tag is not null)
            .ToDictionary(p => p.Current!.Number, p => Folding.Fold(p.Current!.Tag!), StringComparer.Ordinal);
        foreach (var (tag, claim) in register.Claims)
        {
            if (claim.Number is null) yield return new Breach("claim-left", $"{tag} is still about to be held");
            else if (bearers.GetValueOrDefault(claim.Number) != tag) yield return new Breach("tag-held-by-nobody", $"{tag} is held by {claim.Number}, which does not bear it");
        }
    }

    private static IEnumerable<Breach> Tags(RegisterModel register)
    {
        foreach (var permit in register.Ledgers.Values.SelectMany(l => l.Permits.Values))
        {
            if (permit is not { IsLive: true, Current.Tag: { } tag }) continue;
            if (register.Claims.GetValueOrDefault(Folding.Fold(tag))?.Number != permit.Current.Number)
                yield return new Breach("tag-lost", $"{permit.Current.Number} bears {tag} and does not hold it");
        }
    }
}
