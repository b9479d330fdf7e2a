using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Functions.Zones;
using NodaTime;

namespace ArgaliConcessions.Functions.Compliance.Reports;

/// <summary>A concession in a report.</summary>
/// <param name="Holder">Who held it on the day of the run.</param>
/// <param name="Quotas">Lines of the years judged: animals of the quota, issued, taken, wounded, left.</param>
public sealed record ConcessionAnswer(
    string Id, string Code, LocalizedNames Names, string Region, ConcessionStatus Status, Holder? Holder, RunTotals Totals,
    IReadOnlyList<ZoneAnswer> Zones, IReadOnlyList<SeasonAnswer> Seasons, IReadOnlyList<QuotaBar> Quotas)
{
    public static ConcessionAnswer Of(ReportConcession one) => new(
        one.Id, one.Terms.Code, one.Terms.Names, one.Terms.Region, one.Status, one.Holder, one.Totals,
        [.. one.Zones.Select(ZoneAnswer.Of)], [.. one.Seasons.Select(SeasonAnswer.Of)], one.Quotas);
}

/// <summary>A zone in a report.</summary>
/// <param name="InForce">Whether this version is in force on the day of the run; else it is the last one before it.</param>
public sealed record ZoneAnswer(string Id, LocalizedNames Names, ZoneKind Kind, int Version, LocalDate ValidFrom, LocalDate? ValidTo, bool InForce, double AreaHectares, GeometryWire? Geometry)
{
    public static ZoneAnswer Of(ReportZone zone) => new(
        zone.Id, zone.Version.Value.Names, zone.Version.Value.Kind, zone.Version.Number, zone.Version.ValidFrom, zone.Version.ValidTo, zone.InForce,
        Math.Round(zone.Version.Value.AreaHectares, 1), zone.Boundary is { } boundary ? new GeometryWire(boundary.Polygons) : null);
}

/// <summary>The open days of a taxon in a hunting year.</summary>
public sealed record SeasonAnswer(string Year, string Taxon, IReadOnlyList<DateInterval> Open, IReadOnlyList<ReportBan> Bans)
{
    public static SeasonAnswer Of(ReportSeason season) =>
        new(season.Year, season.Taxon, [.. season.Open.Select(span => new DateInterval(span.From, span.To))], season.Bans);
}
