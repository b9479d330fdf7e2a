using System.Collections.Immutable;

namespace ArgaliConcessions.Domain.Law;

/// <summary>All versions of one law, in the order of recording; answers which one ruled on a date.</summary>
public sealed class LawSeries<T>
{
    private readonly ImmutableArray<LawVersion<T>> _all;

    public LawSeries(IEnumerable<LawVersion<T>> all) => _all = [.. all.OrderBy(v => v.Number)];

    public IReadOnlyList<LawVersion<T>> All => _all;

    public LawVersion<T> Latest => _all[^1];

    /// <summary>
    /// The versions in force, by first day, as far as the knowledge reaches: corrected ones left out, each with its
    /// effective last day (the day before the next one begins, if that is earlier than its own).
    /// </summary>
    public IReadOnlyList<LawVersion<T>> InForce(LawKnowledge knowledge)
    {
        var newestByStart = _all.Where(v => knowledge.Counts(v.RecordedAt, v.Basis))
            .GroupBy(v => v.ValidFrom).Select(g => g.MaxBy(v => v.Number)!).OrderBy(v => v.ValidFrom).ToList();
        return [.. newestByStart.Select((v, i) => i + 1 < newestByStart.Count ? EndedBefore(v, newestByStart[i + 1].ValidFrom) : v)];
    }

    /// <summary>The version that ruled on a date; null when none did.</summary>
    public LawVersion<T>? On(LocalDate date, LawKnowledge knowledge) =>
        InForce(knowledge).LastOrDefault(v => v.ValidFrom <= date && (v.ValidTo is not { } to || date <= to));

    /// <summary>The versions that ruled on at least one day of a span, by first day.</summary>
    public IEnumerable<LawVersion<T>> During(DateInterval span, LawKnowledge knowledge) =>
        InForce(knowledge).Where(v => v.ValidFrom <= span.End && (v.ValidTo is not { } to || span.Start <= to));

    public LawSeries<T> With(LawVersion<T> next) => new(_all.Add(next));

    private static LawVersion<T> EndedBefore(LawVersion<T> version, LocalDate nextStart)
    {
        var dayBefore = nextStart.PlusDays(-1);
        return version.ValidTo is { } to && to <= dayBefore ? version : version with { ValidTo = dayBefore };
    }
}
