namespace ArgaliConcessions.Application.Compliance.Runs;

/// <summary>A night of the authority.</summary>
/// <param name="Date">The local date on which it sweeps.</param>
/// <param name="Began">The instant of the sweep's hour on that date.</param>
public sealed record SweepNight(LocalDate Date, Instant Began)
{
    /// <summary>The last night that has come by an instant.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="zone">The authority's time zone.</param>
    /// <param name="at">The local time of the sweep; where a clock change skips it, the first moment after the gap.</param>
    public static SweepNight Last(Instant now, DateTimeZone zone, LocalTime at)
    {
        var today = now.InZone(zone).Date;
        var night = On(today, zone, at);
        return night.Began <= now ? night : On(today.PlusDays(-1), zone, at);
    }

    private static SweepNight On(LocalDate date, DateTimeZone zone, LocalTime at) => new(date, zone.AtLeniently(date + at).ToInstant());
}
