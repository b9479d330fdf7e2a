using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Tests.Invariants;

/// <summary>What must be so after every commit, whoever made it and whatever is under way. To add one: a method, and its line in a list.</summary>
public static class RegisterInvariants
{
    /// <summary>What one ledger must keep to.</summary>
    private static readonly (string Name, Func<LedgerModel, IEnumerable<string>> Breaches)[] OfLedgers =
    [
        ("line-oversold", Oversold),
        ("balance-differs", Balances),
        ("series-differs", Series),
        ("takes-differ", Takes),
        ("answer-leads-nowhere", Answers),
    ];

    /// <summary>What the register as a whole must keep to.</summary>
    private static readonly (string Name, Func<RegisterModel, IEnumerable<string>> Breaches)[] OfAll =
    [
        ("national-quota-passed", National),
        ("allocated-differs", Allocated),
        ("line-above-its-allocation", LinesCovered),
        ("number-twice", Numbers),
        ("tag-twice", Tags),
    ];

    /// <summary>The breaches of a ledger by itself.</summary>
    public static IEnumerable<Breach> Of(LedgerModel ledger) =>
        OfLedgers.SelectMany(i => i.Breaches(ledger).Select(what => new Breach(i.Name, $"{ledger.Concession}/{ledger.Year}: {what}")));

    /// <summary>The breaches of what lies in several partitions.</summary>
    public static IEnumerable<Breach> Across(RegisterModel register) =>
        OfAll.SelectMany(i => i.Breaches(register).Select(what => new Breach(i.Name, what)));

    /// <summary>All breaches.</summary>
    public static IEnumerable<Breach> Of(RegisterModel register) => register.Ledgers.Values.SelectMany(Of).Concat(Across(register));

    /// <summary>
    /// Live permits never have more animals than the line. (What a line holds may pass it: a take that is reported of a
    /// revoked permit takes its place again, since facts are never refused; R06 flags it.)
    /// </summary>
    private static IEnumerable<string> Oversold(LedgerModel ledger)
    {
        foreach (var (line, row) in ledger.Lines)
        {
            var (live, has) = (0, row.Revision.Value.Animals);
            foreach (var permit in ledger.Permits.Values)
            {
                if (permit.IsLive && permit.Current!.Line == line) live += permit.Current.Animals;
            }

            var reserved = Reserved(ledger, line);
            if (live + reserved > has) yield return $"line {line} has {has} animals, {live} are on live permits and {reserved} reserved";
        }
    }

    /// <summary>What a line keeps is what its revision, its reservations and its permits come to, counted anew.</summary>
    private static IEnumerable<string> Balances(LedgerModel ledger)
    {
        foreach (var line in ledger.Lines.Keys.Union(ledger.Balances.Keys))
        {
            var kept = (ledger.Balances.GetValueOrDefault(line) ?? LineBalance.Empty).Amounts;
            var counted = new LineAmounts(ledger.Lines.GetValueOrDefault(line)?.Revision.Value.Animals ?? 0, Reserved(ledger, line));
            foreach (var permit in ledger.Permits.Values)
            {
                if (permit.Current?.Line == line) counted += permit.Hold.Amounts;
            }

            if (counted != kept) yield return $"line {line} keeps {kept}, counted are {counted}";
        }
    }

    /// <summary>The entries of a line have no gap, and each says what stands after it; the last one what the balance says.</summary>
    private static IEnumerable<string> Series(LedgerModel ledger)
    {
        foreach (var line in ledger.Series.Keys.Union(ledger.Balances.Keys))
        {
            var (number, sum) = (0, default(LineAmounts));
            foreach (var entry in ledger.Series.GetValueOrDefault(line)?.Values ?? Enumerable.Empty<LineEntry>())
            {
                sum = entry.Postings.Aggregate(sum, (so, posting) => so + posting.Change);
                if (entry.Number != ++number) yield return $"line {line} has an entry {entry.Number} in the place of {number}";
                if (entry.Balance != sum) yield return $"line {line}: entry {number} says {entry.Balance}, the postings come to {sum}";
            }

            var kept = ledger.Balances.GetValueOrDefault(line) ?? LineBalance.Empty;
            if (kept.Amounts != sum || kept.Entries != number) yield return $"line {line} keeps {kept}, its {number} entries come to {sum}";
        }
    }

    private static int Reserved(LedgerModel ledger, string line) =>
        ledger.Reservations.Values.Where(r => r.Line == line && r.Status == ReservationStatus.Open).Sum(r => r.Animals);

    private static IEnumerable<string> Takes(LedgerModel ledger)
    {
        foreach (var permit in ledger.Permits.Values)
        {
            if (permit.Current is null) yield return "rows of a permit that is not there";
            else if (permit.Harvests.Count != permit.Current.Takes.Length || !permit.Current.Takes.SequenceEqual(TakeSummaries.Of(permit.Harvests.Values)))
                yield return $"{permit.Current.Number} keeps {permit.Current.Takes.Length} takes that are not those of its {permit.Harvests.Count} harvests";
        }
    }

    private static IEnumerable<string> Answers(LedgerModel ledger) => ledger.Answers.Values
        .Where(kept => !(ledger.Permits.GetValueOrDefault(kept.Serial)?.Current?.Version >= kept.Version))
        .Select(kept => $"an answer is kept of version {kept.Version} of permit {kept.Serial}, which is not there");

    private static IEnumerable<string> National(RegisterModel register)
    {
        foreach (var (row, quota) in register.Nationals)
        {
            var sum = SumOfLines(register, quota);
            var most = quota.Current.Value.AcceptedOverAllocation is null ? quota.Current.Value.Animals : quota.Allocated;
            if (sum > most) yield return $"{row}: lines have {sum} animals together, the quota is {quota.Current.Value.Animals}";
            if (quota.Allocated > Math.Max(most, quota.Current.Value.Animals)) yield return $"{row}: {quota.Allocated} are allocated of {quota.Current.Value.Animals}";
        }
    }

    private static IEnumerable<string> Allocated(RegisterModel register)
    {
        foreach (var (row, quota) in register.Nationals)
        {
            var counted = register.Allocations.Where(a => a.Key.StartsWith(row + "/l/", StringComparison.Ordinal)).Sum(a => a.Value.Counted);
            if (counted != quota.Allocated) yield return $"{row}: {quota.Allocated} are allocated, the lines are counted with {counted}";
        }
    }

    private static IEnumerable<string> LinesCovered(RegisterModel register)
    {
        foreach (var ledger in register.Ledgers.Values)
        {
            foreach (var (line, row) in ledger.Lines)
            {
                var allocation = register.Allocations.GetValueOrDefault(QuotaRows.Allocation(ledger.Year, row.QuotaTaxon, ledger.Concession, line));
                var counted = allocation?.Counted ?? 0;
                if (row.Revision.Value.Animals > counted)
                    yield return $"{ledger.Concession}/{ledger.Year}/{line} has {row.Revision.Value.Animals} animals and is counted with {counted}";
            }
        }
    }

    private static IEnumerable<string> Numbers(RegisterModel register) => Twice(
        register, permit => permit.Current?.Number);

    /// <summary>A pending claim does not make a tag live; a permit that can be hunted on does.</summary>
    private static IEnumerable<string> Tags(RegisterModel register) => Twice(
        register, permit => permit is { IsLive: true, Current.Tag: { } tag } ? Folding.Fold(tag) : null);

    private static IEnumerable<string> Twice(RegisterModel register, Func<PermitModel, string?> of)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var permit in register.Ledgers.Values.SelectMany(l => l.Permits.Values))
        {
            if (of(permit) is { } value && !seen.TryAdd(value, permit.Current!.Number)) yield return $"{value} is on {seen[value]} and {permit.Current.Number}";
        }
    }

    internal static int SumOfLines(RegisterModel register, NationalQuotaRow quota) => register.Ledgers.Values
        .Where(l => l.Year == quota.Current.Value.Year).SelectMany(l => l.Lines.Values)
        .Where(l => l.QuotaTaxon == quota.Current.Value.Taxon).Sum(l => l.Revision.Value.Animals);
}
