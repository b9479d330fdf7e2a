using System.Net;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Registry;

public sealed class ConcessionTests(RegistryHost registry) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task Put_NamesInSeveralScripts_ComeBackAsTheyAre()
    {
        var (body, etag) = await registry.DoneAsync("concessions/scripts", Bodies.Concession("SCR"), HttpStatusCode.Created);

        Assert.Equal("\"1.1\"", etag);
        Assert.Equal("Concession SCR (тоҷ.)", body.GetProperty("names").GetProperty("tg").GetString());
        var read = await registry.Authority.GetAsync("concessions/scripts").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(body.GetRawText(), read.GetRawText());
        var (_, again) = await registry.DoneAsync("concessions/scripts", JsonNode.Parse(read.GetRawText())!.AsObject(), HttpStatusCode.OK);
        Assert.Equal("\"1.1\"", again);
    }

    [Fact]
    public async Task Get_OnADate_AnswersHolderAndStatusOfThatDate()
    {
        var body = Bodies.Concession("DAT")
            .With("holders", new JsonArray(
                new JsonObject { ["id"] = "first", ["names"] = Bodies.Names("First"), ["from"] = "2009-01-01", ["to"] = "2012-12-31" },
                new JsonObject { ["id"] = "second", ["names"] = Bodies.Names("Second"), ["from"] = "2013-01-01" }))
            .With("status", new JsonArray(
                new JsonObject { ["from"] = "2014-01-01", ["status"] = "suspended" }, new JsonObject { ["from"] = "2014-06-01", ["status"] = "active" }));
        await registry.DoneAsync("concessions/dated", body, HttpStatusCode.Created);

        Assert.Equal(("notBegun", null), await OnAsync("2008-12-31"));
        Assert.Equal(("active", "first"), await OnAsync("2012-12-31"));
        Assert.Equal(("active", "second"), await OnAsync("2013-01-01"));
        Assert.Equal(("suspended", "second"), await OnAsync("2014-05-31"));
        Assert.Equal(("ended", "second"), await OnAsync("2030-01-01"));
    }

    [Fact]
    public async Task Put_ManyFaults_NamesEachFieldAtOnce()
    {
        var body = Bodies.Concession("lower")
            .With("timeZone", "Mars/Base")
            .With("holders", new JsonArray(
                new JsonObject { ["id"] = "a", ["names"] = Bodies.Names("A"), ["from"] = "2008-01-01", ["to"] = "2009-12-31" },
                new JsonObject { ["id"] = "b", ["names"] = Bodies.Names("B"), ["from"] = "2011-01-01", ["to"] = "2010-01-01" }))
            .With("status", new JsonArray(
                new JsonObject { ["from"] = "2040-01-01", ["status"] = "ended" }, new JsonObject { ["from"] = "2010-01-01", ["status"] = "notBegun" }))
            .With("succeeds", new JsonArray("many-faults", "nobody"));

        var problem = await registry.PutAsync("concessions/many-faults", body).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(
            [
                "/code bad-concession-code", "/holders/0/from before-tenure", "/holders/1/to ends-before-it-begins",
                "/status/0/from after-tenure", "/status/1/status status-not-recordable", "/succeeds/0 succeeds-itself", "/succeeds/1 concession-unknown",
                "/timeZone time-zone-unknown",
            ],
            problem.Errors().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Put_HoldersThatShareADay_IsRefused()
    {
        var body = Bodies.Concession("OVL").With("holders", new JsonArray(
            new JsonObject { ["id"] = "a", ["names"] = Bodies.Names("A"), ["from"] = "2010-01-01", ["to"] = "2012-01-01" },
            new JsonObject { ["id"] = "b", ["names"] = Bodies.Names("B"), ["from"] = "2012-01-01" }));

        var problem = await registry.PutAsync("concessions/overlap", body).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(["/holders/1/from holders-overlap"], problem.Errors());
        Assert.Contains("1 January 2012", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_TakenOrChanged_IsRefusedForEver()
    {
        await registry.DoneAsync("concessions/coded", Bodies.Concession("CODE1"), HttpStatusCode.Created);

        var taken = await registry.PutAsync("concessions/rival", Bodies.Concession("CODE1")).ProblemAsync(HttpStatusCode.Conflict, "code-taken");
        var changed = await registry.PutAsync("concessions/coded", Bodies.Concession("CODE2"), "*").ProblemAsync(HttpStatusCode.Conflict, "code-fixed");

        Assert.Equal(["/code code-taken"], taken.Errors());
        Assert.Equal(["/code code-fixed"], changed.Errors());
        await registry.Authority.GetAsync("concessions/rival").ProblemAsync(HttpStatusCode.NotFound, "concession-not-found");
        await registry.DoneAsync("concessions/rival", Bodies.Concession("CODE2"), HttpStatusCode.Created);
    }

    [Fact]
    public async Task Put_Refused_ClaimsNoCode()
    {
        await registry.PutAsync("concessions/claimless", Bodies.Concession("FREE"), "\"1.1\"").ProblemAsync(HttpStatusCode.PreconditionFailed, "precondition-failed");
        await registry.PutAsync("concessions/claimless", Bodies.Concession("FREE").With("timeZone", "x")).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        await registry.DoneAsync("concessions/other", Bodies.Concession("FREE"), HttpStatusCode.Created);
    }

    [Fact]
    public async Task List_Paged_HasEachOnceInOrder()
    {
        foreach (var id in new[] { "page-c", "page-a", "page-b" }) await registry.DoneAsync($"concessions/{id}", Bodies.Concession(id.ToUpperInvariant().Replace("-", "", StringComparison.Ordinal)), HttpStatusCode.Created);

        var seen = new List<string>();
        var next = "concessions?limit=1";
        while (next is not null)
        {
            var page = await registry.Authority.GetAsync(next).JsonAsync(HttpStatusCode.OK);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            next = page.TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        Assert.Equal(seen.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), seen);
        Assert.Superset(new HashSet<string> { "page-a", "page-b", "page-c" }, seen.ToHashSet());
        await registry.Authority.GetAsync("concessions?after=AAAAAAAAAAAAAAAAAAAAAAAAAAAA").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    private async Task<(string? Status, string? Holder)> OnAsync(string date)
    {
        var answer = await registry.Authority.GetAsync($"concessions/dated?on={date}").JsonAsync(HttpStatusCode.OK);
        return (answer.GetProperty("statusOn").GetString(), answer.TryGetProperty("holderOn", out var holder) ? holder.GetProperty("id").GetString() : null);
    }
}
