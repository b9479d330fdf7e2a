using System.Collections.Immutable;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>What one commit does to one line: the balance it leaves and the entry that says why.</summary>
/// <param name="line">The line's id.</param>
/// <param name="current">The balance as read for this commit; null when there is none yet.</param>
public sealed class LineMove(string line, Stored<LineBalance>? current)
{
    private readonly List<Posting> _postings = [];

    public LineMove Post(params IEnumerable<Posting> postings)
    {
        _postings.AddRange(postings);
        return this;
    }

    /// <summary>Balance and entry; nothing when nothing moves and the generation stays.</summary>
    /// <param name="generation">The generation of the allocation that the ledger takes or turns away with this commit; null for none.</param>
    public IEnumerable<ChainChange> Changes(Instant recordedAt, Actor actor, int? generation = null)
    {
        var before = current?.Value ?? LineBalance.Empty;
        var after = before with { Generation = generation ?? before.Generation };
        foreach (var posting in _postings) after = after.Plus(posting.Change);
        if (_postings.Count > 0)
        {
            after = after with { Entries = before.Entries + 1 };
            var entry = new LineEntry(after.Entries, [.. Opening(before), .. _postings], after.Amounts, recordedAt, actor.Subject);
            yield return new ChainChange(new RecordChange.Insert(LedgerRows.Entry(line, entry.Number), RecordJson.Write(entry)));
        }

        if (after != before) yield return new ChainChange(TypedRecords.Put(LedgerRows.Balance(line), current, after));
    }

    /// <summary>A register of before there were series has a balance without one: its first entry takes that over.</summary>
    private static ImmutableArray<Posting> Opening(LineBalance before) =>
        before.Entries == 0 && before.Amounts != default ? [new Posting(PostingKind.Correction, before.Amounts)] : [];
}
