namespace ArgaliConcessions.Domain.Zones.ReferenceSystems;

/// <summary>What a description of a reference system turned out to be.</summary>
/// <param name="System">The system; null when it is none of <see cref="KnownSystems"/>.</param>
/// <param name="Read">What was read, for people: the names of system and datum; a dash when it cannot be read at all.</param>
public sealed record WktReading(ReferenceSystem? System, string Read);

/// <summary>
/// Recognises reference systems by the well-known text (version 1, of ESRI and of OGC) that stands in a <c>.prj</c>: by datum, ellipsoid, prime meridian, units and the
/// parameters of the projection. Names alone prove nothing, and other programs write their own. A shift to WGS 84 that it states (TOWGS84) is not
/// obeyed: the deployment's own parameters rule.
/// </summary>
public static class WktReader
{
    private const double DegreesToRadians = Math.PI / 180;
    private const double LittleDegrees = 1e-9;
    private const double LittleMetres = 1e-3;
    private const int LongestName = 100;

    private static readonly string[] Wgs84Names = ["wgs1984", "wgs84", "worldgeodeticsystem1984"];
    private static readonly string[] PulkovoNames = ["pulkovo1942", "sk42", "systemofcoordinates1942"];
    private static readonly string[] Projections = ["gausskruger", "transversemercator"];

    public static WktReading Read(string wkt)
    {
        if (WktNode.Parse(wkt.Trim('\uFEFF', ' ', '\r', '\n', '\t', '\0')) is not { } root) return new WktReading(null, "–");
        var projected = root.Find("PROJCS");
        var geographic = (projected ?? root).Find("GEOGCS");
        return new WktReading(geographic is null ? null : SystemOf(projected, geographic), Said(root, geographic));
    }

    private static ReferenceSystem? SystemOf(WktNode? projected, WktNode geographic)
    {
        if (DatumOf(geographic) is not { } datum) return null;
        if (projected is null) return KnownSystems.All.FirstOrDefault(s => s.IsGeographic && s.Datum == datum);
        return PlaneOf(projected) is { } plane ? KnownSystems.All.FirstOrDefault(s => s.Datum == datum && s.Plane is { } known && AreSame(known, plane)) : null;
    }

    private static GeodeticDatum? DatumOf(WktNode geographic)
    {
        var degrees = geographic.Child("UNIT")?.Numbers is [var unit, ..] && Math.Abs(unit - DegreesToRadians) < 1e-10;
        var greenwich = geographic.Child("PRIMEM") is not { } meridian || meridian.Numbers is [0, ..];
        if (!degrees || !greenwich || geographic.Child("DATUM") is not { } datum) return null;
        if (datum.Child("SPHEROID")?.Numbers is not [var axis, var flattening, ..]) return null;
        var name = Plain(datum.Name);
        if (name.StartsWith('d')) name = name[1..];
        if (Wgs84Names.Contains(name) && axis == 6_378_137 && Math.Abs(flattening - 298.257223563) < 1e-6) return GeodeticDatum.Wgs84;
        return PulkovoNames.Contains(name) && axis == 6_378_245 && Math.Abs(flattening - 298.3) < 1e-9 ? GeodeticDatum.Pulkovo1942 : null;
    }

    /// <summary>The projection, when it is a transverse Mercator from the equator in metres.</summary>
    private static MapPlane? PlaneOf(WktNode projected)
    {
        if (projected.Child("PROJECTION") is not { } projection || !Projections.Contains(Plain(projection.Name))) return null;
        if (projected.Child("UNIT")?.Numbers is not [1, ..]) return null;
        var parameters = projected.Children.Where(c => c.Keyword == "PARAMETER" && c.Numbers.Length == 1).ToLookup(c => Plain(c.Name), c => c.Numbers[0], StringComparer.Ordinal);
        double? Parameter(string name, double? absent = null) => parameters[name].Cast<double?>().DefaultIfEmpty(absent).First();
        if (Parameter("latitudeoforigin", 0) != 0 || Parameter("falsenorthing", 0) != 0) return null;
        return Parameter("centralmeridian") is { } meridian && Parameter("falseeasting") is { } easting && Parameter("scalefactor", 1) is { } scale
            ? new MapPlane(meridian, easting, scale)
            : null;
    }

    private static bool AreSame(MapPlane one, MapPlane other) =>
        Math.Abs(one.CentralMeridian - other.CentralMeridian) < LittleDegrees && Math.Abs(one.FalseEasting - other.FalseEasting) < LittleMetres
        && Math.Abs(one.Scale - other.Scale) < LittleDegrees;

    private static string Said(WktNode root, WktNode? geographic)
    {
        var datum = geographic?.Child("DATUM")?.Name;
        var said = datum is null ? $"{root.Keyword} {root.Name}" : $"{root.Keyword} {root.Name}, DATUM {datum}";
        return Clean(said.Length > LongestName ? $"{said[..LongestName]}…" : said);
    }

    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
