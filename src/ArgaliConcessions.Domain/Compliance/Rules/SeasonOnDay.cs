using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// Whether one day is open for a permit: the function behind R02 and the verdict. Open in all of the zones asked about, in none,
/// or it depends on the zone.
/// </summary>
internal sealed record SeasonOnDay(DayAnswer Answer, SeasonYear Season, Evidence Evidence)
{
    /// <param name="zones">The zones that may have been hunted in; a null stands for any.</param>
    public static SeasonOnDay Judge(
        PermitCase file, HuntingYear year, LocalDate date, string taxon, IReadOnlyCollection<string?> zones, LawKnowledge knowledge)
    {
        var seasons = zones.Select(zone => file.Law.Seasons.Of(taxon, zone, year.Span, knowledge)).ToList();
        var closed = seasons.FindAll(season => season.SpanOf(date) is null);
        if (closed.Count == 0) return new SeasonOnDay(DayAnswer.Open, seasons[0], Law.Evidence.None);
        var span = closed[0].Uncovered(new DateInterval(date, date))[0];
        var evidence = ClosedDays.Evidence(closed[0], span)
            .And(Law.Evidence.Of(("huntingYear", year.Label), ("daysOutside", closed[0].DaysOutside(date) is { } days ? days : null)));
        return new SeasonOnDay(closed.Count == seasons.Count ? DayAnswer.Closed : DayAnswer.DependsOnZone, closed[0], evidence);
    }

    /// <summary>Those of the permit's zones that hold the position on the date; all of them where it tells nothing.</summary>
    public static IReadOnlyCollection<string?> ZonesAt(PermitCase file, GeoPosition? position, LocalDate date)
    {
        if (file.Permit.Zones.Length < 2 || position is null) return [.. file.ZonesOrAny];
        IReadOnlyList<string?> holding = [.. file.Law.Map.At(position.Lon, position.Lat, date)
            .Where(zone => zone.Ref.Concession == file.Law.Concession.Id).Select(zone => zone.Ref.Zone)
            .Intersect(file.Permit.Zones, StringComparer.Ordinal)];
        return holding.Count > 0 ? holding : [.. file.ZonesOrAny];
    }
}

/// <summary>How a day lies to the season.</summary>
internal enum DayAnswer { Open, Closed, DependsOnZone }
