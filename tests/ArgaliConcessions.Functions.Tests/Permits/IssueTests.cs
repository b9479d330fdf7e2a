using System.Net;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Registry;

namespace ArgaliConcessions.Functions.Tests.Permits;

public sealed class IssueTests(PermitHost host) : IClassFixture<PermitHost>
{
    [Fact]
    public async Task Issue_LawfulRequest_Is201WithNumberLocationAndTag()
    {
        var hunt = await host.HuntAsync();
        var answer = await host.PostAsync(hunt.Request(), "a1");
        var permit = await Task.FromResult(answer).JsonAsync(HttpStatusCode.Created);
        var number = permit.GetProperty("number").GetString()!;
        Assert.StartsWith($"TJ-2015-{hunt.Ground.Code}-00001-", number, StringComparison.Ordinal);
        Assert.Equal(("/api/permits/" + number, "\"1\""), (answer.Headers.Location!.ToString(), answer.Headers.ETag!.Tag));
        Assert.Equal(("issued", "4711"), (permit.GetProperty("status").GetString(), permit.GetProperty("hunter").GetProperty("documentEndsWith").GetString()));
        Assert.False(permit.TryGetProperty("lawChangedDuringIssue", out _));
        var line = await host.LineAsync(hunt);
        Assert.Equal((1, 4), (line.GetProperty("issued").GetInt32(), line.GetProperty("remaining").GetInt32()));
    }

    [Fact]
    public async Task Issue_FiftyClientsForTenPlaces_TenPermitsAndFortyClearRefusals()
    {
        var hunt = await host.HuntAsync(animals: 10);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(() => host.PostAsync(hunt.Request(), $"race-{n}"))));
        Assert.Equal(10, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        foreach (var answer in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
        {
            var problem = await Task.FromResult(answer).ProblemAsync(HttpStatusCode.Conflict, "permit-refused");
            var reason = Assert.Single(problem.GetProperty("reasons").EnumerateArray());
            Assert.Equal("oversold-line", reason.GetProperty("code").GetString());
            Assert.Equal((10, 10, 0), (
                reason.GetProperty("evidence").GetProperty("animals").GetInt32(),
                reason.GetProperty("evidence").GetProperty("issued").GetInt32(),
                reason.GetProperty("evidence").GetProperty("remaining").GetInt32()));
        }

        Assert.Equal(0, (await host.LineAsync(hunt)).GetProperty("remaining").GetInt32());
        var listed = await host.Authority.GetAsync($"permits?concession={hunt.Id}").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(Enumerable.Range(1, 10), listed.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("serial").GetInt32()));
    }

    [Fact]
    public async Task Issue_SameKeyAgain_IsByteForByteTheSame()
    {
        var hunt = await host.HuntAsync();
        var first = await host.PostAsync(hunt.Request(), "same");
        var bytes = await first.Content.ReadAsByteArrayAsync();
        var number = JsonNode.Parse(bytes)!["number"]!.GetValue<string>();
        await host.Authority.PutJsonAsync($"permits/{number}/harvests/h1", hunt.Kill().ToJsonString()).JsonAsync(HttpStatusCode.Created);
        await host.Authority.PostJsonAsync($"permits/{number}/suspension", "{\"reason\":\"inquiry\"}", "s").JsonAsync(HttpStatusCode.Created);

        var again = await host.PostAsync(hunt.Request(), "same");
        var other = await host.PostAsync(hunt.Request(), "another key");
        Assert.Equal(bytes, await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(
            (first.StatusCode, first.Headers.Location, first.Headers.ETag), (again.StatusCode, again.Headers.Location, again.Headers.ETag));
        Assert.NotEqual(first.Headers.Location, other.Headers.Location);
    }

    [Fact]
    public async Task Issue_KeyWithOtherBody_Is422()
    {
        var hunt = await host.HuntAsync();
        await host.IssuedAsync(hunt, "once");
        await host.PostAsync(hunt.Request().With("weapon", "bow"), "once").ProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task Issue_WithoutKey_Is428() =>
        await host.Authority.PostJsonAsync("permits", "{}").ProblemAsync(HttpStatusCode.PreconditionRequired, "idempotency-key-required");

    [Fact]
    public async Task Issue_AllBroken_AnswersEveryReasonInRussianToo()
    {
        var hunt = await host.HuntAsync(animals: 0);
        var body = hunt.Request().With("zones", new JsonArray("north", "east")).With("feePaidOn", "2015-10-02").With("ranges/0/to", "2016-02-10");
        var english = await host.PostAsync(body, "e").ProblemAsync(HttpStatusCode.Conflict, "permit-refused");
        Assert.Equal(
            ["fee-not-paid", "out-of-season", "oversold-line", "zone-not-of-concession"],
            english.GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("code").GetString()!).Order(StringComparer.Ordinal));
        var season = english.GetProperty("reasons").EnumerateArray().Single(r => r.GetProperty("code").GetString() == "out-of-season");
        Assert.Equal("/ranges", season.GetProperty("pointer").GetString());
        Assert.StartsWith($"concession/{hunt.Id}/season/polii@1", season.GetProperty("law").GetString(), StringComparison.Ordinal);
        Assert.Equal("Order 1", season.GetProperty("basis").GetProperty("number").GetString());
        Assert.Equal(
            ["2015-10-05/2015-12-15", "2016-02-01/2016-02-10"],
            season.GetProperty("evidence").GetProperty("offeredRanges").EnumerateArray().Select(r => $"{r.GetProperty("from")}/{r.GetProperty("to")}"));

        var russian = await host.Authority.PostJsonAsync("permits?lang=ru", body.ToJsonString(), "r").ProblemAsync(HttpStatusCode.Conflict, "permit-refused");
        Assert.All(
            russian.GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("detail").GetString()!),
            detail => Assert.True(detail.Any(c => c is >= 'а' and <= 'я') && !detail.Contains('{', StringComparison.Ordinal), detail));
    }

    [Theory]
    [InlineData("zones", "[]", "/zones too-few")]
    [InlineData("ranges", "[{\"from\":\"2015-10-05\",\"to\":\"2015-10-01\"}]", "/ranges/0/to range-ends-before-it-begins")]
    [InlineData("ranges", "[{\"from\":\"2015-10-05\",\"to\":\"2015-10-09\"},{\"from\":\"2015-10-09\",\"to\":\"2015-10-12\"}]", "/ranges ranges-overlap")]
    [InlineData("animals", "0", "/animals out-of-range")]
    [InlineData("tag", "\"--\"", "/tag no-letter-or-digit")]
    [InlineData("paper", "{\"series\":\"A\"}", "/paper/number required")]
    [InlineData("hunter", "{\"names\":{\"en\":\"x\"},\"nationality\":\"de\"}", "/hunter/nationality bad-country")]
    [InlineData("hunter", "null", "/hunter required")]
    [InlineData("line", "\"Rams\"", "/line bad-id")]
    public async Task Issue_UnreadableField_Is422WithItsPlace(string field, string value, string fault)
    {
        var body = new Hunt(new Ground("nowhere", "NN", 0, 0)).Request().With(field, JsonNode.Parse(value));
        var problem = await host.PostAsync(body, "f").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal([fault], problem.Errors());
    }

    [Fact]
    public async Task Issue_OtherRoles_MayNot()
    {
        foreach (var client in new[] { host.Host.Inspector, host.Host.Auditor, host.Host.Holder("test-1") })
        {
            await client.PostJsonAsync("permits", "{}", "k").ProblemAsync(HttpStatusCode.Forbidden, "role-not-allowed");
        }
    }
}
