using ArgaliConcessions.Application.Quotas.Reservations;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;
using NodaTime;

namespace ArgaliConcessions.Tests.Invariants;

/// <summary>What must be so besides once everybody has come to an end and the timers have had their time.</summary>
public static class SettledInvariants
{
    private static readonly string[] Unchained = ["paper/", "document/", "claims/", "pending", "duplicates", "jobs", "job/", "imported/", "import", "timers"];

    /// <summary>The breaches of a register in which nothing is under way.</summary>
    /// <param name="today">The date on which the timers came last; null where it was before the end of any reservation.</param>
    public static IEnumerable<Breach> Of(RegisterModel register, LocalDate? today = null) =>
        UnderWay(register).Concat(Allocations(register)).Concat(Claims(register)).Concat(Tags(register)).Concat(Reservations(register, today));

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
        register.Notes.Where(note => !IsOfReservation(note)).Select(note => new Breach("note-left", note))
            .Concat(register.Operations.Values.Select(o => new Breach("allocation-left", $"{o.Concession}/{o.Year}/{o.Line} to {o.Target.Animals}, generation {o.Generation}")))
            .Concat(register.Transfers.Values.Select(t => new Breach("transfer-left", $"{t.Animals} from {t.From.Concession}/{t.From.Line} to {t.To.Concession}/{t.To.Line}")));

    /// <summary>The note of a reservation stands until the day of its end, whatever became of it.</summary>
    private static bool IsOfReservation(string note) => note.Contains(ReservationNote.Kind, StringComparison.Ordinal);

    private static IEnumerable<Breach> Reservations(RegisterModel register, LocalDate? today) =>
        register.Ledgers.Values.SelectMany(l => l.Reservations.Values)
            .Where(r => r.Status == ReservationStatus.Open && r.Until < today)
            .Select(r => new Breach("reservation-not-ended", $"{r.Line}/{r.Id} was good until {r.Until}"));

    private static IEnumerable<Breach> Allocations(RegisterModel register)
    {
        foreach (var (row, quota) in register.Nationals)
        {
            var sum = RegisterInvariants.SumOfLines(register, quota);
            if (sum != quota.Allocated) yield return new Breach("allocated-is-not-the-sum", $"{row}: {quota.Allocated} are allocated, lines have {sum}");
        }
    }

    /// <summary>
    /// A tag is held by the permit that bears it and is live, or was ended with a take; one that a replacement took off is void, for ever.
    /// </summary>
    private static IEnumerable<Breach> Claims(RegisterModel register)
    {
        var permits = register.Ledgers.Values.SelectMany(l => l.Permits.Values).Where(p => p.Current is not null)
            .ToDictionary(p => p.Current!.Number, StringComparer.Ordinal);
        foreach (var (tag, claim) in register.Claims)
        {
            var holder = claim.Number is { } number ? permits.GetValueOrDefault(number) : null;
            if (claim.Number is null) yield return new Breach("claim-left", $"{tag} is still about to be held");
            else if (holder is null) yield return new Breach("tag-held-by-nobody", $"{tag} is held by {claim.Number}, which is not there");
            else if (claim.VoidedOn is null && !Keeps(holder, tag)) yield return new Breach("tag-not-freed", $"{tag} is held by {claim.Number}, which has given it back");
            else if (claim.VoidedOn is not null && !holder.Current!.VoidedTags.Any(v => Folding.Fold(v.Tag) == tag)) yield return new Breach("tag-void-for-nothing", $"{tag} is void, and {claim.Number} has not replaced it");
        }

        foreach (var permit in permits.Values)
        {
            foreach (var tag in permit.Current!.VoidedTags.Select(v => Folding.Fold(v.Tag)))
            {
                if (register.Claims.GetValueOrDefault(tag)?.VoidedOn is null) yield return new Breach("void-tag-free", $"{permit.Current.Number} has replaced {tag}, which is not void");
            }
        }
    }

    private static bool Keeps(PermitModel permit, string tag) =>
        permit.Current!.Tag is { } own && Folding.Fold(own) == tag && (permit.IsLive || permit.Hold.Takes.Animals > 0);

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
