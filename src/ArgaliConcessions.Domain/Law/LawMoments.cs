using System.Collections.Immutable;

namespace ArgaliConcessions.Domain.Law;

/// <summary>
/// The instants and dates at which what counts as law changes. Between two of them every <see cref="LawKnowledge"/> sees the
/// same versions, so that answers can be kept for few knowledges however many instants are asked about.
/// </summary>
internal sealed class LawMoments
{
    private readonly ImmutableArray<Instant> _recorded;
    private readonly ImmutableArray<LocalDate> _published;

    public LawMoments(IEnumerable<(Instant RecordedAt, LegalBasis? Basis)> versions)
    {
        var all = versions.ToList();
        _recorded = [.. all.Select(v => v.RecordedAt).Distinct().Order()];
        _published = [.. all.Where(v => v.Basis is not null).Select(v => v.Basis!.PublishedOn).Distinct().Order()];
    }

    /// <summary>The earliest knowledge that sees the very same versions.</summary>
    public LawKnowledge Settle(LawKnowledge knowledge) => new(
        LastUpTo(_recorded, knowledge.KnownAt, Instant.MinValue),
        knowledge.PublishedBy is { } by ? LastUpTo(_published, by, LocalDate.MinIsoValue) : null);

    private static T LastUpTo<T>(ImmutableArray<T> sorted, T limit, T none)
    {
        var at = sorted.BinarySearch(limit);
        if (at < 0) at = ~at - 1;
        return at < 0 ? none : sorted[at];
    }
}
