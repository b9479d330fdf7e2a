using System.Collections.Immutable;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Imports;

/// <summary>What a list changes in one ledger.</summary>
/// <param name="Vanished">Permits that an earlier list of the source held and this one does not; nothing is done to them.</param>
public sealed record PermitPlan(
    ImmutableArray<PermitDraft> Added, ImmutableArray<(Permit Permit, PermitDraft Draft)> Changed, ImmutableArray<Permit> Unchanged, ImmutableArray<Permit> Vanished)
{
    public bool IsEmpty => Added.IsEmpty && Changed.IsEmpty;

    /// <summary>
    /// Matches rows with the source's permits of the ledger by paper number. Of several with one number, those that say the
    /// same belong together first; the rest are paired in order; what is left over is added, or has vanished.
    /// </summary>
    public static PermitPlan Of(IEnumerable<Permit> known, IEnumerable<PermitDraft> drafts)
    {
        var plan = new Building();
        var byKey = known.ToLookup(KeyOf, StringComparer.Ordinal);
        var rows = drafts.ToLookup(d => d.Key, StringComparer.Ordinal);
        foreach (var group in rows) plan.Match([.. byKey[group.Key]], [.. group]);
        plan.Vanished.AddRange(byKey.Where(g => !rows.Contains(g.Key)).SelectMany(g => g));
        return plan.Build();
    }

    /// <summary>What it will do to the register.</summary>
    public ImportCounts Counts => new(Added.Length, Changed.Length, Unchanged.Length, Vanished.Length, Listed);

    /// <summary>What has been done to the register since an instant, once nothing is left to do.</summary>
    public ImportCounts CountsSince(Instant since)
    {
        var mine = Unchanged.Where(p => p.RecordedAt >= since).ToList();
        var added = mine.Count(p => p.Version == 1);
        return new ImportCounts(added, mine.Count - added, Unchanged.Length - mine.Count, Vanished.Length, Listed);
    }

    private ImmutableArray<VanishedRecord> Listed =>
        [.. Vanished.Take(ImportCounts.MaxListed).Select(p => new VanishedRecord(p.Number, p.Paper?.ToString()))];

    /// <summary>The number the list knows the permit by: that of its first paper, whatever replaced it since.</summary>
    private static string KeyOf(Permit permit) =>
        permit.VoidedPapers is [var first, ..] ? PaperIndex.Fold(first.Paper) : permit.Paper is { } paper ? PaperIndex.Fold(paper) : "";

    private sealed class Building
    {
        private readonly ImmutableArray<PermitDraft>.Builder _added = ImmutableArray.CreateBuilder<PermitDraft>();
        private readonly ImmutableArray<(Permit, PermitDraft)>.Builder _changed = ImmutableArray.CreateBuilder<(Permit, PermitDraft)>();
        private readonly ImmutableArray<Permit>.Builder _unchanged = ImmutableArray.CreateBuilder<Permit>();

        public ImmutableArray<Permit>.Builder Vanished { get; } = ImmutableArray.CreateBuilder<Permit>();

        public void Match(List<Permit> permits, List<PermitDraft> drafts)
        {
            foreach (var draft in drafts.ToList())
            {
                var same = permits.FindIndex(p => p.ImportContent == draft.Content);
                if (same < 0) continue;
                _unchanged.Add(permits[same]);
                permits.RemoveAt(same);
                drafts.Remove(draft);
            }

            _changed.AddRange(permits.Zip(drafts));
            _added.AddRange(drafts.Skip(permits.Count));
            Vanished.AddRange(permits.Skip(drafts.Count));
        }

        public PermitPlan Build() => new(_added.ToImmutable(), _changed.ToImmutable(), _unchanged.ToImmutable(), Vanished.ToImmutable());
    }
}
