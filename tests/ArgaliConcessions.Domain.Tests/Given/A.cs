using System.Collections.Immutable;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Seasons;
using NodaTime.Text;

namespace ArgaliConcessions.Domain.Tests.Given;

/// <summary>
/// Lawful things to start a test from; a test changes only what it is about. The default law: hunting year 2014 (1 Jul 2014
/// to 30 Jun 2015), concession <c>demo-north</c> with zones <c>north</c> and <c>south</c>, taxon <c>polii</c> of <c>argali</c>, open
/// 1 Sep to 15 Dec and 1 Feb to 1 Mar; all published on 10 Jan 2014.
/// </summary>
public static class A
{
    public static readonly Instant Recorded = Instant.FromUtc(2014, 1, 20, 6, 0);

    public static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    public static DateInterval Days(string from, string to) => new(Date(from), Date(to));

    public static LocalizedNames Name(string text) => LocalizedNames.Of("en", text);

    public static LegalBasis Act(string publishedOn = "2014-01-10", string title = "Order") => new(title, $"No. {publishedOn}", Date(publishedOn));

    public static SeasonWindow Yearly(string from, string to) => new SeasonWindow.Yearly(Annual(from), Annual(to));

    public static SeasonWindow Once(string from, string to) => new SeasonWindow.Once(Date(from), Date(to));

    /// <summary><c>--12-15</c>.</summary>
    public static AnnualDate Annual(string text) => AnnualDatePattern.Iso.Parse(text[2..]).Value;

    public static LawBuilder Law() => new();

    public static ConcessionBuilder Concession(string id = "demo-north", string code = "KT7") => new(id, code);

    public static Permit Permit(int serial = 7) => new()
    {
        Number = new PermitNumber("TJ", "2014", "KT7", serial).ToString(),
        Concession = "demo-north",
        Year = "2014",
        Serial = serial,
        Line = "rams",
        Animal = new PermitAnimal("polii", Sex.Male, 7),
        Hunter = new HunterSummary(Name("Invented Hunter"), "INVENTED HUNTER", "DE", "4711"),
        Zones = ["north"],
        Ranges = [Days("2014-10-01", "2014-10-20")],
        IssuedOn = Date("2014-09-20"),
        IssuedBy = new IssuingOfficer("office-7", "Invented Clerk"),
        FeePaidOn = Date("2014-09-15"),
        RecordedAt = Instant.FromUtc(2014, 9, 20, 8, 0),
    };

    public static Harvest Kill(string on = "2014-10-10", string id = "h1") => new()
    {
        Id = id,
        On = Date(on),
        Outcome = HarvestOutcome.Killed,
        Taxon = "polii",
        Sex = Sex.Male,
        AgeYears = new AgeEstimate(8, 9),
        ReportedOn = Date(on),
        RecordedAt = Date(on).AtMidnight().InUtc().ToInstant(),
        RecordedBy = "holder",
    };

    public static Harvest Wounding(string on = "2014-10-10", string id = "w1") =>
        Kill(on, id) with { Outcome = HarvestOutcome.Wounded, AgeYears = null };

    public static QuotaLine Line(int animals = 10, int? minimumAge = 7) => new("polii", Sex.Male, minimumAge, QuotaPurpose.Trophy, animals);

    /// <summary>Revisions of one thing, each a day after the one before.</summary>
    public static Revisions<T> Revisions<T>(params ReadOnlySpan<(string PublishedOn, T Value)> values)
    {
        var revisions = ImmutableArray.CreateBuilder<Revision<T>>();
        foreach (var (publishedOn, value) in values)
        {
            var number = revisions.Count + 1;
            revisions.Add(new Revision<T>(number, Recorded + Duration.FromDays(number - 1), Act(publishedOn), value));
        }

        return new Revisions<T>(revisions);
    }
}
