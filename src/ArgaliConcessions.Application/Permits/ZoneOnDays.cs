using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Permits;

/// <summary>A version of a zone that is in force on at least one of the days of a paper, its last day as later versions leave it.</summary>
/// <param name="Boundary">Null where its shape is not known.</param>
/// <param name="Throughout">Whether it is in force on all of the days.</param>
public sealed record ZoneOnDays(string Id, LawVersion<ZoneTerms> Version, Boundary? Boundary, bool Throughout)
{
    /// <summary>Versions that a paper shows at most; it says when there are more.</summary>
    public const int Most = 100;

    public bool IsClosed => Version.Value.Kind == ZoneKind.Closed;

    /// <summary>The versions of a concession's zones by id, then by first day, by all that is recorded.</summary>
    internal static IEnumerable<ZoneOnDays> Of(LawBook law, DateInterval days) =>
        law.Concession.Zones.OrderBy(z => z.Key, StringComparer.Ordinal).SelectMany(z => z.Value.During(days, LawKnowledge.Everything).Select(v => new ZoneOnDays(
            z.Key, v, law.Map.Find(law.Concession.Id, z.Key, LocalDate.Max(v.ValidFrom, days.Start))?.Boundary, v.ValidFrom <= days.Start && !(v.ValidTo < days.End))));

    /// <summary>The days of a span on which the version is in force.</summary>
    public DateInterval Within(DateInterval days) => new(
        LocalDate.Max(Version.ValidFrom, days.Start), Version.ValidTo is { } last ? LocalDate.Min(last, days.End) : days.End);
}
