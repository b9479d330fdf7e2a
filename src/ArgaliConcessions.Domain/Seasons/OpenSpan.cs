using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Seasons;

/// <summary>Days without interruption on which hunting is open, both ends included.</summary>
/// <param name="Laws">The season versions behind it.</param>
public sealed record OpenSpan(LocalDate From, LocalDate To, ImmutableArray<LawRef> Laws)
{
    public bool Contains(LocalDate date) => From <= date && date <= To;

    public bool Equals(OpenSpan? other) => other is not null && From == other.From && To == other.To && Laws.Same(other.Laws);

    public override int GetHashCode() => HashCode.Combine(From, To);

    /// <summary>Spans that overlap or follow each other without a closed day between, made one.</summary>
    internal static ImmutableArray<OpenSpan> Merge(IEnumerable<OpenSpan> spans)
    {
        var merged = ImmutableArray.CreateBuilder<OpenSpan>();
        foreach (var span in spans.OrderBy(s => s.From).ThenBy(s => s.To))
        {
            if (merged.Count > 0 && span.From <= merged[^1].To.PlusDays(1)) merged[^1] = Joined(merged[^1], span);
            else merged.Add(span);
        }

        return merged.ToImmutable();
    }

    private static OpenSpan Joined(OpenSpan one, OpenSpan next) =>
        new(one.From, LocalDate.Max(one.To, next.To), [.. one.Laws.Union(next.Laws)]);
}
