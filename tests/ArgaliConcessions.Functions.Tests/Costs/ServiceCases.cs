using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Registry;

namespace ArgaliConcessions.Functions.Tests.Costs;

/// <summary>The routes of lists, sweeps, findings and of the service itself, in the order in which they are asked; then the timers.</summary>
internal static class ServiceCases
{
    private const string Report = "GET /compliance/reports/{run}";

    public static IEnumerable<CostCase> All => [.. Timers, .. Service, .. Compliance, Sweep, .. Jobs, .. Exports];

    private static CostCase[] Timers => [CostCase.Timer("RunJobs"), CostCase.Timer("NightlySweep"), CostCase.Timer("Settle"), CostCase.Timer("SettleZoneClaims")];

    private static CostCase[] Service =>
    [
        CostCase.Get("GET /health", "health"),
        CostCase.Get("GET /keys", "keys"),
        CostCase.Post("POST /links", "links", _ => new JsonObject { ["report"] = "latest", ["hours"] = 24 }),
    ];

    private static CostCase[] Compliance =>
    [
        CostCase.Get("GET /compliance/runs/{id}", "compliance/runs/{run}"),
        CostCase.Get("GET /compliance/runs/{id}", "compliance/runs/latest", "`latest`"),
        CostCase.Get("GET /compliance/findings", "compliance/findings"),
        CostCase.Get("GET /compliance/findings", "compliance/findings?concession=north&year=2015", "of one concession and year"),
        CostCase.Get("GET /compliance/findings/{id}", "compliance/findings/{finding}"),
        Decide("acknowledgement"),
        Decide("waiver"),
        ConsoleCases.Decision,
        Decide("resolution"),
        CostCase.Get(Report, "compliance/reports/{run}"),
        CostCase.Get(Report, "compliance/reports/latest", "`latest`"),
        CostCase.Get(Report, "compliance/reports/{run}", "as CSV", "text/csv"),
        CostCase.Get(Report, "compliance/reports/{run}", "as a page", "text/html"),
    ];

    private static CostCase Sweep => new("sweep", "of one concession with one ledger, its one finding resolved", register => LargeCases.SweepAsync(register, flagged: 1));

    private static CostCase[] Jobs =>
    [
        CostCase.Get("GET /imports/templates/{list}", "imports/templates/permits"),
        CostCase.New("PUT /imports/mappings/{id}", "imports/mappings/book", _ => Mapping("male")),
        CostCase.Change("PUT /imports/mappings/{id}", "imports/mappings/book", _ => Mapping("any"), "a change"),
        CostCase.Get("GET /imports/mappings/{id}", "imports/mappings/book"),
        CostCase.Get("GET /imports/mappings", "imports/mappings"),
        CostCase.Get("GET /jobs/{id}", "jobs/{run}"),
        CostCase.Post("POST /compliance/runs", "compliance/runs", _ => null),
        List("POST /imports/permits", "imports/permits?source=second&dryRun=true", CostStart.Permits("0003"), "tried (`dryRun`)"),
        List("POST /imports/permits", "imports/permits?source=second&dryRun=true&mapping=book", CostStart.Permits("0003"), "tried with a mapping"),
        List("POST /imports/permits", "imports/permits?source=second", CostStart.Permits("0003")),
        List("POST /imports/harvests", "imports/harvests?source=second&dryRun=true", CostStart.Harvests("9001"), "tried (`dryRun`)"),
        List("POST /imports/harvests", "imports/harvests?source=second", CostStart.Harvests("9001")),
    ];

    private static CostCase[] Exports =>
    [
        CostCase.Get("GET /exports/zones", "exports/zones?concession=north"),
        CostCase.Get("GET /exports/zones", "exports/zones?format=shapefile", "of all concessions"),
        CostCase.Get("GET /permits", "permits?concession=north&format=csv", "as a table, of one concession"),
        CostCase.Get("GET /compliance/findings", "compliance/findings?concession=north&format=xlsx", "as a table, of one concession"),
    ];

    private static JsonObject Mapping(string ram) => new()
    {
        ["list"] = "permits", ["columns"] = new JsonObject { ["Бланк"] = "number" }, ["words"] = new JsonObject { ["sex"] = new JsonObject { ["рогач"] = ram } },
    };

    private static CostCase Decide(string decision) => CostCase.Post(
        $"POST /compliance/findings/{{id}}/{decision}", $"compliance/findings/{{finding}}/{decision}", _ => new JsonObject { ["reason"] = "As ordered." });

    private static CostCase List(string of, string address, string csv, string when = "") => new(of, when, async register =>
    {
        await register.TimerAsync("RunJobs");
        await register.FreshenAsync();
        return await register.CountAsync(register.Post(address, csv, "text/csv"));
    });
}
