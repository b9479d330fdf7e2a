using ArgaliConcessions.Domain.Zones.ReferenceSystems;

namespace ArgaliConcessions.Domain.Tests.Zones.ReferenceSystems;

public sealed class KnownSystemsTests
{
    [Theory]
    [InlineData("EPSG:28413", "EPSG:28413")]
    [InlineData("epsg:4284", "EPSG:4284")]
    [InlineData("urn:ogc:def:crs:EPSG::32643", "EPSG:32643")]
    [InlineData("urn:ogc:def:crs:EPSG:9.9.1:2503", "EPSG:2503")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4326", "EPSG:4326")]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326")]
    [InlineData("CRS84", "EPSG:4326")]
    [InlineData("OGC:CRS84", "EPSG:4326")]
    [InlineData("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "EPSG:4326")]
    public void Find_EveryForm_IsTheSystem(string code, string expected) => Assert.Equal(expected, KnownSystems.Find(code)?.Code);

    [Theory]
    [InlineData("")]
    [InlineData("28413")]
    [InlineData("EPSG:28472")]
    [InlineData("EPSG:3857")]
    [InlineData("EPSG:28413 ")]
    [InlineData("EPSG:284130")]
    [InlineData("x EPSG:4326")]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS83")]
    public void Find_Other_IsNothing(string code) => Assert.Null(KnownSystems.Find(code));

    [Fact]
    public void All_Codes_AreDifferent() => Assert.Distinct(KnownSystems.All.Select(s => s.Code));

    [Fact]
    public void All_Planes_CanBeToldApart() => Assert.Distinct(KnownSystems.All.Select(s => (s.Datum, s.Plane)));

    [Theory]
    [InlineData("EPSG:28413", "Pulkovo 1942 / Gauss-Kruger zone 13", 75, 13_500_000)]
    [InlineData("EPSG:2503", "Pulkovo 1942 / Gauss-Kruger CM 75E", 75, 500_000)]
    [InlineData("EPSG:32646", "WGS 84 / UTM zone 46N", 93, 500_000)]
    public void Find_APlane_HasTheParametersOfTheRegister(string code, string name, double meridian, double easting)
    {
        var system = KnownSystems.Find(code)!;

        Assert.Equal((name, meridian, easting), (system.Name, system.Plane!.CentralMeridian, system.Plane.FalseEasting));
    }

    [Theory]
    [InlineData("25,-141,-78.5,0,0.35,0.736,0", true)]
    [InlineData(" 25, -141,-78.5, 0,0.35,0.736,0 ", true)]
    [InlineData("25,-141,-78.5", false)]
    [InlineData("25,-141,-78.5,0,0.35,0.736,0,0", false)]
    [InlineData("25000,-141,-78.5,0,0.35,0.736,0", false)]
    [InlineData("25,-141,-78.5,0,0.35,736,0", false)]
    [InlineData("25,-141,-78.5,0,NaN,0.736,0", false)]
    [InlineData("a,b,c,d,e,f,g", false)]
    [InlineData("", false)]
    public void Shift_Parse_TakesSevenFiguresOfThisEarth(string text, bool taken)
    {
        var shift = DatumShift.Parse(text);

        Assert.Equal(taken, shift is not null);
        if (taken) Assert.Equal(shift, DatumShift.Parse(shift!.ToString()));
    }
}
