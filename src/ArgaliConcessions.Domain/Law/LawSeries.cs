using System.Collections.Immutable;

namespace ArgaliConcessions.Domain.Law;

/// <summary>All versions of one law, in the order of recording; answers which one ruled on a date.</summary>
public sealed class LawSeries<T>
{
    private readonly ImmutableArray<LawVersion<T>> _all;
    private readonly ImmutableArray<LawVersion<T>> _inForceByAll;

    public LawSeries(IEnumerable<LawVersion<T>> all)
    {
        _all = [.. all.OrderBy(v => v.Number)];
        _inForceByAll = Timeline(_all);
    }

    public IReadOnlyList<LawVersion<T>> All => _all;

    public LawVersion<T> Latest => _all[^1];

    /// <summary>
    /// The versions in force, by first day, as far as the knowledge reaches: corrected ones left out, each with its
    /// effective last day (the day before the next one begins, if that is earlier than its own).
    /// </summary>
    public IReadOnlyList<LawVersion<T>> InForce(LawKnowledge knowledge) => Timeline(knowledge);

    /// <summary>The version that ruled on a date; null when none did.</summary>
    public LawVersion<T>? On(LocalDate date, LawKnowledge knowledge) =>
        Timeline(knowledge).LastOrDefault(v => v.ValidFrom <= date && (v.ValidTo is not { } to || date <= to));

    /// <summary>The versions that ruled on at least one day of a span, by first day.</summary>
    public IEnumerable<LawVersion<T>> During(DateInterval span, LawKnowledge knowledge) =>
        Timeline(knowledge).Where(v => v.ValidFrom <= span.End && (v.ValidTo is not { } to || span.Start <= to));

    /// <summary>
    /// Decides what a draft would do to this series. A later first day ends the running version the day before; the same
    /// first day is a correction and needs a reason; an earlier one, or a gap before or overlap with a planned version, is a
    /// conflict. A gap after a version that states its own end is none: that act ended it.
    /// </summary>
    /// <param name="today">Tells the version that rules from those that are planned.</param>
    /// <exception cref="ArgumentException">The draft ends before it begins.</exception>
    public VersionProposal<T> Propose(VersionDraft<T> draft, LocalDate today, Instant recordedAt)
    {
        if (draft.ValidTo < draft.ValidFrom) throw new ArgumentException("A version ends on or after its first day.", nameof(draft));
        var stated = Stated(_all);
        var replaced = stated.FirstOrDefault(v => v.ValidFrom == draft.ValidFrom);
        if (replaced is not null && SaysTheSame(replaced, draft)) return new VersionProposal<T>.Unchanged(replaced);
        if (ConflictOf(draft, stated, today, replaced) is { } conflict) return conflict;
        if (replaced is not null && string.IsNullOrWhiteSpace(draft.Reason)) return new VersionProposal<T>.ReasonMissing(replaced);
        var version = draft.AsVersion(_all.Length + 1, recordedAt, replaced);
        return replaced is null
            ? new VersionProposal<T>.Added(version, On(draft.ValidFrom, LawKnowledge.Everything))
            : new VersionProposal<T>.Corrected(version, replaced);
    }

    internal IEnumerable<(Instant RecordedAt, LegalBasis? Basis)> Moments() =>
        _all.Select(v => (v.RecordedAt, (LegalBasis?)v.Basis));

    internal IEnumerable<PublishedLaw> Acts(LawKind kind, Func<LawVersion<T>, LawRef> name) =>
        _all.Select(v => new PublishedLaw(kind, name(v), v.Basis.PublishedOn, v.RecordedAt));

    public LawSeries<T> With(LawVersion<T> next) => new(_all.Add(next));

    private ImmutableArray<LawVersion<T>> Timeline(LawKnowledge knowledge) =>
        _all.All(v => knowledge.Counts(v.RecordedAt, v.Basis))
            ? _inForceByAll
            : Timeline(_all.Where(v => knowledge.Counts(v.RecordedAt, v.Basis)));

    private static ImmutableArray<LawVersion<T>> Timeline(IEnumerable<LawVersion<T>> counting)
    {
        var stated = Stated(counting);
        return [.. stated.Select((v, i) => i + 1 < stated.Count ? EndedBefore(v, stated[i + 1].ValidFrom) : v)];
    }

    /// <summary>The newest version of each first day, with the end that it states itself, by first day.</summary>
    private static List<LawVersion<T>> Stated(IEnumerable<LawVersion<T>> counting) =>
        [.. counting.GroupBy(v => v.ValidFrom).Select(g => g.MaxBy(v => v.Number)!).OrderBy(v => v.ValidFrom)];

    private bool SaysTheSame(LawVersion<T> stated, VersionDraft<T> draft)
    {
        // Whoever sends back what he read sends the effective end.
        var effective = On(stated.ValidFrom, LawKnowledge.Everything)!;
        return (draft.ValidTo == stated.ValidTo || draft.ValidTo == effective.ValidTo)
            && draft.Basis == stated.Basis && EqualityComparer<T>.Default.Equals(draft.Value, stated.Value);
    }

    private static VersionProposal<T>.Conflict? ConflictOf(
        VersionDraft<T> draft, List<LawVersion<T>> stated, LocalDate today, LawVersion<T>? replaced)
    {
        var running = stated.LastOrDefault(v => v.ValidFrom <= today);
        if (replaced is null && running is not null && draft.ValidFrom < running.ValidFrom)
        {
            return new(VersionConflict.Earlier, [.. stated.Where(v => v.ValidFrom > draft.ValidFrom)]);
        }

        if (stated.FirstOrDefault(v => v.ValidFrom > draft.ValidFrom) is not { } next) return null;
        var lastFreeDay = next.ValidFrom.PlusDays(-1);
        // A correction that states no end keeps the end that the next version gives it.
        if (draft.ValidTo > lastFreeDay || (draft.ValidTo is null && replaced is null))
        {
            return new(VersionConflict.Overlap, [.. stated.Where(v => v.ValidFrom > draft.ValidFrom && !(v.ValidFrom > draft.ValidTo))]);
        }

        return draft.ValidTo < lastFreeDay && !(replaced?.ValidTo == draft.ValidTo) ? new(VersionConflict.Gap, [next]) : null;
    }

    private static LawVersion<T> EndedBefore(LawVersion<T> version, LocalDate nextStart)
    {
        var dayBefore = nextStart.PlusDays(-1);
        return version.ValidTo is { } to && to <= dayBefore ? version : version with { ValidTo = dayBefore };
    }
}
