global using NodaTime;
// The plain shape in which coordinates come in and go out: longitude before latitude, degrees, WGS84.
global using Polygons = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<(double Lon, double Lat)>>>;
