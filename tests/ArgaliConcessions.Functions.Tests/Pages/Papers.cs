using System.Xml.Linq;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.FieldSheets;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Tests;
using NodaTime;

namespace ArgaliConcessions.Functions.Tests.Pages;

/// <summary>Invented permits and law for papers, of the size of real ones.</summary>
internal static class Papers
{
    public const string Hostile = "<script>alert(\"1\")</script>&'";
    public static readonly Instant At = Instant.FromUtc(2015, 10, 1, 6, 0);
    public static readonly LegalBasis Act = new("Order of the invented committee <on the hunt of mountain ungulates>", "No. 117", new LocalDate(2014, 8, 1));
    public static readonly HuntingYear Year = new("2015", new(2015, 7, 1), new(2016, 6, 30), "2015/16", false);

    public static readonly AuthorityTerms Authority = new(
        LocalizedNames.From([new("en", "Committee"), new("ru", "Комитет"), new("tg", "Кумитаи ҳифзи муҳити зист")]), "TJ", "Asia/Dushanbe",
        [new Taxon("polii", LocalizedNames.From([new("en", "Marco Polo sheep"), new("ru", "архар Марко Поло")]), "Ovis ammon polii")], new RuleSettings());

    public static readonly ConcessionTerms Terms = new("KT7", LocalizedNames.From([new("en", "Demo North"), new("tg", "Шимол")]), "gbao", [], new Tenure(new(2008, 1, 1), null), [], []);

    public static Permit Permit(int serial = 1) => new()
    {
        Number = new PermitNumber("TJ", "2015", "KT7", serial).ToString(), Concession = "demo-north", Year = "2015", Serial = serial, Line = "rams",
        Animal = new PermitAnimal("polii", Sex.Male, 7),
        Hunter = new HunterSummary(LocalizedNames.From([new("en", $"Invented Hunter {serial}"), new("ru", $"Выдуманный Охотник {serial}")]), $"HUNTER{serial} INVENTED", "DE", "4711"),
        Zones = ["zone-1", "zone-2"], Ranges = [new(new(2015, 10, 5), new(2015, 10, 20)), new(new(2015, 11, 5), new(2015, 11, 20))],
        IssuedOn = new(2015, 9, 1), IssuedBy = new IssuingOfficer("clerk", "Clerk One"), FeePaidOn = new(2015, 8, 20), Weapon = "Blaser R8, .300 Win. Mag.", Tag = $"TJ-{serial:0000}",
        Outfitter = "Invented Outfitter", Party = ["Guide One", "Guide Two"], Paper = new PaperNumber("AA", $"{serial:0000000}"), RecordedAt = At,
        Takes = serial % 4 == 0 ? [new TakeSummary("h1", new(2015, 10, 1), HarvestOutcome.Wounded, "polii", null)] : [],
    };

    /// <summary>Zones side by side; every fifth is closed. A boundary as surveyors draw it: a winding line of thousands of points.</summary>
    public static ZoneOnDays[] Zones(int count, int vertices) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var boundary = Winding(73 + (0.3 * (i % 5)), 38 + (0.3 * (i / 5)), 0.12, vertices, i);
        var terms = new ZoneTerms(LocalizedNames.Of("en", $"Valley {i + 1}"), i % 5 == 4 ? ZoneKind.Closed : ZoneKind.Hunting, boundary.GeometryHash, boundary.AreaHectares, null, null);
        return new ZoneOnDays($"zone-{i + 1}", new LawVersion<ZoneTerms>(1, new(2010, 1, 1), null, Act, At, terms), boundary, Throughout: true);
    })];

    /// <summary>One zone in two versions: open ground until October's end, closed from then on.</summary>
    public static ZoneOnDays[] ClosedFromNovember()
    {
        var open = Zones(1, 100)[0];
        return
        [
            open with { Throughout = false, Version = open.Version with { ValidTo = new(2015, 10, 31) } },
            open with { Throughout = false, Version = open.Version with { Number = 2, ValidFrom = new(2015, 11, 1), Value = open.Version.Value with { Kind = ZoneKind.Closed } } },
        ];
    }

    public static FieldSheet Sheet(int permits = 100, int zones = 20, int vertices = 4000) => new()
    {
        Authority = Authority, Concession = "demo-north", Terms = Terms, Days = new(new(2015, 10, 1), new(2015, 11, 30)), On = new(2015, 10, 1), AsOf = At,
        TimeZone = DateTimeZoneProviders.Tzdb["Asia/Dushanbe"], Years = [Year],
        Permits = new SheetPermits([.. Enumerable.Range(1, permits).Select(Permit)], permits, [], 0, Complete: true),
        Zones = [.. Zones(zones, vertices)], ZoneCount = zones,
        Seasons = [.. Enumerable.Range(1, 4).Select(i => new SheetSeason(
            Year, "polii", [$"zone-{i}"], new SeasonYear([new OpenSpan(new(2015, 9, 1), new(2015, 12, 15), [])], [new LawRef($"concession/demo-north/season/polii-{i}@1", Act)])))],
        Closures = [new Revision<Closure>(1, At, Act, new Closure("ban", LocalizedNames.Of("en", Hostile), [], [], [], [], new(2015, 10, 15), null))],
    };

    /// <summary>A page as a tree; what HTML leaves open is closed first.</summary>
    public static XElement Parse(string page) => XDocument.Parse(page.Replace("<!doctype html>", "", StringComparison.Ordinal).Replace("<br>", "<br/>", StringComparison.Ordinal)
        .Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal)
        .Replace("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", "", StringComparison.Ordinal)
        .Replace("<meta name=\"robots\" content=\"noindex\">", "", StringComparison.Ordinal)).Root!;

    /// <summary>A page that needs nothing but itself, with all its words.</summary>
    public static void AssertSelfContained(string page)
    {
        var html = Parse(page);
        Assert.DoesNotContain(html.Descendants(), e => e.Name.LocalName is "script" or "link" or "img" or "iframe" or "form");
        Assert.DoesNotContain(html.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name.LocalName is "src" or "href");
        Assert.DoesNotContain("url(http", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\{[a-zA-Z]+\}", html.Element("body")!.Value);
        Assert.DoesNotMatch(@"\b(fieldsheet|permitpaper|map|word|page|report)\.[a-z]", html.Element("body")!.Value);
    }

    private static Boundary Winding(double lon, double lat, double radius, int vertices, int seed)
    {
        var random = new SeededRandom(seed);
        (double Lon, double Lat)[] ring = [.. Enumerable.Range(0, vertices).Select(i =>
        {
            var turn = 2 * Math.PI * i / vertices;
            var length = radius * (1 + (0.12 * Math.Sin(7 * turn)) + (0.05 * Math.Sin(31 * turn)) + (0.01 * random.Next()));
            return (lon + (length * Math.Cos(turn)), lat + (length * Math.Sin(turn)));
        })];
        return BoundaryReader.Read([[[.. ring, ring[0]]]]).Boundary ?? throw new InvalidOperationException("The ring is no boundary.");
    }
}
