using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>Days of a permit on which a zone that it names is no hunting zone of its concession.</summary>
/// <param name="Kind"><c>unknown</c>: the concession has no such zone; <c>closed</c>: it is closed ground; <c>not-in-force</c>: on these days it is no zone.</param>
internal sealed record ZoneFault(string Zone, string Kind, ImmutableArray<DateInterval> Days, ImmutableArray<LawRef> Laws)
{
    /// <summary>Null where it is a hunting zone on every day of the ranges.</summary>
    public static ZoneFault? Find(PermitCase file, string zone, ImmutableArray<DateInterval> ranges, LawKnowledge knowledge)
    {
        if (!file.Law.Concession.Zones.TryGetValue(zone, out var series)) return new ZoneFault(zone, "unknown", ranges, []);
        ImmutableArray<DateInterval> without = [.. ranges.SelectMany(range => DaysWithout(series, range, knowledge))];
        if (without.IsEmpty) return null;
        var ruling = ranges.SelectMany(range => series.During(range, knowledge)).DistinctBy(v => v.Number).ToList();
        var kind = ruling.Exists(v => v.Value.Kind == ZoneKind.Closed) ? "closed" : "not-in-force";
        return new ZoneFault(zone, kind, without, [.. ruling.Select(v => file.Law.Concession.ZoneRef(zone, v.Number, v.Basis))]);
    }

    private static IEnumerable<DateInterval> DaysWithout(LawSeries<ZoneTerms> series, DateInterval range, LawKnowledge knowledge)
    {
        var at = range.Start;
        foreach (var version in series.During(range, knowledge).Where(v => v.Value.Kind == ZoneKind.Hunting))
        {
            if (at < version.ValidFrom) yield return new DateInterval(at, version.ValidFrom.PlusDays(-1));
            if (version.ValidTo is not { } to || to >= range.End) yield break;
            at = to.PlusDays(1);
        }

        if (at <= range.End) yield return new DateInterval(at, range.End);
    }
}
