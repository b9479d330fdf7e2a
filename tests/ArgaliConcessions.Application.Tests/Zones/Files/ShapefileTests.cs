using System.Text;
using ArgaliConcessions.Application.Zones.Files;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;
using ArgaliConcessions.Tests.ZoneFiles;
using NetTopologySuite.IO.Esri;

namespace ArgaliConcessions.Application.Tests.Zones.Files;

public sealed class ShapefileTests
{
    private const string Valley = "Долина реки Мургаб";

    [Fact]
    public void Read_Plain_HasShapesAndAttributes()
    {
        var zip = new ShapefileBuilder { Cpg = "UTF-8" }
            .Square(73, 38, 0.1, ("NAME", Valley), ("FROM", new DateTime(2014, 9, 1)), ("NUMBER", 7), ("TOLERANCE", 12.5), ("EMPTY", null)).Zip();

        var file = Read(zip);

        var zone = Assert.Single(file.Features);
        Assert.Equal(KnownSystems.Wgs84, file.System);
        Assert.Equal(["NAME", "FROM", "NUMBER", "TOLERANCE", "EMPTY"], file.Columns);
        Assert.Equal((Valley, "2014-09-01", "7", "12.5"), (zone.Attributes["NAME"], zone.Attributes["FROM"], zone.Attributes["NUMBER"], zone.Attributes["TOLERANCE"]));
        Assert.False(zone.Attributes.ContainsKey("EMPTY"));
        Assert.Equal(ShapefileBuilder.Ring(73, 38, 0.1).Order(), Assert.Single(Assert.Single(zone.Polygons)).Order());
        Assert.Empty(file.Dropped);
    }

    [Theory]
    [InlineData(ShapeType.Polygon, "")]
    [InlineData(ShapeType.PolygonM, "m")]
    [InlineData(ShapeType.PolygonZM, "z,m")]
    public void Read_WithHeightsOrMeasures_DropsThemAndSaysSo(ShapeType type, string dropped)
    {
        var file = Read(new ShapefileBuilder { Type = type }.Square(73, 38, 0.1, ("NAME", "a")).Zip());

        Assert.Equal(dropped, string.Join(',', file.Dropped));
        Assert.Equal(ShapefileBuilder.Ring(73, 38, 0.1).Order(), file.Features[0].Polygons[0][0].Order());
    }

    [Fact]
    public void Read_HolesAndIslands_AreToldByTheGround()
    {
        (double, double)[][] lake = [ShapefileBuilder.Ring(70, 38, 10), ShapefileBuilder.Ring(72, 40, 4)];
        var zip = new ShapefileBuilder().Shape([lake, [ShapefileBuilder.Ring(73, 41, 1)], [ShapefileBuilder.Ring(85, 38, 1)]], ("NAME", "a")).Zip();

        var polygons = Read(zip).Features[0].Polygons;

        Assert.Equal([1, 1, 2], polygons.Select(p => p.Count).Order());
    }

    [Fact]
    public void Read_RingsInAnyOrder_KeepTheirHoles()
    {
        // Two shells first, then their two holes: some programs write so.
        (double, double)[][] one = [ShapefileBuilder.Ring(70, 38, 4), ShapefileBuilder.Ring(71, 39, 1)];
        (double, double)[][] two = [ShapefileBuilder.Ring(80, 38, 4), ShapefileBuilder.Ring(81, 39, 1)];
        var builder = new ShapefileBuilder().Shape([one, two], ("NAME", "a"));
        var parts = builder.Parts();
        Swap(parts[".shp"], 100 + 8 + 44 + 16 + (16 * 5), 100 + 8 + 44 + 16 + (16 * 10), 16 * 5);

        var polygons = Read(builder.Zip(parts)).Features[0].Polygons;

        Assert.Equal([2, 2], polygons.Select(p => p.Count));
        Assert.All(polygons, p => Assert.InRange(p[1].Min(c => c.Lon) - p[0].Min(c => c.Lon), 0.9, 1.1));
    }

    [Theory]
    [InlineData(866, "866", 0, AttributeEncoding.Cp866, EncodingOrigin.Cpg)]
    [InlineData(1251, "windows-1251", 0, AttributeEncoding.Cp1251, EncodingOrigin.Cpg)]
    [InlineData(65001, "UTF-8\r\n", 0x26, AttributeEncoding.Utf8, EncodingOrigin.Cpg)]
    [InlineData(866, null, 0x26, AttributeEncoding.Cp866, EncodingOrigin.LanguageByte)]
    [InlineData(866, null, 0x65, AttributeEncoding.Cp866, EncodingOrigin.LanguageByte)]
    [InlineData(1251, null, 0xC9, AttributeEncoding.Cp1251, EncodingOrigin.LanguageByte)]
    [InlineData(866, null, 0, AttributeEncoding.Cp866, EncodingOrigin.Detected)]
    [InlineData(1251, null, 0x57, AttributeEncoding.Cp1251, EncodingOrigin.Detected)]
    [InlineData(65001, null, 0, AttributeEncoding.Utf8, EncodingOrigin.Detected)]
    public void Read_AttributesOfEveryEncoding_AreText(int codePage, string? cpg, byte languageByte, AttributeEncoding encoding, EncodingOrigin from)
    {
        var written = codePage == 65001 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        var zip = new ShapefileBuilder { Attributes = written, Cpg = cpg, LanguageByte = languageByte }
            .Square(73, 38, 0.1, ("NAME", Valley), ("FARM", "№ 12 «Аличур»".Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal))).Zip();

        var file = Read(zip);

        Assert.Equal(new FoundEncoding(encoding, from), file.Encoding);
        Assert.Equal((Valley, "№ 12 Аличур"), (file.Features[0].Attributes["NAME"], file.Features[0].Attributes["FARM"]));
    }

    [Theory]
    [InlineData("ЗАКАЗНИК ЗОРКУЛЬ")]
    [InlineData("Ёлка")]
    [InlineData("Участок 3-а, правый берег р. Аксу")]
    [InlineData("юг")]
    public void Read_WithoutAWordOnItsEncoding_FindsEitherCodePage(string name)
    {
        foreach (var written in new[] { ShapefileBuilder.Cp866, ShapefileBuilder.Cp1251 })
        {
            Assert.Equal(name, Read(new ShapefileBuilder { Attributes = written }.Square(73, 38, 0.1, ("NAME", name)).Zip()).Features[0].Attributes["NAME"]);
        }
    }

    [Fact]
    public void Read_AskedEncoding_OutranksTheFile()
    {
        var zip = new ShapefileBuilder { Attributes = ShapefileBuilder.Cp866, Cpg = "1251" }.Square(73, 38, 0.1, ("NAME", Valley)).Zip();

        var file = Read(zip, encoding: AttributeEncoding.Cp866);

        Assert.Equal((Valley, EncodingOrigin.Asked), (file.Features[0].Attributes["NAME"], file.Encoding!.From));
    }

    [Fact]
    public void Read_Utf8CutInACharacter_EndsBeforeIt()
    {
        // 60 bytes of the field: 59 of them Latin, and half of a Cyrillic letter.
        var zip = new ShapefileBuilder().Square(73, 38, 0.1, ("NAME", new string('x', 59))).Zip();
        var builder = new ShapefileBuilder().Square(73, 38, 0.1, ("NAME", new string('x', 59)));
        var parts = builder.Parts();
        var at = parts[".dbf"].AsSpan().IndexOf("xxxx"u8);
        parts[".dbf"][at + 59] = 0xD0;

        var file = Read(builder.Zip(parts));

        Assert.Equal(Read(zip).Features[0].Attributes["NAME"], file.Features[0].Attributes["NAME"]);
        Assert.Equal(AttributeEncoding.Utf8, file.Encoding!.Encoding);
    }

    [Fact]
    public void Read_DeletedRows_ArePassedOverAndCounted()
    {
        var builder = new ShapefileBuilder().Square(73, 38, 0.1, ("NAME", "a")).Square(74, 38, 0.1, ("NAME", "b"));
        var parts = builder.Parts();
        parts[".dbf"][parts[".dbf"].AsSpan().IndexOf(" a"u8)] = (byte)'*';

        var file = Read(builder.Zip(parts));

        Assert.Equal(("b", 1), (Assert.Single(file.Features).Attributes["NAME"], file.Deleted));
    }

    [Fact]
    public void Read_ByPrjOrByWord_IsInItsSystem()
    {
        Assert.Equal("EPSG:28413", Read(new ShapefileBuilder { Prj = Wkt.Zone13 }.Square(13_368_000, 4_230_000, 900, ("NAME", "a")).Zip()).System.Code);
        Assert.Equal("EPSG:4284", Read(new ShapefileBuilder { Prj = null }.Square(73, 38, 1, ("NAME", "a")).Zip(), KnownSystems.Pulkovo1942).System.Code);
        Assert.Equal("EPSG:4326", Read(new ShapefileBuilder().Square(73, 38, 1, ("NAME", "a")).Zip(), KnownSystems.Wgs84).System.Code);
    }

    private static ZoneFile Read(byte[] zip, ReferenceSystem? asked = null, AttributeEncoding? encoding = null)
    {
        var outcome = new ReadZoneFile().Run(zip, ZoneFileFormat.Shapefile, asked, encoding);
        return Assert.IsType<Outcome<ZoneFile>.Done>(outcome).Value;
    }

    private static void Swap(byte[] bytes, int one, int other, int length)
    {
        var kept = bytes[one..(one + length)];
        bytes.AsSpan(other, length).CopyTo(bytes.AsSpan(one));
        kept.CopyTo(bytes.AsSpan(other));
    }
}
