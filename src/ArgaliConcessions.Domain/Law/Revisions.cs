using System.Collections.Immutable;

namespace ArgaliConcessions.Domain.Law;

/// <summary>One recorded state of something whose dates, if any, are part of its content (a concession, closure, quota).</summary>
/// <param name="Number">1, 2, 3, … without gap.</param>
/// <param name="RecordedAt">When the register came to know it.</param>
public sealed record Revision<T>(int Number, Instant RecordedAt, LegalBasis? Basis, T Value, string? Reason = null);

/// <summary>All revisions of one thing: each replaces the one before, none is lost.</summary>
public sealed class Revisions<T>
{
    private readonly ImmutableArray<Revision<T>> _all;

    /// <exception cref="ArgumentException">Empty, or the numbers do not run 1, 2, 3, …</exception>
    public Revisions(IEnumerable<Revision<T>> all)
    {
        _all = [.. all.OrderBy(r => r.Number)];
        if (_all.IsEmpty || _all.Where((r, i) => r.Number != i + 1).Any())
        {
            throw new ArgumentException("Revisions run 1, 2, 3, … without gap.", nameof(all));
        }
    }

    public IReadOnlyList<Revision<T>> All => _all;

    public Revision<T> Latest => _all[^1];

    /// <summary>The newest revision that counts; null when none does.</summary>
    public Revision<T>? As(LawKnowledge knowledge) => _all.LastOrDefault(r => knowledge.Counts(r.RecordedAt, r.Basis));

    internal IEnumerable<(Instant RecordedAt, LegalBasis? Basis)> Moments() => _all.Select(r => (r.RecordedAt, r.Basis));

    internal IEnumerable<PublishedLaw> Acts(LawKind kind, Func<Revision<T>, LawRef> name) =>
        _all.Where(r => r.Basis is not null).Select(r => new PublishedLaw(kind, name(r), r.Basis!.PublishedOn, r.RecordedAt));

    public Revisions<T> With(Revision<T> next) => new(_all.Add(next));
}
