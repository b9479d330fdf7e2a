using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Concessions;

/// <summary>A right to hunt over a ground, with its dated holders, tenure and status.</summary>
/// <param name="Code">2 to 8 of <c>[A-Z0-9]</c>, for ever; part of every permit number.</param>
/// <param name="Region">The authority's id of the region; closures may name it.</param>
/// <param name="TimeZone">IANA zone where it differs from the authority's (Mongolia has two).</param>
/// <param name="Succeeds">Ids of the concessions that this one came from.</param>
public sealed record ConcessionTerms(
    string Code, LocalizedNames Names, string Region, ImmutableArray<Holder> Holders, Tenure Tenure,
    ImmutableArray<ConcessionStatusChange> Status, ImmutableArray<string> Succeeds, string? TimeZone = null)
{
    /// <summary>
    /// What the concession was on a date: <see cref="ConcessionStatus.NotBegun"/> or <see cref="ConcessionStatus.Ended"/>
    /// outside the tenure, else the last status change on or before it, else active.
    /// </summary>
    public ConcessionStatus On(LocalDate date)
    {
        if (date < Tenure.From) return ConcessionStatus.NotBegun;
        if (Tenure.To is { } to && date > to) return ConcessionStatus.Ended;
        return Status.Where(s => s.From <= date).MaxBy(s => s.From)?.Status ?? ConcessionStatus.Active;
    }

    /// <summary>The days of a span on which the concession was not active, with what it was instead, by first day.</summary>
    public IEnumerable<(DateInterval Days, ConcessionStatus Status)> InactiveDuring(DateInterval span)
    {
        var starts = Status.Select(s => s.From).Append(Tenure.From).Concat(Tenure.To is { } to ? [to.PlusDays(1)] : [])
            .Where(day => span.Start < day && day <= span.End).Append(span.Start).Distinct().Order().ToList();
        for (var i = 0; i < starts.Count; i++)
        {
            var last = i + 1 < starts.Count ? starts[i + 1].PlusDays(-1) : span.End;
            if (On(starts[i]) is var status and not ConcessionStatus.Active) yield return (new DateInterval(starts[i], last), status);
        }
    }

    public bool Equals(ConcessionTerms? other) =>
        other is not null && Code == other.Code && Names.Equals(other.Names) && Region == other.Region && Tenure == other.Tenure
        && TimeZone == other.TimeZone && Holders.Same(other.Holders) && Status.Same(other.Status) && Succeeds.Same(other.Succeeds);

    public override int GetHashCode() => HashCode.Combine(Code, Region, Tenure, Holders.Length, Status.Length);
}

/// <summary>Who held the concession; both dates included.</summary>
public sealed record Holder(string Id, LocalizedNames Names, LocalDate From, LocalDate? To, LegalBasis? Basis);

/// <summary>How long the right runs; both dates included.</summary>
public sealed record Tenure(LocalDate From, LocalDate? To);

public sealed record ConcessionStatusChange(LocalDate From, ConcessionStatus Status, LegalBasis? Basis);

/// <summary><c>NotBegun</c> is only computed, never recorded.</summary>
public enum ConcessionStatus { Active, Suspended, Ended, NotBegun }
