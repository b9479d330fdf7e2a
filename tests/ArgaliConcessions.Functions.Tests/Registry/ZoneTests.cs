using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Registry;

public sealed class ZoneTests(RegistryHost registry) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task Put_NewZone_AnswersTrueHectaresVersionAndHash()
    {
        var ground = await registry.ConcessionAsync();

        var answer = await registry.PutAsync($"{ground.Route}/zones/upper", Bodies.Zone(ground.West, ground.South, 0.01));
        var zone = await Task.FromResult(answer).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(new MediaTypeHeaderValue("application/geo+json", "utf-8"), answer.Content.Headers.ContentType);
        Assert.Equal($"/api/{ground.Route}/zones/upper", answer.Headers.Location?.ToString());
        Assert.Equal("\"1.1\"", answer.Headers.ETag?.Tag);
        var properties = zone.GetProperty("properties");
        // A hundredth of a degree at 10° north: 1,105.7 m by 1,096.4 m of the ellipsoid, within a part in a thousand.
        Assert.InRange(properties.GetProperty("areaHectares").GetDouble(), 121.0, 121.4);
        Assert.Equal(1, properties.GetProperty("version").GetInt32());
        Assert.Matches("^[0-9a-f]{64}$", properties.GetProperty("geometryHash").GetString());
        Assert.True(properties.GetProperty("inForce").GetBoolean());
    }

    [Fact]
    public async Task Put_SameRingFromAnotherPoint_IsTheSameZone()
    {
        var ground = await registry.ConcessionAsync();
        var (w, s) = (ground.West, ground.South);
        await registry.DoneAsync($"{ground.Route}/zones/z", Bodies.Zone(w, s, 1), HttpStatusCode.Created);
        var turned = Bodies.Feature(Bodies.Polygon(FormattableString.Invariant($"[[{w + 1},{s}],[{w},{s}],[{w},{s + 1}],[{w + 1},{s + 1}],[{w + 1},{s}]]")));

        var (body, etag) = await registry.DoneAsync($"{ground.Route}/zones/z", turned, HttpStatusCode.OK);

        Assert.Equal(1, body.GetProperty("properties").GetProperty("version").GetInt32());
        Assert.Equal("\"1.1\"", etag);
    }

    [Fact]
    public async Task Put_AnswerOfGetSentBack_ChangesNothing()
    {
        var ground = await registry.ConcessionAsync();
        await registry.DoneAsync($"{ground.Route}/zones/z", Bodies.Zone(ground.West, ground.South), HttpStatusCode.Created);
        await registry.DoneAsync($"{ground.Route}/zones/z", Bodies.Zone(ground.West, ground.South, 0.2, "2020-01-01"), HttpStatusCode.OK, "\"1.1\"");
        var first = await registry.Authority.GetAsync($"{ground.Route}/zones/z?on=2015-01-01").JsonAsync(HttpStatusCode.OK);

        var again = await registry.Authority.PutJsonAsync($"{ground.Route}/zones/z", first.GetRawText()).JsonAsync(HttpStatusCode.OK);

        Assert.Equal(1, again.GetProperty("properties").GetProperty("version").GetInt32());
        Assert.Equal(2, again.GetProperty("properties").GetProperty("versions").GetArrayLength());
    }

    [Fact]
    public async Task Put_LaterFirstDay_EndsTheRunningVersionTheDayBefore()
    {
        var ground = await registry.ConcessionAsync();
        var route = $"{ground.Route}/zones/z";
        await registry.DoneAsync(route, Bodies.Zone(ground.West, ground.South), HttpStatusCode.Created);

        var (_, etag) = await registry.DoneAsync(route, Bodies.Zone(ground.West, ground.South, 0.2, "2014-05-01"), HttpStatusCode.OK, "\"1.1\"");

        Assert.Equal("\"2.2\"", etag);
        var before = await registry.Authority.GetAsync($"{route}?on=2014-04-30").JsonAsync(HttpStatusCode.OK);
        Assert.Equal("2014-04-30", before.GetProperty("properties").GetProperty("validTo").GetString());
        Assert.Equal(1, before.GetProperty("properties").GetProperty("version").GetInt32());
        var after = await registry.Authority.GetAsync($"{route}?on=2014-05-01").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(2, after.GetProperty("properties").GetProperty("version").GetInt32());
        await registry.Authority.GetAsync($"{route}?on=2009-12-31").ProblemAsync(HttpStatusCode.NotFound, "zone-version-not-found");
    }

    [Fact]
    public async Task Put_SameFirstDay_IsACorrectionThatNeedsAReasonAndKeepsBoth()
    {
        var ground = await registry.ConcessionAsync();
        var route = $"{ground.Route}/zones/z";
        await registry.DoneAsync(route, Bodies.Zone(ground.West, ground.South), HttpStatusCode.Created);
        var known = registry.Host.Clock.GetUtcNow().AddSeconds(1);
        registry.Host.Clock.Advance(TimeSpan.FromMinutes(2));
        var corrected = Bodies.Zone(ground.West, ground.South, 0.2);

        var problem = await registry.PutAsync(route, corrected, "\"1.1\"").ProblemAsync(HttpStatusCode.Conflict, "correction-reason-missing");
        Assert.Equal(["/properties/reason correction-reason-missing"], problem.Errors());
        var (body, etag) = await registry.DoneAsync(route, corrected.With("properties/reason", "Two points were mistyped"), HttpStatusCode.OK, "\"1.1\"");

        Assert.Equal("\"2.2\"", etag);
        Assert.Equal(1, body.GetProperty("properties").GetProperty("corrects").GetInt32());
        var then = await registry.Authority.GetAsync($"{route}?on=2015-01-01&knownAt={known:yyyy-MM-ddTHH:mm:ssZ}").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(1, then.GetProperty("properties").GetProperty("version").GetInt32());
        var now = await registry.Authority.GetAsync($"{route}?on=2015-01-01").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(2, now.GetProperty("properties").GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Put_EarlierFirstDay_IsConflictThatListsTheVersions()
    {
        var ground = await registry.ConcessionAsync();
        var route = $"{ground.Route}/zones/z";
        await registry.DoneAsync(route, Bodies.Zone(ground.West, ground.South, 0.1, "2012-01-01"), HttpStatusCode.Created);

        var problem = await registry.PutAsync(route, Bodies.Zone(ground.West, ground.South, 0.2, "2011-01-01"), "*")
            .ProblemAsync(HttpStatusCode.Conflict, "version-conflict");

        var reason = Assert.Single(problem.GetProperty("reasons").EnumerateArray());
        Assert.Equal("version-earlier", reason.GetProperty("code").GetString());
        Assert.Equal("2012-01-01", reason.GetProperty("evidence").GetProperty("validFrom").GetString());
    }

    [Theory]
    [InlineData(null, "version-overlaps")]
    [InlineData("2031-01-01", "version-overlaps")]
    [InlineData("2029-06-30", "version-leaves-gap")]
    public async Task Put_AgainstAPlannedVersion_IsConflict(string? validTo, string code)
    {
        var ground = await registry.ConcessionAsync();
        var route = $"{ground.Route}/zones/z";
        await registry.DoneAsync(route, Bodies.Zone(ground.West, ground.South), HttpStatusCode.Created);
        await registry.DoneAsync(route, Bodies.Zone(ground.West, ground.South, 0.2, "2029-12-01"), HttpStatusCode.OK, "*");
        var between = Bodies.Zone(ground.West, ground.South, 0.3, "2028-01-01").With("properties/validTo", validTo);

        var problem = await registry.PutAsync(route, between, "*").ProblemAsync(HttpStatusCode.Conflict, "version-conflict");

        Assert.Equal([code], problem.GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("code").GetString()));
        Assert.Equal(2, problem.GetProperty("reasons")[0].GetProperty("evidence").GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Put_WrongOrNoCondition_IsRefused()
    {
        var ground = await registry.ConcessionAsync();
        var route = $"{ground.Route}/zones/z";
        await registry.PutAsync(route, Bodies.Zone(ground.West, ground.South), "\"1.1\"").ProblemAsync(HttpStatusCode.PreconditionFailed, "precondition-failed");
        await registry.DoneAsync(route, Bodies.Zone(ground.West, ground.South), HttpStatusCode.Created);
        var next = Bodies.Zone(ground.West, ground.South, 0.2, "2014-01-01");

        await registry.PutAsync(route, next).ProblemAsync(HttpStatusCode.PreconditionRequired, "precondition-required");
        await registry.PutAsync(route, next, "\"2.1\"").ProblemAsync(HttpStatusCode.PreconditionFailed, "precondition-failed");
        using var create = new HttpRequestMessage(HttpMethod.Put, route) { Content = HttpAnswers.Json(next.ToJsonString()) };
        create.Headers.Add("If-None-Match", "*");
        await registry.Authority.SendAsync(create).ProblemAsync(HttpStatusCode.PreconditionFailed, "precondition-failed");

        var zone = await registry.Authority.GetAsync(route).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(1, zone.GetProperty("properties").GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Get_WithHeldTag_Is304()
    {
        var ground = await registry.ConcessionAsync();
        await registry.DoneAsync($"{ground.Route}/zones/z", Bodies.Zone(ground.West, ground.South), HttpStatusCode.Created);
        using var get = new HttpRequestMessage(HttpMethod.Get, $"{ground.Route}/zones/z");
        get.Headers.Add("If-None-Match", "\"1.1\"");

        var answer = await registry.Authority.SendAsync(get);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task Get_KnownAtThisMoment_IsProvisional()
    {
        var ground = await registry.ConcessionAsync();
        await registry.DoneAsync($"{ground.Route}/zones/z", Bodies.Zone(ground.West, ground.South), HttpStatusCode.Created);
        var soon = registry.Host.Clock.GetUtcNow().AddSeconds(2);

        var zone = await registry.Authority.GetAsync($"{ground.Route}/zones/z?knownAt={soon:yyyy-MM-ddTHH:mm:ssZ}").JsonAsync(HttpStatusCode.OK);

        Assert.True(zone.GetProperty("properties").GetProperty("provisional").GetBoolean());
    }

    [Fact]
    public async Task Overlap_WithAnotherConcession_IsRefusedWithHectaresUnlessAccepted()
    {
        var (one, other) = (await registry.ConcessionAsync(), await registry.ConcessionAsync());
        await registry.DoneAsync($"{one.Route}/zones/z", Bodies.Zone(one.West, one.South, 0.1), HttpStatusCode.Created);
        var claim = Bodies.Zone(one.West + 0.05, one.South, 0.1);

        var problem = await registry.PutAsync($"{other.Route}/zones/z", claim).ProblemAsync(HttpStatusCode.Conflict, "zone-overlap");

        var reason = Assert.Single(problem.GetProperty("reasons").EnumerateArray());
        var evidence = reason.GetProperty("evidence");
        Assert.Equal(one.Id, evidence.GetProperty("concession").GetString());
        Assert.InRange(evidence.GetProperty("hectares").GetDouble(), 5_900, 6_200);
        await registry.Authority.GetAsync($"{other.Route}/zones/z").ProblemAsync(HttpStatusCode.NotFound, "zone-not-found");

        var accepted = claim.With("properties/acceptOverlap", "Shared by agreement of 3 March 2010");
        var (body, _) = await registry.DoneAsync($"{other.Route}/zones/z", accepted, HttpStatusCode.Created);
        Assert.Equal("Shared by agreement of 3 March 2010", body.GetProperty("properties").GetProperty("acceptOverlap").GetString());
        await registry.DoneAsync($"{other.Route}/zones/z", accepted, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Overlap_SharedBorderSliverClosedZoneOrOtherYears_IsNone()
    {
        var (one, other) = (await registry.ConcessionAsync(), await registry.ConcessionAsync());
        await registry.DoneAsync($"{one.Route}/zones/z", Bodies.Zone(one.West, one.South, 0.1).With("properties/validTo", "2012-12-31"), HttpStatusCode.Created);

        await registry.DoneAsync($"{other.Route}/zones/border", Bodies.Zone(one.West + 0.1, one.South, 0.1), HttpStatusCode.Created);
        // 0.0001° of longitude is some 11 m: drawing, not a claim.
        await registry.DoneAsync($"{other.Route}/zones/sliver", Bodies.Zone(one.West - 0.0999, one.South, 0.1), HttpStatusCode.Created);
        await registry.DoneAsync($"{other.Route}/zones/later", Bodies.Zone(one.West, one.South, 0.1, "2013-01-01"), HttpStatusCode.Created);
        var closed = Bodies.Zone(one.West, one.South, 0.05).With("properties/kind", "closed");
        await registry.DoneAsync($"{other.Route}/zones/closed", closed, HttpStatusCode.Created);
    }

    [Fact]
    public async Task Race_TwoConcessionsForOneGround_ExactlyOneGetsIt()
    {
        var grounds = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => registry.ConcessionAsync()));

        var answers = await Task.WhenAll(grounds.Select(async g => (await registry.PutAsync($"{g.Route}/zones/z", Bodies.Zone(grounds[0].West, grounds[0].South, 0.1))).StatusCode));

        Assert.Single(answers, HttpStatusCode.Created);
        Assert.All(answers.Where(a => a != HttpStatusCode.Created), a => Assert.Contains(a, new[] { HttpStatusCode.Conflict, HttpStatusCode.ServiceUnavailable }));
    }

    [Fact]
    public async Task Find_PointOnADate_AnswersTheZonesThatHoldIt()
    {
        var ground = await registry.ConcessionAsync();
        await registry.DoneAsync($"{ground.Route}/zones/old", Bodies.Zone(ground.West, ground.South, 0.1).With("properties/validTo", "2012-12-31"), HttpStatusCode.Created);
        await registry.DoneAsync($"{ground.Route}/zones/new", Bodies.Zone(ground.West, ground.South, 0.1, "2013-01-01"), HttpStatusCode.Created);

        Assert.Equal(["old"], await ZonesAtAsync(ground.West + 0.05, ground.South + 0.05, "2012-12-31"));
        Assert.Equal(["new"], await ZonesAtAsync(ground.West + 0.05, ground.South + 0.05, "2013-01-01"));
        // A vertex belongs to the hunting zone.
        Assert.Equal(["new"], await ZonesAtAsync(ground.West, ground.South, "2013-01-01"));
        Assert.Empty(await ZonesAtAsync(ground.West - 0.001, ground.South, "2013-01-01"));
    }

    [Theory]
    [InlineData("zones", "lon required;lat required")]
    [InlineData("zones?lon=181&lat=x", "lon out-of-range;lat bad-number")]
    [InlineData("zones?lon=1&lat=1&on=2015-02-30&nonsense=1", "on bad-date;nonsense unknown-parameter")]
    public async Task Find_BadParameters_NamesThem(string route, string expected)
    {
        var problem = await registry.Authority.GetAsync(route).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(expected.Split(';'), problem.Errors());
    }

    [Fact]
    public async Task List_OnADate_HasOnlyWhatRulesThen()
    {
        var ground = await registry.ConcessionAsync();
        await registry.DoneAsync($"{ground.Route}/zones/b", Bodies.Zone(ground.West, ground.South, 0.1), HttpStatusCode.Created);
        await registry.DoneAsync($"{ground.Route}/zones/a", Bodies.Zone(ground.West + 0.2, ground.South, 0.1, "2020-01-01"), HttpStatusCode.Created);

        var today = await registry.Authority.GetAsync($"{ground.Route}/zones").JsonAsync(HttpStatusCode.OK);
        var later = await registry.Authority.GetAsync($"{ground.Route}/zones?on=2020-01-01").JsonAsync(HttpStatusCode.OK);

        Assert.Equal("FeatureCollection", today.GetProperty("type").GetString());
        Assert.Equal([$"{ground.Id}/b"], today.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetString()));
        Assert.Equal([$"{ground.Id}/a", $"{ground.Id}/b"], later.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Put_UnknownConcessionOrBadId_IsRefused()
    {
        await registry.PutAsync("concessions/nobody/zones/z", Bodies.Zone(1, 1)).ProblemAsync(HttpStatusCode.NotFound, "concession-not-found");
        var ground = await registry.ConcessionAsync();
        var problem = await registry.PutAsync($"{ground.Route}/zones/Upper_Zone", Bodies.Zone(1, 1)).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal(["zone bad-id"], problem.Errors());
        await registry.Authority.GetAsync($"concessions/{new string('x', 600)}/zones").ProblemAsync(HttpStatusCode.NotFound, "concession-not-found");
    }

    private async Task<string[]> ZonesAtAsync(double lon, double lat, string on)
    {
        var found = await registry.Authority.GetAsync(FormattableString.Invariant($"zones?lon={lon}&lat={lat}&on={on}")).JsonAsync(HttpStatusCode.OK);
        return [.. found.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties").GetProperty("zone").GetString()!)];
    }
}
