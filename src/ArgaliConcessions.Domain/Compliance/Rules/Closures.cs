using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>What rules and verdict ask of closures.</summary>
internal static class Closures
{
    /// <summary>The closures that cover a day in at least one of the zones.</summary>
    /// <param name="zones">The zones that may have been hunted in; a null stands for any.</param>
    public static DayBan On(PermitCase file, LocalDate date, string taxon, IReadOnlyCollection<string?> zones, LawKnowledge knowledge)
    {
        var day = new DateInterval(date, date);
        var byZone = zones.Select(zone => file.Law.Closures.Covering(taxon, zone, day, knowledge).ToList()).ToList();
        return new DayBan([.. byZone.SelectMany(z => z).DistinctBy(c => c.Value.Id)], byZone.TrueForAll(z => z.Count > 0));
    }

    public static DateInterval Within(Closure closure, DateInterval range) => new(
        LocalDate.Max(closure.From, range.Start), closure.To is { } to ? LocalDate.Min(to, range.End) : range.End);

    /// <summary><c>closure</c> (the name of the first), <c>closures</c> (ids), <c>closedFrom</c>, <c>closedTo</c> (absent while not lifted).</summary>
    public static Evidence Evidence(IReadOnlyList<Revision<Closure>> closures) => Law.Evidence.Of(
        ("closure", closures[0].Value.Names),
        ("closures", EvidenceValue.Texts(closures.Select(c => c.Value.Id))),
        ("closedFrom", closures[0].Value.From),
        ("closedTo", closures[0].Value.To.AsEvidence()));
}

/// <param name="InEveryZone">Whether each of the zones asked about is covered by at least one.</param>
internal readonly record struct DayBan(ImmutableArray<Revision<Closure>> Closures, bool InEveryZone);
