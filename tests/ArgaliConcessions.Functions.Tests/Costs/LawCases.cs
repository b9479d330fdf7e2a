using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Permits;
using ArgaliConcessions.Functions.Tests.Registry;

namespace ArgaliConcessions.Functions.Tests.Costs;

/// <summary>The routes of the law, in the order in which they are asked.</summary>
internal static class LawCases
{
    private const string Zone = "PUT /concessions/{concession}/zones/{zone}";
    private const string Line = "PUT /concessions/{concession}/quotas/{year}/{line}";
    private const string Transfers = "POST /concessions/{concession}/quotas/{year}/{line}/transfers";
    private const string Reservation = Line + "/reservations/{reservation}";
    private const string Reservations = "GET /concessions/{concession}/quotas/{year}/{line}/reservations";

    public static IEnumerable<CostCase> All => [.. National, .. Concessions, .. Zones, .. Quotas, .. Surveys];

    private static CostCase[] National =>
    [
        CostCase.Change("PUT /authority", "authority", _ => Bodies.Authority().With("names", Bodies.Names("Another name"))),
        CostCase.Get("GET /authority", "authority"),
        CostCase.New("PUT /years/{id}", "years/2016", _ => Bodies.Year(2016)),
        CostCase.Change("PUT /years/{id}", "years/2016", _ => Bodies.Year(2016).With("label", "the next"), "a change"),
        CostCase.Get("GET /years/{id}", "years/2015"),
        CostCase.Get("GET /years", "years"),
        CostCase.New("PUT /closures/{id}", "closures/ban", _ => Bodies.Closure("2019-01-01")),
        CostCase.Change("PUT /closures/{id}", "closures/ban", _ => Bodies.Closure("2019-02-01"), "a change"),
        CostCase.Get("GET /closures/{id}", "closures/ban"),
        CostCase.Get("GET /closures", "closures"),
    ];

    private static CostCase[] Concessions =>
    [
        CostCase.Change("PUT /concessions/{concession}", "concessions/north", _ => Bodies.Concession("NOR").With("region", "khatlon")),
        CostCase.New("PUT /concessions/{concession}", "concessions/east", _ => Bodies.Concession("EAS"), "a new one"),
        CostCase.Get("GET /concessions/{concession}", "concessions/north"),
        CostCase.Get("GET /concessions", "concessions"),
        CostCase.New("PUT /concessions/{concession}/seasons/{season}", "concessions/north/seasons/ibex", _ => Bodies.Season().With("taxon", "ibex")),
        CostCase.Change("PUT /concessions/{concession}/seasons/{season}", "concessions/north/seasons/ibex", _ => Bodies.Season("2020-01-01").With("taxon", "ibex"), "a later version"),
        CostCase.Get("GET /concessions/{concession}/seasons/{season}", "concessions/north/seasons/autumn"),
        CostCase.Get("GET /concessions/{concession}/seasons", "concessions/north/seasons"),
        CostCase.Get("GET /seasons", "seasons"),
    ];

    private static CostCase[] Zones =>
    [
        CostCase.New(Zone, "concessions/north/zones/hill", r => Square(r, 0.5)),
        CostCase.Change(Zone, "concessions/north/zones/hill", r => Square(r, 0.6, "2020-01-01"), "a later version"),
        CostCase.Get("GET /concessions/{concession}/zones/{zone}", "concessions/north/zones/valley"),
        CostCase.Get("GET /concessions/{concession}/zones", "concessions/north/zones"),
        CostCase.Get("GET /zones", "zones?lon=73.1&lat=38.3"),
        CostCase.Post("POST /imports/zones", "imports/zones?dryRun=true", r => Collection(r, 0.7), "tried (`dryRun`)"),
        CostCase.Post("POST /imports/zones", "imports/zones", r => Collection(r, 0.7)),
        CostCase.Post("POST /imports/zones", "imports/zones", r => Collection(r, 0.8, 0.9), "two features"),
    ];

    private static CostCase[] Quotas =>
    [
        CostCase.New("PUT /quotas/{year}/{taxon}", "quotas/2015/ibex", _ => Bodies.Quota(50)),
        CostCase.Change("PUT /quotas/{year}/{taxon}", "quotas/2015/ibex", _ => Bodies.Quota(60), "a change"),
        CostCase.Get("GET /quotas/{year}/{taxon}", "quotas/2015/ibex"),
        CostCase.Get("GET /quotas/{year}", "quotas/2015"),
        CostCase.New(Line, "concessions/north/quotas/2015/more-rams", _ => Hunt.LineBody(5)),
        CostCase.Change(Line, "concessions/north/quotas/2015/more-rams", _ => Hunt.LineBody(7), "raised"),
        CostCase.Change(Line, "concessions/north/quotas/2015/more-rams", _ => Hunt.LineBody(6), "lowered"),
        CostCase.New(Line, "concessions/east/quotas/2015/rams", _ => Hunt.LineBody(5), "the first of its ledger"),
        CostCase.Get("GET /concessions/{concession}/quotas/{year}/{line}", "concessions/north/quotas/2015/rams"),
        CostCase.Get("GET /concessions/{concession}/quotas/{year}", "concessions/north/quotas/2015"),
        CostCase.Get(Line.Replace("PUT", "GET", StringComparison.Ordinal) + "/entries", "concessions/north/quotas/2015/rams/entries"),
        CostCase.Post(Transfers, "concessions/north/quotas/2015/rams/transfers", _ => Transfer()),
        CostCase.New(Reservation, "concessions/north/quotas/2015/rams/reservations/doe", _ => Reserved(1)),
        CostCase.Change(Reservation, "concessions/north/quotas/2015/rams/reservations/doe", _ => Reserved(2), "a change"),
        CostCase.Get(Reservation.Replace("PUT", "GET", StringComparison.Ordinal), "concessions/north/quotas/2015/rams/reservations/doe"),
        CostCase.Get(Reservations, "concessions/north/quotas/2015/rams/reservations"),
        CostCase.Post(Reservation.Replace("PUT", "POST", StringComparison.Ordinal) + "/release", "concessions/north/quotas/2015/rams/reservations/doe/release", _ => null),
    ];

    private static JsonObject Transfer() =>
        new() { ["toConcession"] = "north", ["toLine"] = "more-rams", ["animals"] = 1, ["basis"] = Bodies.Basis() };

    private static JsonObject Reserved(int animals) => new() { ["animals"] = animals, ["for"] = "Firm, for John Doe", ["until"] = "2015-11-30" };
    /// <summary>After the lines: whoever changes one then has a survey to be held against.</summary>
    private static CostCase[] Surveys =>
    [
        CostCase.New("PUT /surveys/{id}", "surveys/count", _ => Bodies.Survey(9000)),
        CostCase.Change("PUT /surveys/{id}", "surveys/count", _ => Bodies.Survey(8900), "a change"),
        CostCase.Get("GET /surveys/{id}", "surveys/count"),
        CostCase.Get("GET /surveys", "surveys"),
        CostCase.New("PUT /concessions/{concession}/surveys/{id}", "concessions/north/surveys/count", _ => Bodies.Survey(9000)),
        CostCase.Change("PUT /concessions/{concession}/surveys/{id}", "concessions/north/surveys/count", _ => Bodies.Survey(8900), "a change"),
        CostCase.Get("GET /concessions/{concession}/surveys/{id}", "concessions/north/surveys/count"),
        CostCase.Get("GET /concessions/{concession}/surveys", "concessions/north/surveys"),
        CostCase.Change(Line, "concessions/north/quotas/2015/more-rams", _ => Hunt.LineBody(7).With("basis/publishedOn", "2015-06-01"), "raised, held against the concession's survey"),
        CostCase.Post(Transfers, "concessions/north/quotas/2015/rams/transfers", _ => Transfer().With("basis/publishedOn", "2015-06-01"), "held against the receiving concession's survey"),
    ];

    private static JsonObject Square(CostRegister register, double east, string from = "2010-01-01") =>
        Bodies.Zone(register.North.Ground.West + east, register.North.Ground.South, 0.05, from);

    private static JsonObject Collection(CostRegister register, params double[] east) =>
        Bodies.Collection([.. east.Select(e => ("north", FormattableString.Invariant($"z{e * 10:0}"), Square(register, e)))]);
}
