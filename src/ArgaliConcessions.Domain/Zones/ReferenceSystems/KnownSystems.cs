using System.Globalization;
using System.Text.RegularExpressions;

namespace ArgaliConcessions.Domain.Zones.ReferenceSystems;

/// <summary>
/// The reference systems that files of zones may be in. Codes, names and parameters are those of the EPSG register; axes are east before north in all of
/// them, as files have them, whatever that register says of the order.
/// </summary>
public static partial class KnownSystems
{
    private const int FirstZone = 11;
    private const double UtmScale = 0.9996;
    private const double HalfMillion = 500_000;

    public static ReferenceSystem Wgs84 { get; } = new("EPSG:4326", "WGS 84", GeodeticDatum.Wgs84);

    public static ReferenceSystem Pulkovo1942 { get; } = new("EPSG:4284", "Pulkovo 1942", GeodeticDatum.Pulkovo1942);

    /// <summary>
    /// WGS 84; UTM 41N to 46N on it; Pulkovo 1942; its Gauss-Krüger zones 11 to 15, by number (the number before the easting) and by central meridian (no number).
    /// </summary>
    public static IReadOnlyList<ReferenceSystem> All { get; } =
    [
        Wgs84,
        .. Enumerable.Range(41, 6).Select(Utm),
        Pulkovo1942,
        .. Enumerable.Range(FirstZone, 5).Select(GaussKruger),
        .. Enumerable.Range(FirstZone, 5).Select(GaussKrugerByMeridian),
    ];

    /// <summary>
    /// The system of a code: <c>EPSG:28413</c>, <c>urn:ogc:def:crs:EPSG::28413</c>, <c>http://www.opengis.net/def/crs/EPSG/0/28413</c>, or CRS84 in any of these
    /// forms, which is WGS 84. Null for any other.
    /// </summary>
    public static ReferenceSystem? Find(string code)
    {
        if (Wgs84LongitudeFirst().IsMatch(code)) return Wgs84;
        var match = EpsgCode().Match(code);
        return match.Success ? All.FirstOrDefault(s => s.Code == $"EPSG:{match.Groups["code"].Value}") : null;
    }

    private static ReferenceSystem Utm(int zone) =>
        new(Epsg(32600 + zone), Text($"WGS 84 / UTM zone {zone}N"), GeodeticDatum.Wgs84, new MapPlane((6 * zone) - 183, HalfMillion, UtmScale));

    private static ReferenceSystem GaussKruger(int zone) => new(
        Epsg(28400 + zone), Text($"Pulkovo 1942 / Gauss-Kruger zone {zone}"), GeodeticDatum.Pulkovo1942,
        new MapPlane(MeridianOf(zone), (zone * 1_000_000) + HalfMillion, 1));

    private static ReferenceSystem GaussKrugerByMeridian(int zone) => new(
        Epsg(2501 + zone - FirstZone), Text($"Pulkovo 1942 / Gauss-Kruger CM {MeridianOf(zone)}E"), GeodeticDatum.Pulkovo1942,
        new MapPlane(MeridianOf(zone), HalfMillion, 1));

    private static int MeridianOf(int zone) => (6 * zone) - 3;

    private static string Epsg(int code) => Text($"EPSG:{code}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?:EPSG:|urn:(?:ogc|x-ogc):def:crs:EPSG:[0-9.]*:|https?://www\\.opengis\\.net/def/crs/EPSG/[0-9.]+/)(?<code>[0-9]{4,5})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EpsgCode();

    [GeneratedRegex("^(?:(?:OGC:)?CRS:?84|urn:(?:ogc|x-ogc):def:crs:OGC:[0-9.]*:CRS84|https?://www\\.opengis\\.net/def/crs/OGC/[0-9.]+/CRS84)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Wgs84LongitudeFirst();
}
