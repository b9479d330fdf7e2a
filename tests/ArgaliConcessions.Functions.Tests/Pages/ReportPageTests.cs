using System.Xml.Linq;
using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Functions.Pages.Report;
using ArgaliConcessions.Functions.Wording;
using NodaTime;

namespace ArgaliConcessions.Functions.Tests.Pages;

public class ReportPageTests
{
    private const string Hostile = "<script>alert(\"1\")</script>&'";
    private static readonly Instant At = Instant.FromUtc(2015, 3, 2, 1, 0);
    private static readonly LegalBasis Act = new("Order <on seasons>", "No. 7", new LocalDate(2014, 8, 1));
    private static readonly HuntingYear Year = new("2014", new(2014, 7, 1), new(2015, 6, 30), "2014/15", false);

    private static readonly Run TheRun = new() { Id = "run-1", RequestedAt = At, RequestedBy = "timer", State = RunState.Complete, StartedAt = At, FinishedAt = At + Duration.FromMinutes(1), Previous = "run-0" };

    private static readonly ReportModel Empty = new()
    {
        Authority = new AuthorityTerms(
            LocalizedNames.From([new("en", "Committee"), new("ru", "Комитет"), new("tg", "Кумитаи ҳифз")]), "TJ", "Asia/Dushanbe", [new Taxon("polii", LocalizedNames.Of("en", "Marco Polo sheep"))], new RuleSettings()),
        Run = TheRun,
        Totals = new RunTotals(1, 300, 0, 0, 0, ChangeCounts.Zero),
        Warnings = new SweepStanding(TheRun, null, IsLate: false),
        Years = [Year],
    };

    private static ReportModel Full() => Empty with
    {
        Totals = new RunTotals(1, 300, 2, 5, 2, new ChangeCounts(1, 0, 0, 3)),
        Rules = [new RuleCount("R02", "harvest-out-of-season", FindingCause.Conduct, Severity.Violation, FindingStatusKind.Standing, 1)],
        Concessions = [Concession()],
        NationalQuotas = [new QuotaBar("2014", null, "polii", 80, 81, 60, 2)],
        NotJudged = [new ReportNotJudged("demo-north", "2014", new NotJudgedCount("R03", "outside-zone", "position", 41, []))],
        Findings = [Finding(Hostile, new GeoPosition(73.1, 38.1, 10))],
        FindingCount = 1,
    };

    private static ReportConcession Concession()
    {
        (double, double)[] ring = [(73, 38), (73.3, 38), (73.3, 38.2), (73, 38.2), (73, 38)];
        var boundary = BoundaryReader.Read([[ring]]).Boundary!;
        var zone = new LawVersion<ZoneTerms>(1, new(2008, 1, 1), null, Act, At, new ZoneTerms(LocalizedNames.Of("en", Hostile), ZoneKind.Hunting, boundary.GeometryHash, boundary.AreaHectares, null, null));
        return new ReportConcession
        {
            Id = "demo-north", Status = ConcessionStatus.Active,
            Terms = new ConcessionTerms("KT7", LocalizedNames.From([new("en", Hostile), new("tg", "Шимол")]), "gbao", [], new Tenure(new(2008, 1, 1), null), [], []),
            Zones = [new ReportZone("north", zone, boundary, true), new ReportZone("core", zone with { Value = zone.Value with { Kind = ZoneKind.Closed } }, boundary, false)],
            Seasons = [new ReportSeason("2014", "polii", [new OpenSpan(new(2014, 9, 1), new(2014, 12, 15), [])], [new ReportBan(new(2014, 10, 1), new(2014, 10, 9), LocalizedNames.Of("en", Hostile), Act, [])])],
            Quotas = [new QuotaBar("2014", "rams", "polii", 5, 6, 3, 1)],
        };
    }

    private static Finding Finding(string zone, GeoPosition? position) => new()
    {
        Id = "KT7-2014-0123456789abcdef", Rule = "R02", Code = "harvest-out-of-season", Severity = Severity.Violation, Cause = FindingCause.Conduct,
        Subject = FindingSubject.Harvest("TJ-2014-KT7-00001-X", "h1"), Permit = "TJ-2014-KT7-00001-X", Concession = "demo-north", Year = "2014", Zone = zone,
        Evidence = Evidence.Of(("on", new LocalDate(2015, 1, 3)), ("zones", "north")),
        Laws = [new LawRef("concession/demo-north/season/polii@1", Act)], Position = position, Status = FindingStatus.Open, FirstSeen = At,
        Change = new FindingChange(FindingChangeKind.New, TheRun.Id, At),
    };

    private static XElement Parse(string page) =>
        XDocument.Parse(page.Replace("<!doctype html>", "", StringComparison.Ordinal).Replace("<br>", "<br/>", StringComparison.Ordinal)
            .Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal)
            .Replace("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", "", StringComparison.Ordinal)
            .Replace("<meta name=\"robots\" content=\"noindex\">", "", StringComparison.Ordinal)).Root!;

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public void Render_FullReport_IsWellFormedAndSelfContained(string language)
    {
        var page = ReportPage.Render(Full(), Texts.For(Language.All.Single(l => l.Code == language)));

        var html = Parse(page);
        Assert.DoesNotContain(html.Descendants(), e => e.Name.LocalName is "script" or "link" or "img" or "iframe" or "form");
        Assert.DoesNotContain(html.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.All(html.Descendants().Attributes("href"), a => Assert.StartsWith("#", a.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("url(http", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\{[a-zA-Z]+\}", html.Descendants("body").Single().Value);
        Assert.DoesNotMatch(@"\b(report|rule|missing|word|page)\.[a-z]", html.Descendants("body").Single().Value);
    }

    [Fact]
    public void Render_FullReport_SaysWhatADeputyMinisterAsks()
    {
        var text = Parse(ReportPage.Render(Full(), Texts.For(Language.English))).Value;

        Assert.Contains("300", text, StringComparison.Ordinal);
        Assert.Contains("Order <on seasons>, No. 7, 1 August 2014", text, StringComparison.Ordinal);
        Assert.Contains("1 new, 0 changed, 0 open again, 3 resolved.", text, StringComparison.Ordinal);
        Assert.Contains("Кумитаи ҳифз", text, StringComparison.Ordinal);
        Assert.Contains("1 September 2014 to 15 December 2014", text, StringComparison.Ordinal);
        Assert.Contains("KT7\u00a041", text, StringComparison.Ordinal);
        Assert.Contains(Hostile, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_RuleWithoutAnActOfItsOwn_SaysWhatItFollowsFrom()
    {
        var text = Parse(ReportPage.Render(Full() with { Findings = [Finding(Hostile, null) with { Laws = [] }] }, Texts.For(Language.English))).Value;

        Assert.Contains("it follows from the permit itself", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WaivedFinding_IsNotCountedAmongThoseThatStand()
    {
        var figures = Parse(ReportPage.Render(Full() with { Waived = [Finding(Hostile, null)] }, Texts.For(Language.English)))
            .Descendants("div").Single(d => d.Attribute("class")?.Value == "figures");

        Assert.Equal(["300", "2", "5", "1"], figures.Descendants("b").Select(b => b.Value));
    }

    [Fact]
    public void Render_NothingFound_SaysHowManyWereChecked()
    {
        var text = Parse(ReportPage.Render(Empty, Texts.For(Language.English))).Value;

        Assert.Contains("300 permits checked, nothing found.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_FailedAndLateSweep_HeadThePage()
    {
        var failed = TheRun with { Id = "run-2", State = RunState.Failed, Fault = "crashed" };
        var body = Parse(ReportPage.Render(Empty with { Warnings = new SweepStanding(TheRun, failed, IsLate: true) }, Texts.For(Language.English))).Element("body")!;

        Assert.Equal(["warn", "warn"], body.Elements().Take(2).Select(e => e.Attribute("class")?.Value));
    }

    [Fact]
    public void Render_OversoldQuota_DrawsThePartPastIt()
    {
        var html = Parse(ReportPage.Render(Full(), Texts.For(Language.English)));

        var bars = html.Descendants("table").SelectMany(t => t.Descendants("svg")).ToList();
        Assert.Equal(2, bars.Count);
        Assert.All(bars, bar => Assert.Contains(bar.Elements("rect"), r => r.Attribute("fill")?.Value == "#a01c1c"));
    }

    [Fact]
    public void Render_Map_ShowsZonesClosedAreasAndFlaggedHarvests()
    {
        var map = Parse(ReportPage.Render(Full(), Texts.For(Language.English))).Descendants("svg").First(s => s.Descendants("path").Any());

        Assert.Equal(2, map.Elements("path").Count(p => p.Attribute("fill-rule") is not null));
        Assert.Contains(map.Elements("path"), p => p.Attribute("fill")?.Value == "url(#closed)");
        Assert.Equal("#KT7-2014-0123456789abcdef", Assert.Single(map.Descendants("a")).Attribute("href")!.Value);
    }
}
