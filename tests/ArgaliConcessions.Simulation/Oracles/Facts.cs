using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Simulation.Engine;
using ArgaliConcessions.Storage;

namespace ArgaliConcessions.Simulation.Oracles;

/// <summary>What clients were told: what was acknowledged is there and stays, what was refused left nothing behind.</summary>
public sealed class Facts(SimulatedStore store)
{
    private readonly Dictionary<(string Partition, string Row), List<(string What, Func<ReadOnlyMemory<byte>, bool> Holds)>> kept = [];
    private readonly Dictionary<string, string> marks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> refused = new(StringComparer.Ordinal);

    /// <summary>Facts that are held to.</summary>
    public int Count { get; private set; }

    /// <summary>Something was acknowledged that a row must say from now on.</summary>
    /// <param name="holds">Of the row's payload, as it stands now and whenever it changes.</param>
    public Breach? Keep(string partition, string row, string what, Func<ReadOnlyMemory<byte>, bool> holds)
    {
        var key = (partition, row);
        if (!kept.TryGetValue(key, out var facts)) kept[key] = facts = [];
        facts.Add((what, holds));
        Count++;
        return Judge(partition, row, what, holds);
    }

    /// <summary>A request was refused for good: nothing that bears its mark may be there, or come.</summary>
    public Breach? Refuse(string mark, string what)
    {
        refused[mark] = what;
        return marks.GetValueOrDefault(mark) is { } place ? Visible(mark, place) : null;
    }

    /// <summary>A request that was refused is made again.</summary>
    public void Forget(string mark) => refused.Remove(mark);

    /// <summary>Whether something with the mark was ever recorded.</summary>
    public bool IsVisible(string mark) => marks.ContainsKey(mark);

    /// <summary>The breaches that a changed row makes.</summary>
    public IEnumerable<Breach> Check(RowChange change)
    {
        foreach (var (what, holds) in kept.GetValueOrDefault((change.Partition, change.Row)) ?? [])
        {
            if (Judge(change.Partition, change.Row, what, holds) is { } breach) yield return breach;
        }

        if (change.After is null) yield break;
        foreach (var mark in Marks.Of(change.Partition, change.Row, change.After.Payload))
        {
            marks.TryAdd(mark, $"{change.Partition} {change.Row}");
            if (refused.ContainsKey(mark)) yield return Visible(mark, marks[mark]);
        }
    }

    /// <summary>The breaches of all facts.</summary>
    public IEnumerable<Breach> CheckAll() =>
        kept.SelectMany(k => k.Value.Select(f => Judge(k.Key.Partition, k.Key.Row, f.What, f.Holds))).OfType<Breach>();

    private Breach? Judge(string partition, string row, string what, Func<ReadOnlyMemory<byte>, bool> holds)
    {
        var record = store.Find(KeyEncoder.Encode(partition), KeyEncoder.Encode(row));
        return record is not null && holds(record.Payload) ? null : new Breach("acknowledged-and-lost", $"{what} ({partition} {row}{(record is null ? " is gone" : "")})");
    }

    private Breach Visible(string mark, string place) => new("refused-and-visible", $"{refused[mark]}, and it is in {place}");
}

/// <summary>By what a request is known again in the rows that it makes: a name, a reason or an act that no other request has.</summary>
public static class Marks
{
    /// <summary>The marks in a row; none in rows that no request marks.</summary>
    public static IEnumerable<string> Of(string partition, string row, ReadOnlyMemory<byte> payload)
    {
        var path = row.Split('/');
        return (partition.Split('/'), row.Split('/')) switch
        {
            (["ledger", _, _], ["p", _]) => OfPermit(RecordJson.Read<Permit>(payload)),
            (["ledger", _, _], ["l", _, _]) => OfAct(RecordJson.Read<LineRow>(payload).Revision.Basis),
            (["ledger", _, _], ["r", _, _]) => [RecordJson.Read<Reservation>(payload).For],
            ([Partitions.Law], ["q", _, _, _]) => OfAct(RecordJson.Read<Revision<NationalQuota>>(payload).Basis),
            _ => [],
        };
    }

    private static IEnumerable<string> OfPermit(Permit permit) =>
        permit.StatusChanges.Select(c => c.Reason).Concat(permit.VoidedPapers.Select(v => v.Reason))
            .Concat(permit.VoidedTags.Select(v => v.Reason)).Concat(permit.Amendments.Select(a => a.Reason)).Prepend(permit.Hunter.Names.In("en"));

    private static IEnumerable<string> OfAct(LegalBasis? basis) => basis is null ? [] : [basis.Number];
}
