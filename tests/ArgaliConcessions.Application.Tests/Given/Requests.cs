using ArgaliConcessions.Application.Harvests;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Tests.Given;

/// <summary>Requests to start a test from.</summary>
public static class Requests
{
    /// <summary>One ram on line <c>rams</c> of demo-north, 1 to 20 October 2014, zone north, fee paid in August.</summary>
    public static IssueRequest Lawful { get; } = new(
        "demo-north", "2014", "rams", new HunterDetails(LocalizedNames.Of("en", "Invented Hunter"), "INVENTED HUNTER", "DE", "C01X4711"), "Invented Firm",
        ["north"], [Days(2014, 10, 1, 20)], new LocalDate(2014, 8, 20), "rifle", null, [], 1, null);

    /// <summary>A ram of eight or nine years killed in the middle of zone north at noon on 10 October 2014.</summary>
    public static HarvestReport Kill(string id = "h1") => new(
        id, Instant.FromUtc(2014, 10, 10, 7, 0), null, new GeoPosition(73.1, 38.3, 10), null, HarvestOutcome.Killed, null,
        "polii", Sex.Male, new AgeEstimate(8, 9), null, null, null, null, Precondition.None);

    public static DateInterval Days(int year, int month, int first, int last) => new(new LocalDate(year, month, first), new LocalDate(year, month, last));
}
