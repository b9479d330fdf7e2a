using System.Buffers.Binary;
using ArgaliConcessions.Application.Zones.Files;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;
using ArgaliConcessions.Tests;
using ArgaliConcessions.Tests.ZoneFiles;
using NetTopologySuite.IO.Esri;

namespace ArgaliConcessions.Application.Tests.Zones.Files;

/// <summary>Files that no GIS writes: each is refused with a code of its own, and nothing throws.</summary>
public sealed class HostileShapefileTests
{
    private static readonly ShapefileBuilder Good = new ShapefileBuilder().Square(73, 38, 0.1, ("NAME", "a")).Square(74, 38, 0.1, ("NAME", "b"));

    [Theory]
    [InlineData(".shp")]
    [InlineData(".shx")]
    [InlineData(".dbf")]
    public void Read_WithoutAPart_NamesIt(string part)
    {
        var parts = Good.Parts();
        parts.Remove(part);

        var refusal = Refusal(Good.Zip(parts));

        Assert.Equal(("shapefile-part-missing", part), (refusal.Code, Text(refusal, "part")));
    }

    [Theory]
    [InlineData(null, null, "crs-missing")]
    [InlineData(Wkt.WebMercator, null, "crs-unknown")]
    [InlineData("nonsense", null, "crs-unknown")]
    [InlineData(Wkt.WebMercator, "EPSG:4326", "crs-unknown")]
    [InlineData(Wkt.Pulkovo, "EPSG:4326", "crs-conflict")]
    [InlineData(Wkt.Zone13, "EPSG:2503", "crs-conflict")]
    public void Read_OfAnUnsettledSystem_IsRefused(string? prj, string? asked, string code) => Assert.Equal(
        code, Refusal(new ShapefileBuilder { Prj = prj }.Square(73, 38, 0.1, ("NAME", "a")).Zip(), asked is null ? null : KnownSystems.Find(asked)).Code);

    [Fact]
    public void Read_UnknownSystem_SaysWhatWasRead() => Assert.Contains(
        "WGS_1984_Web_Mercator", Text(Refusal(new ShapefileBuilder { Prj = Wkt.WebMercator }.Square(73, 38, 0.1, ("NAME", "a")).Zip()), "read"), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "Point")]
    [InlineData(3, "PolyLine")]
    [InlineData(18, "MultiPointZ")]
    [InlineData(31, "MultiPatch")]
    [InlineData(77, "77")]
    public void Read_OtherShapes_AreNamed(int type, string name)
    {
        var parts = Good.Parts();
        BinaryPrimitives.WriteInt32LittleEndian(parts[".shp"].AsSpan(32), type);

        var refusal = Refusal(Good.Zip(parts));

        Assert.Equal(("shape-type", name), (refusal.Code, Text(refusal, "type")));
    }

    public static TheoryData<string, string> Names => new()
    {
        { "../evil.shp", "zip-name-unsafe" }, { "a/../../evil.txt", "zip-name-unsafe" }, { "/etc/passwd", "zip-name-unsafe" }, { "C:\\evil.txt", "zip-name-unsafe" },
        { "\\\\server\\share", "zip-name-unsafe" }, { "new\nline", "zip-name-unsafe" }, { "other.shp", "zip-several-layers" }, { "sub/zones.SHP", "zip-several-layers" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_NameBesideTheLayer_IsRefused(string name, string code) => Assert.Equal(code, Refusal(Good.Zip(Good.Parts(), (name, [1]))).Code);

    [Fact]
    public void Read_BystandersAndFolders_AreNoFault()
    {
        var builder = new ShapefileBuilder { Layer = "Зоны/зоны 2014" }.Square(73, 38, 0.1, ("NAME", "a"));

        var zip = builder.Zip(builder.Parts(), ("Зоны/readme.txt", [1]), ("Зоны/зоны 2014.shp.xml", [1]), ("__MACOSX/Зоны/._зоны 2014.shp", [1]));

        Assert.IsType<Outcome<ZoneFile>.Done>(Run(zip));
    }

    [Fact]
    public void Read_Bomb_IsUnpackedNoFurtherThanAllowed()
    {
        var parts = Good.Parts();
        parts[".dbf"] = new byte[(64 * 1024 * 1024) + 1];
        var zip = Good.Zip(parts);

        Assert.True(zip.Length < 1_000_000);
        Assert.Equal("zip-too-large", Refusal(zip).Code);
    }

    [Fact]
    public void Read_CrowdOfEntries_IsRefusedBeforeItIsListed() =>
        Assert.Equal("zip-too-many", Refusal(ShapefileBuilder.ZipOf([.. Enumerable.Range(0, 101).Select(i => ($"{i}.txt", Array.Empty<byte>()))])).Code);

    [Fact]
    public void Read_NoZip_IsRefused()
    {
        Assert.Equal("zip-broken", Refusal([]).Code);
        Assert.Equal("zip-broken", Refusal([0x50, 0x4B, 3, 4]).Code);
        Assert.Equal("zip-broken", Refusal(new byte[100_000]).Code);
        Assert.Equal("zip-broken", Refusal(Good.Zip()[..^30]).Code);
    }

    [Fact]
    public void Read_EveryTruncatedShp_IsRefused()
    {
        var whole = Good.Parts()[".shp"];
        for (var length = 0; length < whole.Length; length += 7)
        {
            var parts = Good.Parts();
            parts[".shp"] = whole[..length];
            Assert.Contains(Refusal(Good.Zip(parts)).Code, (string[])["shapefile-truncated", "shapefile-broken"]);
        }
    }

    [Fact]
    public void Read_EveryTruncatedDbf_IsRefused()
    {
        // The last byte only says that the table ends.
        var whole = Good.Parts()[".dbf"];
        for (var length = 0; length < whole.Length - 1; length += 5)
        {
            var parts = Good.Parts();
            parts[".dbf"] = whole[..length];
            Assert.Equal("dbf-broken", Refusal(Good.Zip(parts)).Code);
        }
    }

    [Theory]
    [InlineData(36, int.MaxValue, "shape-too-large")]
    [InlineData(36, 201, "shape-too-large")]
    [InlineData(36, 0, "shape-record-broken")]
    [InlineData(36, -1, "shape-record-broken")]
    [InlineData(36, int.MinValue, "shape-record-broken")]
    [InlineData(40, int.MinValue, "shape-record-broken")]
    [InlineData(36, 2, "shape-record-broken")]
    [InlineData(40, int.MaxValue, "shape-too-large")]
    [InlineData(40, 6, "shape-record-broken")]
    [InlineData(40, -5, "shape-record-broken")]
    [InlineData(44, 3, "shape-record-broken")]
    [InlineData(44, -1, "shape-record-broken")]
    [InlineData(0, 1, "shape-record-broken")]
    public void Read_CountsThatLie_AreRefused(int offset, int value, string code)
    {
        var parts = Good.Parts();
        BinaryPrimitives.WriteInt32LittleEndian(parts[".shp"].AsSpan(108 + offset), value);

        Assert.Equal(code, Refusal(Good.Zip(parts)).Code);
    }

    [Fact]
    public void Read_OpenRingOrNoNumber_NamesTheRecord()
    {
        var open = Good.Parts();
        BinaryPrimitives.WriteDoubleLittleEndian(open[".shp"].AsSpan(108 + 48), 72.5);
        var endless = Good.Parts();
        BinaryPrimitives.WriteDoubleLittleEndian(endless[".shp"].AsSpan(108 + 48 + 16), double.NaN);

        Assert.Equal(("shape-ring-open", "1"), (Refusal(Good.Zip(open)).Code, Text(Refusal(Good.Zip(open)), "record")));
        Assert.Equal("shape-record-broken", Refusal(Good.Zip(endless)).Code);
    }

    [Fact]
    public void Read_OneRowTooFew_IsRefused()
    {
        var parts = Good.Parts();
        BinaryPrimitives.WriteInt32LittleEndian(parts[".dbf"].AsSpan(4), 1);

        Assert.Equal("shapefile-counts-differ", Refusal(Good.Zip(parts)).Code);
    }

    [Fact]
    public void Read_TooManyZones_AreRefused()
    {
        var builder = new ShapefileBuilder();
        for (var i = 0; i < 501; i++) builder.Square(i * 0.1, 38, 0.05, ("NAME", "a"));

        Assert.Equal("zone-file-too-many", Refusal(builder.Zip()).Code);
    }

    [Fact]
    public void Read_AsManyRingsAsAreTaken_IsSoonDone()
    {
        var nested = Enumerable.Range(0, 200).Select(i => ShapefileBuilder.Ring(60 + (i * 0.001), 30 + (i * 0.001), 3 - (i * 0.002)));
        var builder = new ShapefileBuilder();
        for (var i = 0; i < 20; i++) builder.Shape([nested], ("NAME", "a"));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.IsType<Outcome<ZoneFile>.Done>(Run(builder.Zip()));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    [Fact]
    public void Read_EncodingThatIsNot_IsRefused()
    {
        var russian = new ShapefileBuilder { Attributes = ShapefileBuilder.Cp1251, Cpg = "UTF-8" }.Square(73, 38, 0.1, ("NAME", "Долина"));
        var unknown = new ShapefileBuilder { Cpg = "SJIS" }.Square(73, 38, 0.1, ("NAME", "a"));

        Assert.Equal("encoding-wrong", Refusal(russian.Zip()).Code);
        Assert.Equal(("encoding-unknown", "SJIS"), (Refusal(unknown.Zip()).Code, Text(Refusal(unknown.Zip()), "read")));
    }

    [Fact]
    public void Read_AnyByteChanged_IsReadOrRefused()
    {
        var random = new SeededRandom(20_141);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 3_000; i++)
        {
            var parts = Good.Parts();
            foreach (var part in (string[])[".shp", ".dbf", ".prj"])
            {
                var bytes = parts[part];
                for (var changes = random.Next(3); changes > 0; changes--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            codes.Add(Run(Good.Zip(parts)) is Outcome<ZoneFile>.Refused refused ? refused.Refusal.Code : "read");
        }

        Assert.Contains("read", codes);
        Assert.Contains("crs-unknown", codes);
    }

    [Fact]
    public void Read_AnyBytesAsAZip_AreRefused()
    {
        var random = new SeededRandom(20_142);
        var zip = Good.Zip();
        for (var i = 0; i < 2_000; i++)
        {
            var spoiled = zip.ToArray();
            for (var changes = 1 + random.Next(20); changes > 0; changes--) spoiled[random.Next(spoiled.Length)] = (byte)random.Next(256);
            Assert.NotNull(Run(spoiled));
        }
    }

    private static Outcome<ZoneFile> Run(byte[] zip, ReferenceSystem? asked = null) => new ReadZoneFile().Run(zip, ZoneFileFormat.Shapefile, asked, null);

    private static Refusal Refusal(byte[] zip, ReferenceSystem? asked = null) => Assert.IsType<Outcome<ZoneFile>.Refused>(Run(zip, asked)).Refusal;

    private static string Text(Refusal refusal, string name) => refusal.Reasons[0].Evidence.Values[name] switch
    {
        Domain.Law.EvidenceValue.Text text => text.Value,
        Domain.Law.EvidenceValue.Number number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        var other => other.ToString()!,
    };
}
