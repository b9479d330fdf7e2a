using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Zones;

/// <summary>Answers which zones hold a point on a date.</summary>
public sealed class FindZonesAt(LawLibrary library, LegalCalendar calendar)
{
    /// <param name="lon">Degrees from -180 to 180.</param>
    /// <param name="lat">Degrees from -90 to 90.</param>
    public async Task<Outcome<IReadOnlyList<ZoneReading>>> RunAsync(double lon, double lat, LawQuery query, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Cached, cancellationToken) is not { } law) return LawRefusals.NoAuthority;
        var map = await library.MapAsync(LawFreshness.Cached, cancellationToken);
        var date = query.On ?? calendar.Today(law.Law);
        var zones = new List<ZoneReading>();
        foreach (var shape in map.AsKnown(query.Knowledge).At(lon, lat, date))
        {
            if (await ReadingAsync(shape, query, date, cancellationToken) is { } reading) zones.Add(reading);
        }

        return new Outcome<IReadOnlyList<ZoneReading>>.Done(zones);
    }

    private async Task<ZoneReading?> ReadingAsync(ZoneShape shape, LawQuery query, LocalDate date, CancellationToken cancellationToken)
    {
        var law = await library.ConcessionAsync(shape.Ref.Concession, LawFreshness.Cached, cancellationToken);
        if (law?.Concession.Zones.GetValueOrDefault(shape.Ref.Zone) is not { } series) return null;
        var version = VersionReading<ZoneTerms>.Of(shape.Ref.Concession, shape.Ref.Zone, series, query, date, calendar);
        // A version recorded this moment may be known to one copy and not yet to the other.
        return version?.Selected.Number == shape.Ref.Version ? new ZoneReading(version, shape.Boundary) : null;
    }
}
