namespace ArgaliConcessions.Domain.Zones;

/// <summary>Where someone is or was, measured against a permit's zones.</summary>
/// <param name="Lon">Degrees from -180 to 180.</param>
/// <param name="Lat">Degrees from -90 to 90.</param>
/// <param name="AccuracyMetres">
/// What the device gave as its accuracy (a radius of about 68 %). Null, negative or not a number means unknown: then 50 m are assumed.
/// </param>
/// <param name="Date">The legal date whose zones count.</param>
/// <param name="Concession">The permit's concession.</param>
/// <param name="PermitZones">Ids of the permit's zones in that concession. The version in force on <paramref name="Date"/> counts.</param>
public sealed record PositionQuestion(
    double Lon, double Lat, double? AccuracyMetres, LocalDate Date, string Concession, IReadOnlyList<string> PermitZones)
{
    /// <summary>Whether these are numbers and a place on earth.</summary>
    public static bool IsPlace(double lon, double lat) => lon is >= -180 and <= 180 && lat is >= -90 and <= 90;

    /// <summary>Whether no usable accuracy was given.</summary>
    public bool AccuracyUnknown => AccuracyMetres is not >= 0;
}
