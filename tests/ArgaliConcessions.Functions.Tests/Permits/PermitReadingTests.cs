using System.Net;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Registry;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ArgaliConcessions.Functions.Tests.Permits;

public sealed class PermitReadingTests(PermitHost host) : IClassFixture<PermitHost>
{
    [Fact]
    public async Task Get_DocumentNumber_IsForTheAuthorityOnly()
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt);
        var seen = await host.Authority.GetAsync($"permits/{number}").JsonAsync(HttpStatusCode.OK);
        Assert.Equal("C01X4711", seen.GetProperty("hunter").GetProperty("documentNumber").GetString());
        foreach (var client in new[] { host.Host.Inspector, host.Host.Auditor, host.Host.Holder(hunt.Id) })
        {
            var permit = await client.GetAsync($"permits/{number}").JsonAsync(HttpStatusCode.OK);
            Assert.False(permit.GetProperty("hunter").TryGetProperty("documentNumber", out _));
        }
    }

    [Fact]
    public async Task Holder_ForeignPermit_IsAsIfItWereNotThere()
    {
        var (own, other) = (await host.HuntAsync(), await host.HuntAsync());
        var (mine, theirs) = (await host.IssuedAsync(own), await host.IssuedAsync(other));
        var holder = host.Host.Holder(own.Id);
        await holder.GetAsync($"permits/{theirs}").ProblemAsync(HttpStatusCode.NotFound, "permit-not-found");
        await holder.GetAsync($"permits/{theirs}/validity").ProblemAsync(HttpStatusCode.NotFound, "permit-not-found");
        await holder.GetAsync($"permits/{theirs}/harvests/h1").ProblemAsync(HttpStatusCode.NotFound, "permit-not-found");
        await holder.PutJsonAsync($"permits/{theirs}/harvests/h1", other.Kill().ToJsonString()).ProblemAsync(HttpStatusCode.NotFound, "permit-not-found");
        Assert.Equal([mine], await NumbersAsync(holder, "permits"));
        Assert.Empty(await NumbersAsync(holder, $"permits?concession={other.Id}"));
        await holder.PostJsonAsync($"permits/{mine}/suspension", "{\"reason\":\"x\"}", "k").ProblemAsync(HttpStatusCode.Forbidden, "role-not-allowed");
    }

    [Fact]
    public async Task Get_MisreadNumber_IsToldFromUnknown()
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt);
        var wrong = number[..^1] + (number[^1] == 'A' ? 'B' : 'A');
        await host.Authority.GetAsync($"permits/{wrong}").ProblemAsync(HttpStatusCode.NotFound, "permit-number-misread");
        await host.Authority.GetAsync("permits/anything").ProblemAsync(HttpStatusCode.NotFound, "permit-not-found");
        await host.Authority.GetAsync($"permits/{new string('9', 3000)}").ProblemAsync(HttpStatusCode.NotFound, "permit-not-found");
        await host.Authority.GetAsync($"permits/{Uri.EscapeDataString(number.ToLowerInvariant().Replace('-', ' '))}").JsonAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_AfterAHarvest_HasAnotherTag()
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt);
        var before = (await host.Authority.GetAsync($"permits/{number}")).Headers.ETag;
        await host.Authority.PutJsonAsync($"permits/{number}/harvests/h1", hunt.Kill().ToJsonString()).JsonAsync(HttpStatusCode.Created);
        var request = new HttpRequestMessage(HttpMethod.Get, $"permits/{number}");
        request.Headers.IfNoneMatch.Add(before!);
        var permit = await host.Authority.SendAsync(request).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("h1", permit.GetProperty("harvests")[0].GetProperty("id").GetString());
        Assert.Equal(1, permit.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task List_ByPages_GivesEachPermitOnceInOrder()
    {
        var hunts = new[] { await host.HuntAsync(9), await host.HuntAsync(9) };
        var issued = new List<string>();
        foreach (var hunt in hunts)
        {
            for (var n = 0; n < 5; n++) issued.Add(await host.IssuedAsync(hunt, $"p{n}"));
        }

        var holder = host.Host.Holder(hunts[0].Id, hunts[1].Id);
        var seen = new List<string>();
        for (var next = "permits?limit=3"; next is not null;)
        {
            var page = await holder.GetAsync(next).JsonAsync(HttpStatusCode.OK);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("number").GetString()!));
            next = page.TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        Assert.Equal(issued, seen);
        await holder.GetAsync("permits?limit=3&after=AAAA").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task List_Filters_AreByStatusOnADateYearAndPaper()
    {
        var hunt = await host.HuntAsync();
        var paper = await host.IssuedAsync(hunt, "a", hunt.Request().With("paper", new JsonObject { ["series"] = "AB", ["number"] = hunt.Id }));
        var suspended = await host.IssuedAsync(hunt, "b");
        await host.Authority.PostJsonAsync($"permits/{suspended}/suspension", "{\"reason\":\"inquiry\",\"from\":\"2015-10-08\"}", "s").JsonAsync(HttpStatusCode.Created);

        var mine = $"permits?concession={hunt.Id}";
        Assert.Equal([paper, suspended], await NumbersAsync(host.Authority, $"{mine}&year=2015"));
        Assert.Empty(await NumbersAsync(host.Authority, $"{mine}&year=2014"));
        Assert.Equal([suspended], await NumbersAsync(host.Authority, $"{mine}&status=suspended&on=2015-10-08"));
        Assert.Empty(await NumbersAsync(host.Authority, $"{mine}&status=suspended&on=2015-10-07"));
        Assert.Equal([paper], await NumbersAsync(host.Authority, $"permits?paperNumber=ab-{hunt.Id}"));
        Assert.Empty(await NumbersAsync(host.Authority, $"{mine}&knownAt=2015-09-01T00:00:00Z"));
    }

    [Fact]
    public async Task Life_ReplacementAndRevocation_AnswerAndReleaseThePlace()
    {
        var hunt = await host.HuntAsync(1);
        var number = await host.IssuedAsync(hunt);
        var replaced = await host.Authority.PostJsonAsync(
            $"permits/{number}/replacement", "{\"reason\":\"lost\",\"paper\":{\"number\":\"77\"}}", "r").JsonAsync(HttpStatusCode.Created);
        Assert.Equal((2, "77"), (replaced.GetProperty("version").GetInt32(), replaced.GetProperty("paper").GetProperty("number").GetString()));
        Assert.Equal(0, (await host.LineAsync(hunt)).GetProperty("remaining").GetInt32());
        var revoked = await host.Authority.PostJsonAsync($"permits/{number}/revocation", "{\"reason\":\"fraud\"}", "v").JsonAsync(HttpStatusCode.Created);
        Assert.Equal("revoked", revoked.GetProperty("status").GetString());
        Assert.Equal(1, (await host.LineAsync(hunt)).GetProperty("remaining").GetInt32());
        var refused = await host.Authority.PostJsonAsync($"permits/{number}/reinstatement", "{\"reason\":\"sorry\"}", "x").ProblemAsync(HttpStatusCode.Conflict, "change-refused");
        Assert.Equal("The permit is revoked; that is final.", refused.GetProperty("reasons")[0].GetProperty("detail").GetString());
    }

    private static async Task<string[]> NumbersAsync(HttpClient client, string route)
    {
        JsonElement page = await client.GetAsync(route).JsonAsync(HttpStatusCode.OK);
        return [.. page.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("number").GetString()!)];
    }
}
