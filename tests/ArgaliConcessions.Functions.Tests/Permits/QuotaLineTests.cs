using System.Net;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Registry;

namespace ArgaliConcessions.Functions.Tests.Permits;

public sealed class QuotaLineTests(PermitHost host) : IClassFixture<PermitHost>
{
    [Fact]
    public async Task Put_LineRaisedAndLowered_KeepsEveryRevision()
    {
        var hunt = await host.HuntAsync(3);
        var tag = (await host.Authority.GetAsync(hunt.Line())).Headers.ETag!.Tag;
        await host.Authority.PutJsonAsync(hunt.Line(), Hunt.LineBody(6).ToJsonString()).ProblemAsync(HttpStatusCode.PreconditionRequired, "precondition-required");
        var raised = await host.Authority.PutJsonAsync(hunt.Line(), Hunt.LineBody(6).ToJsonString(), tag).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((2, 6, 6), (raised.GetProperty("revision").GetInt32(), raised.GetProperty("animals").GetInt32(), raised.GetProperty("remaining").GetInt32()));
        await host.Authority.PutJsonAsync(hunt.Line(), Hunt.LineBody(5).ToJsonString(), tag).ProblemAsync(HttpStatusCode.PreconditionFailed, "precondition-failed");
        await host.Authority.PutJsonAsync(hunt.Line(), Hunt.LineBody(6).ToJsonString()).JsonAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Put_WithOutfitters_LetsThemHuntAndNobodyElse()
    {
        var hunt = await host.HuntAsync(3);
        var listed = Hunt.LineBody(3).With("outfitters", new JsonArray(new JsonObject { ["id"] = "pamir", ["names"] = Bodies.Names("Pamir Hunt") }));
        var line = await host.Authority.PutJsonAsync(hunt.Line(), listed.ToJsonString(), "*").JsonAsync(HttpStatusCode.OK);
        Assert.Equal("pamir", line.GetProperty("outfitters")[0].GetProperty("id").GetString());
        Assert.Equal(2, (await host.Authority.PutJsonAsync(hunt.Line(), listed.ToJsonString(), "*").JsonAsync(HttpStatusCode.OK)).GetProperty("revision").GetInt32());
        await host.IssuedAsync(hunt, "ours", hunt.Request().With("outfitter", "PAMIR HUNT"));
        await host.IssuedAsync(hunt, "holder", hunt.Request().With("outfitter", "Firm"));
        var refused = await host.PostAsync(hunt.Request().With("outfitter", "Elsewhere"), "other").ProblemAsync(HttpStatusCode.Conflict, "permit-refused");
        Assert.Equal(
            ("outfitter-without-allocation", "/outfitter"),
            (refused.GetProperty("reasons")[0].GetProperty("code").GetString(), refused.GetProperty("reasons")[0].GetProperty("pointer").GetString()));
    }

    [Fact]
    public async Task Put_OutfitterTwice_NamesTheField()
    {
        var hunt = await host.HuntAsync();
        JsonObject Outfitter() => new() { ["id"] = "pamir", ["names"] = Bodies.Names("Pamir Hunt") };
        var body = Hunt.LineBody(5).With("outfitters", new JsonArray(Outfitter(), Outfitter()));
        var problem = await host.Authority.PutJsonAsync(hunt.Line(), body.ToJsonString(), "*").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal("/outfitters", problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task Put_BelowIssued_SaysHowMany()
    {
        var hunt = await host.HuntAsync(3);
        await host.IssuedAsync(hunt, "a");
        await host.IssuedAsync(hunt, "b");
        var problem = await host.Authority.PutJsonAsync(hunt.Line(), Hunt.LineBody(1).ToJsonString(), "*").ProblemAsync(HttpStatusCode.Conflict, "line-below-issued");
        Assert.Equal(2, problem.GetProperty("reasons")[0].GetProperty("evidence").GetProperty("issued").GetInt32());
    }

    [Fact]
    public async Task Put_PastTheNationalQuota_SaysHowManyAreLeft()
    {
        var hunt = await host.HuntAsync(3);
        var problem = await host.Authority.PutJsonAsync(hunt.Line(), Hunt.LineBody(2000).ToJsonString(), "*").ProblemAsync(HttpStatusCode.Conflict, "national-quota-exceeded");
        Assert.Equal(1000, problem.GetProperty("reasons")[0].GetProperty("evidence").GetProperty("quota").GetInt32());
    }

    [Fact]
    public async Task Put_WithoutNationalQuota_IsRefused()
    {
        var hunt = await host.HuntAsync();
        var body = Hunt.LineBody(1).With("taxon", "ibex");
        await host.Authority.PutJsonAsync(hunt.Line("ibex"), body.ToJsonString()).ProblemAsync(HttpStatusCode.Conflict, "national-quota-missing");
    }

    [Fact]
    public async Task Lines_UnknownPlacesAndIds_AreRefusedNotThrown()
    {
        var hunt = await host.HuntAsync();
        await host.Authority.GetAsync(hunt.Line("ewes")).ProblemAsync(HttpStatusCode.NotFound, "line-not-found");
        await host.Authority.GetAsync($"concessions/{hunt.Id}/quotas/1999").ProblemAsync(HttpStatusCode.NotFound, "year-not-found");
        await host.Authority.GetAsync("concessions/nowhere/quotas/2015").ProblemAsync(HttpStatusCode.NotFound, "concession-not-found");
        await host.Authority.GetAsync($"concessions/{new string('x', 3000)}/quotas/2015").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        await host.Authority.PutJsonAsync(hunt.Line("Ewes!"), Hunt.LineBody(1).ToJsonString()).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        var list = await host.Host.Auditor.GetAsync($"concessions/{hunt.Id}/quotas/2015").JsonAsync(HttpStatusCode.OK);
        Assert.Equal("rams", Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("line").GetString());
    }
}
