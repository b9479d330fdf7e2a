using System.Text;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Application.Zones.Files;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;

namespace ArgaliConcessions.Application.Tests.Zones.Files;

public sealed class ZoneSourceTests
{
    private static readonly GroundFrames Frames = new(new ReferenceSystemOptions());

    [Fact]
    public void Terms_OfBeforeSourcesWereKept_AreRead()
    {
        var row = Encoding.UTF8.GetBytes("""{"names":{"en":"Valley"},"kind":"hunting","geometryHash":"ab","areaHectares":12.5}""");

        Assert.Equal(new ZoneTerms(LocalizedNames.Of("en", "Valley"), ZoneKind.Hunting, "ab", 12.5, null, null), RecordJson.Read<ZoneTerms>(row));
    }

    [Fact]
    public void Terms_WithASource_KeepItAndSayTheSameWithoutIt()
    {
        var plain = new ZoneTerms(LocalizedNames.Of("en", "Valley"), ZoneKind.Hunting, "ab", 12.5, null, null);
        var imported = plain with { Source = Frames.SourceOf("cd", "shapefile", KnownSystems.Pulkovo1942) };

        var read = RecordJson.Read<ZoneTerms>(RecordJson.Write(imported));

        Assert.Equal(new ZoneSource("cd", "shapefile", "EPSG:4284", "25,-141,-78.5,0,0.35,0.736,0", "EPSG:15865"), read.Source);
        Assert.Equal(plain, imported);
        Assert.Equal(plain.GetHashCode(), imported.GetHashCode());
        Assert.NotEqual(plain with { AreaHectares = 12.6 }, imported);
    }

    [Fact]
    public void Report_OfBeforeFilesWereTold_IsRead() =>
        Assert.Null(RecordJson.Read<ZoneImportReport>("""{"dryRun":false,"lines":[]}"""u8.ToArray()).File);

    [Fact]
    public void Report_WithFacts_ComesBackWhole()
    {
        var facts = new ZoneFileFacts(
            Frames.SourceOf("cd", "kml", KnownSystems.Wgs84), new FoundEncoding(AttributeEncoding.Cp866, EncodingOrigin.Detected), ["z"], 2,
            [new ColumnUse("zone", "NAME")], ["REMARK"], [new MadeZoneId(0, "Долина", "dolina")]);

        var read = RecordJson.Read<ZoneImportReport>(RecordJson.Write(new ZoneImportReport(false, [], facts))).File!;

        Assert.Equal((facts.Source, facts.Encoding, facts.Deleted), (read.Source, read.Encoding, read.Deleted));
        Assert.Equal((facts.Dropped[0], facts.Columns[0], facts.IgnoredColumns[0], facts.MadeIds[0]), (read.Dropped[0], read.Columns[0], read.IgnoredColumns[0], read.MadeIds[0]));
    }

    [Theory]
    [InlineData("zone:NAME,concession:FARM", "zone=NAME|concession=FARM", null)]
    [InlineData("basis.title:Order, with annex, 2,basis.number: 12 ", "basis.title=Order, with annex, 2|basis.number=12", null)]
    [InlineData("names.ru:NAME_RU", "names.ru=NAME_RU", null)]
    [InlineData("set:1", "", "set:1")]
    [InlineData("zone:A,zone:B", "zone=A", "zone:B")]
    [InlineData("zone:A,url:http", "zone=A", "url:http")]
    [InlineData("zone:", "zone=", "zone")]
    [InlineData("", "", "")]
    public void Pairs_Read_EndAtTheFirstThatIsNone(string text, string pairs, string? fault)
    {
        var read = PairList.Read(text);

        Assert.Equal((pairs, fault), (string.Join('|', read.Pairs.Select(p => $"{p.Key}={p.Value}")), read.Fault));
    }

    [Theory]
    [InlineData("Долина Аличура", "dolina-alichura")]
    [InlineData("Щучье озеро № 3", "shchuche-ozero-3")]
    [InlineData("Ҳисор", "hisor")]
    [InlineData("Өзгөн", "ozgon")]
    [InlineData("KT7_a", "kt7-a")]
    [InlineData("  ", null)]
    [InlineData("北", null)]
    [InlineData("Latest", null)]
    public void Proposal_OfAName_IsAnId(string name, string? id) => Assert.Equal(id, ZoneIdProposal.Of(name));

    [Fact]
    public void Proposal_OfALongName_IsCut() => Assert.Equal(40, ZoneIdProposal.Of(new string('ж', 50))!.Length);

    [Fact]
    public void Columns_OfOurOwnNames_NeedNoWord()
    {
        var map = new AttributeMap(new Dictionary<string, string> { ["names.ru"] = "TITLE" }, AttributeMap.Nothing.Constants);

        var used = map.ColumnsOf(["ZONE", "Name_Ru", "NAME_EN", "TITLE", "ValidFrom", "VALID_TO", "ACT_NO", "OTHER"]);

        Assert.Equal(
            ["basis.number=ACT_NO", "names.en=NAME_EN", "names.ru=TITLE", "validFrom=ValidFrom", "validTo=VALID_TO", "zone=ZONE"], used.OrderBy(u => u.Key, StringComparer.Ordinal).Select(u => $"{u.Key}={u.Value}"));
    }
}
