using System.Net;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Compliance;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Registry;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Functions.Tests.Costs;

/// <summary>The routes of permits and what befalls them, in the order in which they are asked.</summary>
internal static class PermitCases
{
    private const string Validity = "GET /permits/{number}/validity";
    private const string Inspection = "PUT /inspections/{id}";
    private const string Today = "2015-10-01";
    private const string At = "?at=2015-10-10T07:00:00Z&lon=73.1&lat=38.3&accuracy=10";

    public static IEnumerable<CostCase> All => [Start, .. Issue, .. Reading, .. OnPaper, .. Checks, .. Facts, .. Life];

    /// <summary>Before anything else is drawn: each shape is read once.</summary>
    private static CostCase Start => new(Validity, "the first question after a start", async r =>
    {
        await r.RestartAsync();
        return await r.CountAsync(Ask(r));
    });

    private static CostCase[] Issue =>
    [
        CostCase.Post("POST /permits", "permits", r => r.Request()),
        CostCase.Post("POST /permits", "permits", r => r.Request().With("tag", "T-1"), "with a tag"),
        CostCase.Post("POST /permits", "permits", r => r.Request().With("paper", Paper("0001")), "with a paper number"),
        CostCase.Post("POST /permits", "permits", r => r.Request().With("hunter/documentNumber", "C00001"), "with a document that another permit bears"),
        new("POST /permits", "on a reservation", async r =>
        {
            var reserved = new JsonObject { ["animals"] = 1, ["for"] = "John Doe", ["until"] = "2015-11-30" };
            await r.Authority.PutJsonAsync("concessions/north/quotas/2015/rams/reservations/smith", reserved.ToJsonString()).JsonAsync(HttpStatusCode.Created);
            await r.FreshenAsync();
            return await r.CountAsync(r.Post("permits", r.Request().With("reservation", "smith").ToJsonString()));
        }),
        new("POST /permits", "law older than 30 s", async r => await StaleAsync(r, r.Post("permits", r.Request().ToJsonString()))),
        new("POST /permits", "the same request again", async r =>
        {
            var (key, body) = (r.NextKey(), r.Request().ToJsonString());
            await r.Authority.PostJsonAsync("permits", body, key).JsonAsync(HttpStatusCode.Created);
            await r.FreshenAsync();
            return await r.CountAsync(() => r.Authority.PostJsonAsync("permits", body, key).JsonAsync(HttpStatusCode.Created));
        }),
    ];

    private static CostCase[] Reading =>
    [
        CostCase.Get("GET /permits/{number}", "permits/{permit}", byInspector: true),
        CostCase.Get("GET /permits/{number}", "permits/{permit}", "by the authority, which is told the passport's number"),
        CostCase.Get("GET /permits", "permits"),
        CostCase.Get("GET /permits", "permits?paperNumber=AA-0001", "by `paperNumber`, one permit"),
        CostCase.Get("GET /permits", "permits?concession=north&year=2015", "of one concession and year"),
    ];

    private static CostCase[] OnPaper =>
    [
        CostCase.Get("GET /fieldsheets/{concession}", "fieldsheets/north?from=2015-10-01&to=2015-10-31", accept: "text/html", byInspector: true),
        CostCase.Get("GET /fieldsheets/{concession}", "fieldsheets/north?from=2020-01-01&to=2020-01-31", "of days that no hunting year has", "text/html", byInspector: true),
        CostCase.Get("GET /permits/{number}/paper", "permits/{permit}/paper", accept: "text/html", byInspector: true),
        CostCase.Get("GET /permits/{number}/paper", "permits/{permit}/paper", "by the authority, as PDF", "application/pdf"),
    ];

    private static CostCase[] Checks =>
    [
        CostCase.Get(Validity, "permits/{permit}/validity" + At),
        CostCase.Get(Validity, "permits/{permit}/validity" + At, "as a page", "text/html"),
        CostCase.Get(Validity, "permits/-/validity" + At + "&paper=AA-0001", "by `paper`, one permit"),
        CostCase.Get(Validity, "permits/{permit}/validity" + At + "&knownAt=2015-10-01T06:00:30Z", "with `knownAt`"),
        new(Validity, "law older than 30 s", async r => await StaleAsync(r, Ask(r))),
    ];

    private static CostCase[] Facts =>
    [
        CostCase.New("PUT /permits/{number}/harvests/{harvest}", "permits/{permit}/harvests/h1", r => Kill(r)),
        CostCase.Change("PUT /permits/{number}/harvests/{harvest}", "permits/{permit}/harvests/h1", r => Kill(r).With("accuracy", 20).With("reason", "misread"), "a correction"),
        CostCase.Get("GET /permits/{number}/harvests/{harvest}", "permits/{permit}/harvests/h1"),
        new(Inspection, "", r => InspectAsync(r, "one", "{permit}")),
        new(Inspection, "of two permits", r => InspectAsync(r, "two", "{permit}", "{second}")),
        new(Inspection, "of no permit", r => InspectAsync(r, "none")),
    ];

    private static CostCase[] Life =>
    [
        CostCase.Post("POST /permits/{number}/amendment", "permits/{second}/amendment", _ => Reason().With("weapon", "bow")),
        CostCase.Get("GET /permits/{number}", "permits/{second}?version=1", "a `version` that was replaced", byInspector: true),
        CostCase.Get("GET /permits/{number}", "permits/{second}?version=2", "the present `version`", byInspector: true),
        CostCase.New("PUT /tags/{tag}", "tags/T-70", _ => new JsonObject { ["note"] = "found" }),
        CostCase.Get("GET /tags/{tag}", "tags/T-70"),
        CostCase.Post("POST /tags", "tags", _ => Series(97)),
        CostCase.Post("POST /tags", "tags", _ => Series(200), "200 tags, 97 of them registered"),
        CostCase.Post("POST /permits/{number}/tag", "permits/{second}/tag", _ => Reason().With("tag", "T-71")),
        CostCase.Post("POST /permits/{number}/tag", "permits/{second}/tag", _ => Reason().With("tag", "T-72"), "of a permit that bears one"),
        Act("suspension"),
        Act("reinstatement"),
        CostCase.Post("POST /permits/{number}/replacement", "permits/{permit}/replacement", _ => Reason().With("from", Today).With("paper", Paper("0002"))),
        Act("return", permit: "{third}"),
        Act("closure", permit: "{fourth}"),
        Act("revocation", permit: "{fifth}"),
        Act("revocation", when: "of a permit that was hunted on"),
        new("POST /permits/{number}/revocation", "of a permit with a tag", async r =>
        {
            var issued = await r.Authority.PostJsonAsync("permits", r.Request().With("tag", "T-2").ToJsonString(), r.NextKey()).JsonAsync(HttpStatusCode.Created);
            await r.FreshenAsync();
            return await r.CountAsync(r.Post($"permits/{issued.Text("number")}/revocation", Reason().ToJsonString()));
        }),
    ];

    private static CostCase Act(string act, string permit = "{permit}", string when = "") => new($"POST /permits/{{number}}/{act}", when, async r =>
    {
        if (!r.Known.ContainsKey(permit.Trim('{', '}'))) r.Known[permit.Trim('{', '}')] = await CostStart.IssueAsync(r);
        await r.FreshenAsync();
        return await r.CountAsync(r.Post(CostCase.Filled(r, $"permits/{permit}/{act}"), Reason().With("from", Today).ToJsonString()));
    });

    private static JsonObject Reason() => new() { ["reason"] = "As ordered." };

    private static JsonObject Series(int tags) => new() { ["prefix"] = "S", ["from"] = 1, ["to"] = tags, ["digits"] = 4, ["note"] = "a series" };

    private static JsonObject Paper(string number) => new() { ["series"] = "AA", ["number"] = number };

    private static JsonObject Kill(CostRegister register) => register.North.Kill().With("at", "2015-10-01T05:00:00Z");

    private static HttpRequestMessage Ask(CostRegister register) => new(HttpMethod.Get, CostCase.Filled(register, "permits/{permit}/validity" + At));

    private static async Task<Operations> StaleAsync(CostRegister register, HttpRequestMessage request)
    {
        await register.FreshenAsync();
        register.Advance(TimeSpan.FromSeconds(31));
        return await register.CountAsync(request);
    }

    private static async Task<Operations> InspectAsync(CostRegister register, string id, params string[] permits)
    {
        await register.FreshenAsync();
        var body = new JsonObject
        {
            ["at"] = "2015-10-01T05:00:00Z", ["lon"] = 73.1, ["lat"] = 38.3, ["accuracy"] = 10,
            ["permits"] = new JsonArray([.. permits.Select(p => JsonValue.Create(CostCase.Filled(register, p)))]), ["numberAsRead"] = "read",
        };
        return await register.CountAsync(new HttpRequestMessage(HttpMethod.Put, $"inspections/{id}") { Content = HttpAnswers.Json(body.ToJsonString()) }, register.Inspector);
    }
}
