namespace ArgaliConcessions.Domain.Zones;

/// <summary>The file that a zone version was read from, and how its coordinates became those of the register.</summary>
/// <param name="Sha256">Of the file's bytes as they were sent, lower-case hex.</param>
/// <param name="Format"><c>geojson</c>, <c>shapefile</c> or <c>kml</c>.</param>
/// <param name="ReferenceSystem">Code of the system that the file is in, as in <c>EPSG:28413</c>.</param>
/// <param name="Parameters">
/// The shift of datums that was used (<see cref="ReferenceSystems.DatumShift.ToString"/>: position vector); null where none was needed.
/// </param>
/// <param name="ParametersFrom">Where these parameters are from; null where there are none.</param>
public sealed record ZoneSource(string Sha256, string Format, string ReferenceSystem, string? Parameters = null, string? ParametersFrom = null);
