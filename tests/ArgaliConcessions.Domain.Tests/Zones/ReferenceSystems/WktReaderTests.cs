using ArgaliConcessions.Domain.Zones.ReferenceSystems;

namespace ArgaliConcessions.Domain.Tests.Zones.ReferenceSystems;

public sealed class WktReaderTests
{
    private const string EsriPulkovo = """GEOGCS["GCS_Pulkovo_1942",DATUM["D_Pulkovo_1942",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]""";
    private const string EsriWgs84 = """GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]""";

    /// <summary>As PROJ writes it: <c>projinfo EPSG:28413 -o WKT1_GDAL</c>.</summary>
    private const string OgcZone13 = """
        PROJCS["Pulkovo 1942 / Gauss-Kruger zone 13",
            GEOGCS["Pulkovo 1942",
                DATUM["Pulkovo_1942",
                    SPHEROID["Krassowsky 1940",6378245,298.3,AUTHORITY["EPSG","7024"]],
                    TOWGS84[1,2,3,0,0,0,0],
                    AUTHORITY["EPSG","6284"]],
                PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],
                UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],
                AUTHORITY["EPSG","4284"]],
            PROJECTION["Transverse_Mercator"],
            PARAMETER["latitude_of_origin",0],
            PARAMETER["central_meridian",75],
            PARAMETER["scale_factor",1],
            PARAMETER["false_easting",13500000],
            PARAMETER["false_northing",0],
            UNIT["metre",1,AUTHORITY["EPSG","9001"]],
            AXIS["Northing",NORTH],
            AXIS["Easting",EAST],
            AUTHORITY["EPSG","28413"]]
        """;

    public static TheoryData<string> Planes => [.. KnownSystems.All.Where(s => !s.IsGeographic).Select(s => s.Code)];

    [Theory]
    [InlineData(EsriPulkovo, "EPSG:4284")]
    [InlineData(EsriWgs84, "EPSG:4326")]
    [InlineData(OgcZone13, "EPSG:28413")]
    [InlineData("\uFEFF" + EsriWgs84 + "\r\n", "EPSG:4326")]
    [InlineData("""COMPD_CS["both",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],UNIT["degree",0.0174532925199433]],VERT_CS["height",UNIT["metre",1]]]""", "EPSG:4326")]
    public void Read_OfEsriAndOgc_IsRecognised(string wkt, string code) => Assert.Equal(code, WktReader.Read(wkt).System?.Code);

    [Theory]
    [MemberData(nameof(Planes))]
    public void Read_EveryPlane_IsRecognisedByItsParameters(string code)
    {
        var system = KnownSystems.Find(code)!;

        Assert.Equal(system, WktReader.Read(Projected(system.Datum == GeodeticDatum.Wgs84 ? EsriWgs84 : EsriPulkovo, system.Plane!)).System);
    }

    [Theory]
    [InlineData("D_Pulkovo_1942", "D_Pulkovo_1995")]
    [InlineData("D_Pulkovo_1942", "D_Pulkovo_1942_Adj_1983")]
    [InlineData("6378245.0", "6378137.0")]
    [InlineData("298.3", "298.257223563")]
    [InlineData("PRIMEM[\"Greenwich\",0.0]", "PRIMEM[\"Ferro\",-17.666666666667]")]
    [InlineData("0.0174532925199433", "0.01570796326794897")]
    [InlineData("GEOGCS", "GEOGCRS")]
    public void Read_OtherThanWhatIsKnown_IsNot(string from, string to)
    {
        var reading = WktReader.Read(EsriPulkovo.Replace(from, to, StringComparison.Ordinal));

        Assert.Null(reading.System);
        Assert.Contains("GCS_Pulkovo_1942", reading.Read, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(75, 13_500_001, 1, "Transverse_Mercator", 1)]
    [InlineData(75.5, 13_500_000, 1, "Transverse_Mercator", 1)]
    [InlineData(75, 13_500_000, 0.9996, "Transverse_Mercator", 1)]
    [InlineData(75, 13_500_000, 1, "Lambert_Conformal_Conic", 1)]
    [InlineData(75, 13_500_000, 1, "Transverse_Mercator", 0.3048)]
    public void Read_PlaneOfOtherParameters_IsNotKnown(double meridian, double easting, double scale, string projection, double unit) =>
        Assert.Null(WktReader.Read(Projected(EsriPulkovo, new MapPlane(meridian, easting, scale), projection, unit)).System);

    [Fact]
    public void Read_WithoutLatitudeOfOrigin_TakesTheEquator() => Assert.Equal("EPSG:32643", WktReader.Read(
        $"""PROJCS["x",{EsriWgs84},PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000],PARAMETER["Central_Meridian",75],PARAMETER["Scale_Factor",0.9996],UNIT["Meter",1]]""").System?.Code);

    public static TheoryData<string> Nonsense =>
    [
        "", "x", "[", "GEOGCS", "GEOGCS[", "GEOGCS[]", "GEOGCS[\"x]", "GEOGCS[\"x\",]", "GEOGCS[\"x\"", "GEOGCS[\"x\"]]", "\0\0\0", "GEOGCS[1e999999,nan]",
        string.Concat(Enumerable.Repeat("A[", 5_000)), new string('a', 50_000), $"GEOGCS[\"{new string('x', 50_000)}\"]",
    ];

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void Read_Nonsense_IsUnknown(string wkt) => Assert.Null(WktReader.Read(wkt).System);

    [Fact]
    public void Read_EveryBeginningOfADescription_IsUnknown()
    {
        for (var length = 0; length < EsriPulkovo.Length; length++) Assert.Null(WktReader.Read(EsriPulkovo[..length]).System);
    }

    private static string Projected(string geographic, MapPlane plane, string projection = "Gauss_Kruger", double unit = 1) => FormattableString.Invariant(
        $"""PROJCS["some name",{geographic},PROJECTION["{projection}"],PARAMETER["False_Easting",{plane.FalseEasting}],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",{plane.CentralMeridian}],PARAMETER["Scale_Factor",{plane.Scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",{unit}]]""");
}
