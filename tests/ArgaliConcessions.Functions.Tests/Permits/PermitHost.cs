using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Registry;

namespace ArgaliConcessions.Functions.Tests.Permits;

/// <summary>A host with an authority, hunting year 2015 and a national quota; each test takes a concession of its own. Today is 1 October 2015.</summary>
public sealed class PermitHost : IAsyncLifetime
{
    private readonly RegistryHost _registry = new();

    public LocalHost Host => _registry.Host;

    public HttpClient Authority => Host.Authority;

    public async Task InitializeAsync()
    {
        await _registry.InitializeAsync();
        await Authority.PutJsonAsync("quotas/2015/argali", Bodies.Quota(1000).ToJsonString()).JsonAsync(HttpStatusCode.Created);
    }

    public Task DisposeAsync() => _registry.DisposeAsync();

    /// <summary>A concession with zones north and south, open 1 September to 15 December and in February, and a line of rams.</summary>
    public async Task<Hunt> HuntAsync(int animals = 5)
    {
        var ground = await _registry.ConcessionAsync();
        var hunt = new Hunt(ground);
        await _registry.DoneAsync($"{ground.Route}/zones/north", Bodies.Zone(ground.West, ground.South + 0.2, 0.2), HttpStatusCode.Created);
        await _registry.DoneAsync($"{ground.Route}/zones/south", Bodies.Zone(ground.West, ground.South, 0.2), HttpStatusCode.Created);
        await _registry.DoneAsync($"{ground.Route}/seasons/polii", Bodies.Season(), HttpStatusCode.Created);
        await _registry.DoneAsync(hunt.Line(), Hunt.LineBody(animals), HttpStatusCode.Created);
        return hunt;
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject body, string key) => Authority.PostJsonAsync("permits", body.ToJsonString(), key);

    public async Task<string> IssuedAsync(Hunt hunt, string key = "k1", JsonObject? body = null) =>
        (await PostAsync(body ?? hunt.Request(), key).JsonAsync(HttpStatusCode.Created)).GetProperty("number").GetString()!;

    public async Task<JsonElement> LineAsync(Hunt hunt) => await Authority.GetAsync(hunt.Line()).JsonAsync(HttpStatusCode.OK);
}

/// <summary>A concession to hunt in, and bodies for it that are right as they stand.</summary>
public sealed record Hunt(Ground Ground)
{
    public string Id => Ground.Id;

    public string Line(string line = "rams") => $"{Ground.Route}/quotas/2015/{line}";

    public static JsonObject LineBody(int animals) => new()
    {
        ["taxon"] = "polii", ["sex"] = "male", ["minimumAgeYears"] = 7, ["purpose"] = "trophy", ["animals"] = animals, ["basis"] = Bodies.Basis("Lines"),
    };

    public JsonObject Request() => new()
    {
        ["concession"] = Id,
        ["year"] = "2015",
        ["line"] = "rams",
        ["hunter"] = new JsonObject { ["names"] = Bodies.Names("Invented Hunter"), ["asInPassport"] = "INVENTED HUNTER", ["nationality"] = "DE", ["documentNumber"] = "C01X4711" },
        ["zones"] = new JsonArray("north"),
        ["ranges"] = new JsonArray(new JsonObject { ["from"] = "2015-10-05", ["to"] = "2015-10-20" }),
        ["feePaidOn"] = "2015-09-01",
        ["weapon"] = "rifle .300",
    };

    /// <summary>A lawful kill in the middle of zone north on 10 October 2015.</summary>
    public JsonObject Kill() => new()
    {
        ["at"] = "2015-10-10T07:00:00Z",
        ["lon"] = Ground.West + 0.1,
        ["lat"] = Ground.South + 0.3,
        ["accuracy"] = 10,
        ["outcome"] = "killed",
        ["taxon"] = "polii",
        ["sex"] = "male",
        ["ageYears"] = new JsonObject { ["min"] = 8, ["max"] = 9 },
    };

    public string Place => FormattableString.Invariant($"lon={Ground.West + 0.1}&lat={Ground.South + 0.3}&accuracy=10");
}
