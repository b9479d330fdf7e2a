using System.Collections.Concurrent;
using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Seasons;

/// <summary>
/// Answers on which days a taxon may be hunted in a zone: the union of the windows of every season for the taxon or one it
/// is part of, each only while its version is in force.
/// </summary>
/// <remarks>Safe for threads. A year's answer is computed once for each knowledge that sees other versions.</remarks>
public sealed class SeasonCalendar
{
    private readonly LawBook _law;
    private readonly LawMoments _moments;
    private readonly ConcurrentDictionary<(string Taxon, string? Zone, DateInterval Days, LawKnowledge Knowledge), SeasonYear> _known = new();

    internal SeasonCalendar(LawBook law, LawMoments moments) => (_law, _moments) = (law, moments);

    /// <summary>The open days within a hunting year.</summary>
    /// <param name="zone">A zone's id; null asks for days that are open in any zone (a permit that names none).</param>
    /// <param name="year">Days outside it are closed, whatever next year's season says.</param>
    public SeasonYear Of(string taxon, string? zone, DateInterval year, LawKnowledge knowledge) =>
        _known.GetOrAdd((taxon, zone, year, _moments.Settle(knowledge)), Compute);

    private SeasonYear Compute((string Taxon, string? Zone, DateInterval Days, LawKnowledge Knowledge) asked)
    {
        var tree = _law.Authority(asked.Knowledge).TaxonTree;
        var ruling = (
            from series in _law.Concession.Seasons
            from version in series.Value.During(asked.Days, asked.Knowledge)
            where tree.Covers(version.Value.Taxon, asked.Taxon) && (asked.Zone is null || version.Value.Covers(asked.Zone))
            select (Version: version, Ref: _law.Concession.SeasonRef(series.Key, version.Number, version.Basis))).ToList();
        return new SeasonYear(
            OpenSpan.Merge(ruling.SelectMany(r => SpansOf(r.Version, r.Ref, asked.Days))),
            [.. ruling.Select(r => r.Ref).OrderBy(r => r.Path, StringComparer.Ordinal)]);
    }

    private static IEnumerable<OpenSpan> SpansOf(LawVersion<SeasonTerms> version, LawRef law, DateInterval days)
    {
        var first = LocalDate.Max(version.ValidFrom, days.Start);
        var last = version.ValidTo is { } end ? LocalDate.Min(end, days.End) : days.End;
        return version.Value.Windows.SelectMany(window => window.Occurrences(new DateInterval(first, last)))
            .Select(open => new OpenSpan(LocalDate.Max(open.Start, first), LocalDate.Min(open.End, last), [law]));
    }
}
