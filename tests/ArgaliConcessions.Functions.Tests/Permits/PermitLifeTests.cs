using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Compliance;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Registry;

namespace ArgaliConcessions.Functions.Tests.Permits;

/// <summary>The permit's life over HTTP. Today is 1 October 2015; its days are the 5th to the 20th.</summary>
public sealed class PermitLifeTests(PermitHost host) : IClassFixture<PermitHost>
{
    private const string Reason = "{\"reason\":\"as ordered\"}";

    /// <summary>What is asked, and its body, in an order in which all of it is lawful.</summary>
    private static readonly (string Action, string Body)[] Life =
    [
        ("amendment", "{\"reason\":\"another guide\",\"party\":[\"Guide\"],\"ranges\":[{\"from\":\"2015-10-05\",\"to\":\"2015-10-09\"},{\"from\":\"2015-11-01\",\"to\":\"2015-11-03\"}]}"),
        ("tag", "{\"reason\":\"given out\",\"tag\":\"{0}-1\"}"), ("tag", "{\"reason\":\"torn off\",\"tag\":\"{0}-2\"}"),
        ("suspension", "{\"reason\":\"inquiry\",\"from\":\"2015-10-01\"}"), ("reinstatement", Reason),
        ("replacement", "{\"reason\":\"lost\",\"paper\":{\"series\":\"Z\",\"number\":\"{0}\"}}"), ("closure", Reason),
    ];

    [Fact]
    public async Task EachRequest_RepeatedAfterAllTheOthers_IsAnsweredByteForByteAlike()
    {
        var hunt = await host.HuntAsync();
        var issue = await host.PostAsync(hunt.Request(), "issue");
        var first = new List<(string, string)> { await WholeAsync(issue) };
        var number = JsonNode.Parse(first[0].Item2)!["number"]!.GetValue<string>();
        foreach (var (action, body) in Filled(hunt)) first.Add(await WholeAsync(await PostAsync(number, action, body, action + body.Length)));
        // A report comes late, the days go by: what the permit is now told to be has changed, the answers have not.
        await host.Authority.PutJsonAsync($"permits/{number}/harvests/h1", hunt.Kill().With("at", "2015-10-06T07:00:00Z").ToJsonString()).JsonAsync(HttpStatusCode.Created);
        host.Host.Clock.Advance(TimeSpan.FromDays(40));
        try
        {
            var again = new List<(string, string)> { await WholeAsync(await host.PostAsync(hunt.Request(), "issue")) };
            // However the number is written, the request is the same.
            foreach (var (action, body) in Filled(hunt)) again.Add(await WholeAsync(await PostAsync(number.ToLowerInvariant(), action, body, action + body.Length)));
            Assert.Equal(first, again);
            Assert.All(first, answer => Assert.StartsWith("Created", answer.Item1, StringComparison.Ordinal));
            foreach (var (action, body) in Filled(hunt))
            {
                await PostAsync(number, action, body + " ", action + body.Length).ProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
            }
        }
        finally
        {
            host.Host.Clock.Advance(TimeSpan.FromDays(-40));
        }
    }

    [Fact]
    public async Task Get_EachVersion_SaysWhatItSaid()
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt);
        await PostAsync(number, "amendment", "{\"reason\":\"as asked\",\"weapon\":\"bow\"}", "a").JsonAsync(HttpStatusCode.Created);
        await host.Authority.PutJsonAsync($"permits/{number}/harvests/h1", hunt.Kill().ToJsonString()).JsonAsync(HttpStatusCode.Created);
        foreach (var (version, weapon) in new[] { (1, "rifle .300"), (2, "bow") })
        {
            using var answer = await host.Authority.GetAsync($"permits/{number}?version={version}");
            var said = await Task.FromResult(answer).JsonAsync(HttpStatusCode.OK);
            Assert.Equal((version, weapon, $"\"{version}\""), (said.GetProperty("version").GetInt32(), said.Text("weapon"), answer.Headers.ETag!.Tag));
        }

        Assert.Equal("bow", (await host.Authority.GetAsync($"permits/{number}").JsonAsync(HttpStatusCode.OK)).Text("weapon"));
        await host.Authority.GetAsync($"permits/{number}?version=3").ProblemAsync(HttpStatusCode.NotFound, "permit-version-not-found");
        await host.Host.Holder("elsewhere").GetAsync($"permits/{number}?version=1").ProblemAsync(HttpStatusCode.NotFound, "permit-not-found");
    }

    [Fact]
    public async Task List_ByState_TellsUsedExpiredReturnedAndClosed()
    {
        var hunt = await host.HuntAsync();
        var numbers = new List<string>();
        foreach (var key in new[] { "used", "expired", "returned", "closed" }) numbers.Add(await host.IssuedAsync(hunt, key));
        await host.Authority.PutJsonAsync($"permits/{numbers[0]}/harvests/h1", hunt.Kill().ToJsonString()).JsonAsync(HttpStatusCode.Created);
        var holder = host.Host.Holder(hunt.Id);
        await holder.PostJsonAsync($"permits/{numbers[2]}/return", Reason, "r").JsonAsync(HttpStatusCode.Created);
        await holder.PostJsonAsync($"permits/{numbers[3]}/closure", Reason, "c").ProblemAsync(HttpStatusCode.Forbidden, "role-not-allowed");
        await PostAsync(numbers[3], "closure", Reason, "c").JsonAsync(HttpStatusCode.Created);
        foreach (var (state, number) in new[] { "used", "expired", "returned", "closed" }.Zip(numbers))
        {
            var page = await host.Authority.GetAsync($"permits?concession={hunt.Id}&status={state}&on=2015-10-21").JsonAsync(HttpStatusCode.OK);
            var listed = Assert.Single(page.GetProperty("items").EnumerateArray());
            Assert.Equal((number, state), (listed.Text("number"), listed.Text("status")));
        }

        var early = await host.Authority.GetAsync($"permits?concession={hunt.Id}&status=issued&on=2015-10-09").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(numbers.Take(2), early.GetProperty("items").EnumerateArray().Select(p => p.Text("number")));
        Assert.Equal(3, (await host.LineAsync(hunt)).GetProperty("remaining").GetInt32());
    }

    [Theory]
    [InlineData("en", "The permit is suspended.")]
    [InlineData("ru", "Лицензия приостановлена.")]
    public async Task Change_ThatIsNotLawful_SaysWhatIs(string language, string words)
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt);
        await PostAsync(number, "suspension", Reason, "s").JsonAsync(HttpStatusCode.Created);
        var refused = await host.Authority.PostJsonAsync($"permits/{number}/closure?lang={language}", Reason, "c").ProblemAsync(HttpStatusCode.Conflict, "change-refused");
        var reason = refused.GetProperty("reasons")[0];
        Assert.StartsWith(words, reason.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(
            ["reinstatement", "amendment", "replacement", "tagReplacement", "revocation", "return"],
            reason.GetProperty("evidence").GetProperty("possible").EnumerateArray().Select(a => a.GetString()));
    }

    [Fact]
    public async Task Validity_OfAClosedPermitWithATrophy_LetsItBeCarried()
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt);
        await host.Authority.PutJsonAsync($"permits/{number}/harvests/h1", hunt.Kill().With("at", "2015-10-01T04:00:00Z").ToJsonString()).JsonAsync(HttpStatusCode.Created);
        await PostAsync(number, "closure", Reason, "c").JsonAsync(HttpStatusCode.Created);
        var verdict = await host.Authority.GetAsync($"permits/{number}/validity?on=2015-10-25").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("notValid", "carry-trophy"), (verdict.Text("verdict"), verdict.Text("nextStepCode")));
        Assert.Contains("carrying the recorded trophy is lawful", Detail(verdict, "status"), StringComparison.Ordinal);
        Assert.StartsWith("Expired: the last day was 20 October 2015", Detail(verdict, "dates"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_RegisteredHeldAndVoided_AreTold()
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt);
        var prefix = hunt.Ground.Code;
        var series = $$"""{"prefix":"{{prefix}}-","from":8,"to":11,"digits":3,"note":"a series"}""";
        var registered = await host.Authority.PostJsonAsync("tags", series, "tags-" + prefix).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(($"{prefix}-008", $"{prefix}-011", 4), (registered.Text("first"), registered.Text("last"), registered.GetProperty("tags").GetInt32()));
        Assert.Equal("free", await StateAsync($"{prefix}009"));
        foreach (var tag in new[] { "009", "010" }) await PostAsync(number, "tag", $$"""{"reason":"torn","tag":"{{prefix}}-{{tag}}"}""", tag).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(("void", "held", "free"), (await StateAsync($"{prefix}-009"), await StateAsync($"{prefix}-010"), await StateAsync($"{prefix}-011")));
        await host.Authority.GetAsync($"tags/{prefix}-012").ProblemAsync(HttpStatusCode.NotFound, "tag-not-found");
        await host.Authority.PutJsonAsync($"tags/{prefix}-012", "{\"note\":\"one more\"}").JsonAsync(HttpStatusCode.Created);
        var empty = await host.Authority.PutJsonAsync($"tags/{prefix}-013", "{}").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal(["/basis basis-or-note"], empty.Errors());
        await host.Host.Holder(hunt.Id).GetAsync($"tags/{prefix}-009").ProblemAsync(HttpStatusCode.Forbidden, "role-not-allowed");
    }

    [Theory]
    [InlineData("""{"prefix":"A/","from":1,"to":2,"note":"x"}""", "/prefix bad-tag")]
    [InlineData("""{"prefix":"A","from":3,"to":2,"note":"x"}""", "/to bad-series")]
    [InlineData("""{"prefix":"A","from":1,"to":1001,"note":"x"}""", "/to bad-series")]
    [InlineData("""{"prefix":"A","from":1,"to":100,"digits":2,"note":"x"}""", "/digits too-few-digits")]
    public async Task Tags_SeriesThatIsNone_IsRefused(string body, string fault)
    {
        var problem = await host.Authority.PostJsonAsync("tags", body, "bad").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal([fault], problem.Errors());
    }

    private static IEnumerable<(string Action, string Body)> Filled(Hunt hunt) =>
        Life.Select(act => (act.Action, act.Body.Replace("{0}", hunt.Ground.Code + "7", StringComparison.Ordinal)));

    private static async Task<(string Head, string Body)> WholeAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var body = Convert.ToBase64String(await answer.Content.ReadAsByteArrayAsync());
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal(body, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)));
            return ($"{answer.StatusCode} {answer.Headers.Location} {answer.Headers.ETag} {answer.Content.Headers.ContentType}", text);
        }
    }

    private async Task<string?> StateAsync(string tag) => (await host.Authority.GetAsync($"tags/{tag}").JsonAsync(HttpStatusCode.OK)).Text("state");

    private Task<HttpResponseMessage> PostAsync(string number, string action, string body, string key) =>
        host.Authority.PostJsonAsync($"permits/{number}/{action}", body, key);

    private static string Detail(JsonElement verdict, string check) =>
        verdict.GetProperty("checks").EnumerateArray().Single(c => c.Text("check") == check).Text("detail")!;
}
