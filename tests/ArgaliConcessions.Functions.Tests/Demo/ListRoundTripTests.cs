using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Demo;

/// <summary>The demo's own concessions, seasons and quotas, written as lists and imported into a register that has none, are what the demo has.</summary>
public sealed class ListRoundTripTests
{
    private static readonly string[] OfTheRegister = ["revision", "version", "recordedAt", "reason", "versions", "law", "number", "on"];

    [Fact]
    public async Task Lists_OfTheDemo_MakeTheSameRegister()
    {
        await using var demo = await DemoWorld.StartAsync();
        await using var other = await DemoWorld.StartAsync();
        var law = new DemoVariant().Law.ToList();
        await demo.Loading.PutLawAsync(law, resume: false, CancellationToken.None);
        await other.Loading.PutLawAsync([.. law.Where(e => e.Path == "authority" || e.Path.StartsWith("years/", StringComparison.Ordinal))], resume: false, CancellationToken.None);
        var lists = await RegisterLists.WriteAsync(path => demo.Client.FindAsync(path, CancellationToken.None));

        foreach (var (kind, list) in lists)
        {
            var answer = await ImportAsync(other, kind, list);
            Assert.Equal((0, 0), ((int)answer["faultCount"]!, (int)answer["changes"]!["unchanged"]!));
            // What the demo records between its lists: a season names zones, a quota rests on a survey.
            if (kind == "concessions") await other.Loading.PutLawAsync([.. law.Where(e => e.Path.Contains("/zones/") || e.Path.Contains("surveys/"))], resume: false, CancellationToken.None);
        }

        foreach (var path in await AddressesAsync(demo)) Assert.Equal(await ReadAsync(demo, path), await ReadAsync(other, path));
        foreach (var (kind, list) in lists)
        {
            var again = await ImportAsync(other, kind, list, "again");
            Assert.Equal((0, 0), ((int)again["changes"]!["added"]!, (int)again["changes"]!["changed"]!));
        }
    }

    private static async Task<JsonNode> ImportAsync(DemoWorld world, string kind, string list, string key = "first")
    {
        using var http = new HttpClient { BaseAddress = world.Api };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", world.Token);
        return JsonNode.Parse((await http.PostListAsync($"imports/{kind}?source=demo", list, $"{key}-{kind}").JsonAsync(HttpStatusCode.OK)).GetRawText())!;
    }

    private static async Task<IReadOnlyList<string>> AddressesAsync(DemoWorld world)
    {
        var addresses = new List<string>();
        var years = (await FindAsync(world, "years"))["items"]!.AsArray().Select(y => (string)y!["id"]!).ToList();
        addresses.AddRange(years.Select(year => $"quotas/{year}"));
        foreach (var concession in (await FindAsync(world, "concessions?limit=1000"))["items"]!.AsArray().Select(c => (string)c!["id"]!))
        {
            addresses.Add($"concessions/{concession}");
            addresses.AddRange(years.Select(year => $"concessions/{concession}/quotas/{year}"));
            // Every day on which a version begins, and the day before.
            addresses.AddRange(from year in Enumerable.Range(2010, 8) from day in new[] { "01-31", "02-01", "08-31", "09-01" } select $"concessions/{concession}/seasons?on={year}-{day}");
        }

        Assert.True(addresses.Count > 200);
        return addresses;
    }

    private static async Task<JsonNode> FindAsync(DemoWorld world, string path) => (await world.Client.FindAsync(path, CancellationToken.None))!;

    private static async Task<string> ReadAsync(DemoWorld world, string path)
    {
        var answer = await FindAsync(world, path);
        Strip(answer);
        return $"{path} {answer.ToJsonString()}";
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) Strip(item);
        }
        else if (node is JsonObject thing)
        {
            foreach (var name in OfTheRegister) thing.Remove(name);
            foreach (var (_, value) in thing) Strip(value);
        }
    }
}
