using ArgaliConcessions.Application.Seasons;
using ArgaliConcessions.Domain.Law;
using NodaTime;

namespace ArgaliConcessions.Functions.Seasons;

/// <summary>A season that has an open window on the day asked about.</summary>
/// <param name="Window">The window's days around that day, both ends included.</param>
/// <param name="Open">Whether at least one zone is open.</param>
/// <param name="Zones">The open hunting zones.</param>
/// <param name="Closed">Zones that would be open but for a closure.</param>
public sealed record OpenSeasonAnswer(
    string Concession, string Season, int Version, string Taxon, bool Open, DateInterval Window, IReadOnlyList<string> Zones,
    IReadOnlyList<ClosedZoneAnswer> Closed, LegalBasis Basis)
{
    internal static OpenSeasonAnswer Of(OpenSeason season) => new(
        season.Concession, season.Season, season.Version.Number, season.Version.Value.Taxon, !season.Zones.IsEmpty, season.Window, season.Zones,
        [.. season.ClosedZones.OrderBy(z => z.Key, StringComparer.Ordinal).Select(z => new ClosedZoneAnswer(z.Key, z.Value.Value.Id, z.Value.Basis))],
        season.Version.Basis);
}

/// <summary>A zone and the closure that closes it.</summary>
public sealed record ClosedZoneAnswer(string Zone, string Closure, LegalBasis? Basis);
