using System.Text;
using ArgaliConcessions.Application.Permits.FieldSheets;
using ArgaliConcessions.Functions.Pages.FieldSheets;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Tests.Pages;

public sealed class FieldSheetPageTests
{
    private const int Most = 300_000;

    public static TheoryData<string> Languages => [.. Language.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Sheet_Of100PermitsAnd20RealZones_IsSmallAndSelfContained(string language)
    {
        var page = FieldSheetPage.Render(Papers.Sheet(), Texts.For(Language.Find(language)!));

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 50_000, Most);
        Papers.AssertSelfContained(page);
        Assert.Contains("@page", page, StringComparison.Ordinal);
        Assert.Contains("width=device-width", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheet_Head_SaysAsOfWhenInLocalTimeAndWhatItCannotShow()
    {
        var header = Papers.Parse(FieldSheetPage.Render(Papers.Sheet(1, 1, 100), Texts.For(Language.English))).Descendants("header").Single();

        Assert.Equal("As of 1 October 2015, 11:00", header.Elements("p").Single(p => p.Attribute("class")?.Value == "asof").Value);
        Assert.StartsWith("This sheet cannot show later changes.", header.Elements("p").Single(p => p.Attribute("class")?.Value == "cannot").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheet_PermitCard_HasAllThatIsCompared()
    {
        var card = Papers.Parse(FieldSheetPage.Render(Papers.Sheet(4, 2, 100), Texts.For(Language.English))).Descendants("article").Last().Value;

        foreach (var expected in new[]
        {
            "TJ-2015-KT7-00004-", "AA-0000004", "HUNTER4 INVENTED, DE, …4711", "Invented Hunter 4 (Выдуманный Охотник 4)", "Marco Polo sheep (Ovis ammon polii), male, 7 years or older",
            "5 October 2015 to 20 October 2015; 5 November 2015 to 20 November 2015", "zone-1: Valley 1; zone-2: Valley 2", "TJ-0004", "used; not before 5 October 2015; a wounded animal may be followed up until 2 October 2015",
            "1 October 2015: wounded, outcome open",
        })
        {
            Assert.Contains(expected, card, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Sheet_ThatIsCut_SaysSo()
    {
        var sheet = Papers.Sheet(3, 1, 100);
        var text = Papers.Parse(FieldSheetPage.Render(sheet with { Permits = sheet.Permits with { OpenCount = 450, EndedCount = 7, Complete = false }, ZoneCount = 120 }, Texts.For(Language.English))).Value;

        Assert.Contains("3 of 450 open permits are shown", text, StringComparison.Ordinal);
        Assert.Contains("0 of 7 permits that may not be hunted on are shown", text, StringComparison.Ordinal);
        Assert.Contains("1 of 120 zones are shown", text, StringComparison.Ordinal);
        Assert.Contains($"({SheetPermits.MostRead:#,0} of a hunting year)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheet_ZoneThatIsClosedOnSomeDays_SaysSoOnTheCardAndBothNumbersStandOnTheMap()
    {
        var page = Papers.Parse(FieldSheetPage.Render(Papers.Sheet(1, 1, 100) with { Zones = [.. Papers.ClosedFromNovember()], ZoneCount = 2 }, Texts.For(Language.English)));

        Assert.Contains(
            "zone-1: Valley 1 (closed area, 1 November 2015 to 30 November 2015); zone-2 (not in force on these days)", page.Descendants("article").Single().Value, StringComparison.Ordinal);
        Assert.Contains("1, 2", page.Descendants("text").Select(t => t.Value));
        Assert.DoesNotContain("2", page.Descendants("text").Select(t => t.Value));
    }

    [Fact]
    public void Sheet_ZoneOfAListThatIsCut_IsNotSaidToBeOutOfForce() => Assert.EndsWith(
        "zone-2", Papers.Parse(FieldSheetPage.Render(Papers.Sheet(1, 1, 100) with { ZoneCount = 120 }, Texts.For(Language.English)))
            .Descendants("article").Single().Descendants("dd").Single(d => d.Value.StartsWith("zone-1", StringComparison.Ordinal)).Value, StringComparison.Ordinal);

    /// <summary>Names have no Kyrgyz form here: its reader is told the Russian one, and each name's language is marked.</summary>
    [Fact]
    public void Sheet_InKyrgyz_TakesNamesFromWhatStandsBehindIt()
    {
        var card = Papers.Parse(FieldSheetPage.Render(Papers.Sheet(1, 1, 100), Texts.For(Language.Kyrgyz))).Descendants("article").Single();

        Assert.Contains("архар Марко Поло (Ovis ammon polii)", card.Value, StringComparison.Ordinal);
        Assert.Equal([("ru", "Выдуманный Охотник 1"), ("en", "Invented Hunter 1")], card.Descendants("span").Select(s => (s.Attribute("lang")!.Value, s.Value)));
    }

    [Fact]
    public void FileName_OfASheet_IsAsciiAndNamesConcessionDaysAndInstant() =>
        Assert.Equal("fieldsheet-KT7-2015-10-01-2015-11-30-as-of-20151001T0600Z.html", FieldSheetPage.FileName(Papers.Sheet(0, 0, 0)));
}
