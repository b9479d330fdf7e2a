using System.Net;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Registry;

namespace ArgaliConcessions.Functions.Tests.Permits;

/// <summary>What comes from the field: harvests, inspections, questions about validity.</summary>
public sealed class FieldTests(PermitHost host) : IClassFixture<PermitHost>
{
    [Fact]
    public async Task Harvest_SecondRam_IsTakenInAndAnsweredWithItsFinding()
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt);
        var holder = host.Host.Holder(hunt.Id);
        var first = await holder.PutJsonAsync($"permits/{number}/harvests/h1", hunt.Kill().ToJsonString()).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(0, first.GetProperty("findings").GetArrayLength());
        var second = await holder.PutJsonAsync($"permits/{number}/harvests/h2", hunt.Kill().With("at", "2015-10-11").ToJsonString()).JsonAsync(HttpStatusCode.Created);
        Assert.Contains("second-animal", second.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()));
        Assert.Equal("2015-10-11", second.GetProperty("harvest").GetProperty("on").GetString());
        Assert.Equal(2, (await host.LineAsync(hunt)).GetProperty("killed").GetInt32());
    }

    [Fact]
    public async Task Harvest_Corrected_NeedsItsTagAndAReason()
    {
        var hunt = await host.HuntAsync();
        var route = $"permits/{await host.IssuedAsync(hunt)}/harvests/h1";
        var put = await host.Host.Inspector.PutJsonAsync(route, hunt.Kill().ToJsonString());
        var tag = put.Headers.ETag!.Tag;
        var lost = hunt.Kill().With("outcome", "lost");
        await host.Authority.PutJsonAsync(route, lost.ToJsonString()).ProblemAsync(HttpStatusCode.PreconditionRequired, "precondition-required");
        await host.Authority.PutJsonAsync(route, lost.ToJsonString(), tag).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        var corrected = await host.Authority.PutJsonAsync(route, lost.With("reason", "not found").ToJsonString(), tag).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(2, corrected.GetProperty("harvest").GetProperty("version").GetInt32());
        await host.Authority.PutJsonAsync(route, hunt.Kill().With("reason", "x").ToJsonString(), tag).ProblemAsync(HttpStatusCode.PreconditionFailed, "precondition-failed");
        var read = await host.Host.Auditor.GetAsync(route).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("lost", read.GetProperty("outcome").GetString());
        await host.Host.Auditor.PutJsonAsync(route, "{}").ProblemAsync(HttpStatusCode.Forbidden, "role-not-allowed");
    }

    [Theory]
    [InlineData("at", "\"yesterday\"", "/at bad-instant-or-date")]
    [InlineData("at", "null", "/at required")]
    [InlineData("lat", "null", "/lat required")]
    [InlineData("lat", "91", "/lat out-of-range")]
    [InlineData("ageYears", "{\"min\":9,\"max\":8}", "/ageYears/max less-than-minimum")]
    [InlineData("outcome", "\"missed\"", "/outcome unknown-value")]
    [InlineData("horns", "{\"leftLengthCm\":-1}", "/horns/leftLengthCm out-of-range")]
    [InlineData("horn", "{}", "/horn unknown-member")]
    public async Task Harvest_Unreadable_Is422WithItsPlace(string field, string value, string fault)
    {
        var body = new Hunt(new Ground("nowhere", "NN", 0, 0)).Kill().With(field, JsonNode.Parse(value));
        var problem = await host.Authority.PutJsonAsync("permits/x/harvests/h1", body.ToJsonString()).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal([fault], problem.Errors());
    }

    [Fact]
    public async Task Validity_HereAndNow_IsTheContractsVerdict()
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt);
        var verdict = await host.Host.Inspector.GetAsync($"permits/{number}/validity?at=2015-10-10T07:00:00Z&{hunt.Place}").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(
            (number, "valid", "hunting", "2015-10-10"),
            (verdict.GetProperty("permit").GetString(), verdict.GetProperty("verdict").GetString(), verdict.GetProperty("scope").GetString(), verdict.GetProperty("localDate").GetString()));
        var subject = verdict.GetProperty("subject");
        Assert.Equal(("4711", 1, hunt.Id), (
            subject.GetProperty("documentEndsWith").GetString(), subject.GetProperty("animalsLeft").GetInt32(), subject.GetProperty("concession").GetProperty("id").GetString()));
        var checks = verdict.GetProperty("checks").EnumerateArray().ToDictionary(c => c.GetProperty("check").GetString()!);
        Assert.Equal("pass", checks["season"].GetProperty("result").GetString());
        Assert.Equal($"concession/{hunt.Id}/season/polii@1", checks["season"].GetProperty("law").GetString());
        Assert.InRange(checks["zone"].GetProperty("metresInside").GetDouble(), 1000, 20000);
        Assert.Equal(20, checks["zone"].GetProperty("radiusMetres").GetDouble());
        Assert.All(checks.Values, c => Assert.DoesNotContain("{", c.GetProperty("detail").GetString(), StringComparison.Ordinal));
        Assert.NotEmpty(verdict.GetProperty("nextStep").GetString()!);
    }

    [Fact]
    public async Task Validity_OutOfSeason_SaysWhichDayWasTheLast()
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt);
        var verdict = await host.Host.Inspector.GetAsync($"permits/{number}/validity?on=2016-03-14&lang=ru").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("notValid", "papers"), (verdict.GetProperty("verdict").GetString(), verdict.GetProperty("scope").GetString()));
        var season = verdict.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("check").GetString() == "season");
        Assert.Equal(("fail", "out-of-season", 14), (
            season.GetProperty("result").GetString(), season.GetProperty("code").GetString(), season.GetProperty("daysOutside").GetInt32()));
        Assert.Contains("29 февраля 2016", season.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validity_ByPaper_AnswersEveryPermitOfTheNumber()
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt, "k", hunt.Request().With("paper", new JsonObject { ["series"] = "PV", ["number"] = hunt.Id }));
        var found = await host.Host.Inspector.GetAsync($"permits/-/validity?paper=pv{hunt.Id}&at=2015-10-10T07:00:00Z").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(number, Assert.Single(found.GetProperty("verdicts").EnumerateArray()).GetProperty("permit").GetString());
        await host.Host.Inspector.GetAsync("permits/-/validity?paper=nobody").ProblemAsync(HttpStatusCode.NotFound, "permit-not-found");
        await host.Host.Inspector.GetAsync($"permits/{number}/validity?paper=pv1").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        await host.Host.Inspector.GetAsync($"permits/{number}/validity?lon=70").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task Inspection_OfAPermit_IsJudgedAndShownThere()
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt);
        var body = new JsonObject
        {
            ["at"] = "2015-10-10T07:00:00Z", ["lon"] = hunt.Ground.West + 0.1, ["lat"] = hunt.Ground.South + 0.3, ["accuracy"] = 8,
            ["permits"] = new JsonArray(number, "unreadable 12"), ["persons"] = 3, ["weapons"] = "one rifle",
        };
        var route = $"inspections/{hunt.Id}";
        var answer = await host.Host.Inspector.PutJsonAsync(route, body.ToJsonString()).JsonAsync(HttpStatusCode.Created);
        Assert.Equal([true, false], answer.GetProperty("permits").EnumerateArray().Select(p => p.GetProperty("known").GetBoolean()));
        Assert.Equal("valid", answer.GetProperty("permits")[0].GetProperty("verdict").GetProperty("verdict").GetString());
        await host.Host.Inspector.PutJsonAsync(route, body.ToJsonString()).JsonAsync(HttpStatusCode.OK);
        await host.Host.Inspector.PutJsonAsync(route, body.With("persons", 4).ToJsonString()).ProblemAsync(HttpStatusCode.Conflict, "inspection-id-used");
        await host.Authority.PutJsonAsync(route, body.ToJsonString()).ProblemAsync(HttpStatusCode.Forbidden, "role-not-allowed");
        var permit = await host.Authority.GetAsync($"permits/{number}").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(hunt.Id, permit.GetProperty("inspections")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Settle_Timer_RunsWithNothingToDo() => await host.Host.RunTimerAsync("Settle");
}
