using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Registry;

/// <summary>Surveys as they are recorded and answered. Today is 1 October 2015.</summary>
public sealed class SurveyTests(RegistryHost registry) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task Put_OfAConcession_ComesBackWithWhatItCarries()
    {
        var ground = await registry.ConcessionAsync();
        var sent = Bodies.Survey(4200).With("estimate", 5000).With("counted", 4300).With("areaKm2", 812.5)
            .With("classes", Bodies.Classes(("male", 0, 7, 900), ("male", 8, null, 130), ("male", null, null, 60), ("female", null, null, 2000), ("unknown", null, null, 400)));

        var (body, etag) = await registry.DoneAsync($"{ground.Route}/surveys/winter-2015", sent, HttpStatusCode.Created);

        Assert.Equal("\"1.1\"", etag);
        Assert.Equal((ground.Id, "winter-2015", "argali", "2015-02-10", 812.5m), (Text(body, "concession"), Text(body, "id"), Text(body, "taxon"), Text(body, "date"), body.GetProperty("areaKm2").GetDecimal()));
        Assert.Equal("""{"animals":26,"byPercent":42,"byOldMales":26,"oldMales":130,"maybeOldMales":460}""", body.GetProperty("ceiling").GetRawText());
        Assert.Equal("""{"sex":"male","ageYears":{"min":8},"animals":130}""", body.GetProperty("classes")[1].GetRawText());
        Assert.Equal($"concession/{ground.Id}/survey/winter-2015@1", Text(body, "law"));
        await registry.DoneAsync($"{ground.Route}/surveys/winter-2015", JsonNode.Parse(body.GetRawText())!.AsObject(), HttpStatusCode.OK);
        var got = await registry.Host.Inspector.GetAsync($"{ground.Route}/surveys/winter-2015").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(body.GetRawText(), got.GetRawText());
    }

    [Fact]
    public async Task Put_Corrected_NeedsTheTagAndKeepsWhatWasKnown()
    {
        await registry.DoneAsync("surveys/corrected", Bodies.Survey(9000), HttpStatusCode.Created);
        await registry.PutAsync("surveys/corrected", Bodies.Survey(8000)).ProblemAsync(HttpStatusCode.PreconditionRequired, "precondition-required");
        var before = (await registry.Authority.GetAsync("surveys/corrected").JsonAsync(HttpStatusCode.OK)).GetProperty("recordedAt").GetString();

        var (body, etag) = await registry.DoneAsync("surveys/corrected", Bodies.Survey(8000).With("reason", "Double counting"), HttpStatusCode.OK, "\"1.1\"");

        Assert.Equal(("\"2.2\"", 80, "Double counting"), (etag, body.GetProperty("ceiling").GetProperty("animals").GetInt32(), Text(body, "reason")));
        await registry.PutAsync("surveys/corrected", Bodies.Survey(7000), "\"1.1\"").ProblemAsync(HttpStatusCode.PreconditionFailed, "precondition-failed");
        var then = await registry.Authority.GetAsync($"surveys/corrected?knownAt={before}").JsonAsync(HttpStatusCode.OK);
        Assert.Equal((1, 90), (then.GetProperty("revision").GetInt32(), then.GetProperty("ceiling").GetProperty("animals").GetInt32()));
        await registry.Authority.GetAsync("surveys/corrected?knownAt=2015-01-01T00:00:00Z").ProblemAsync(HttpStatusCode.NotFound, "survey-not-found");
    }

    [Fact]
    public async Task List_OnADay_HasWhatWasCountedByThen()
    {
        var ground = await registry.ConcessionAsync();
        await registry.DoneAsync($"{ground.Route}/surveys/b", Bodies.Survey(100, "2014-03-01"), HttpStatusCode.Created);
        await registry.DoneAsync($"{ground.Route}/surveys/a", Bodies.Survey(100, "2015-03-01"), HttpStatusCode.Created);

        Assert.Equal(["b", "a"], await ListAsync($"{ground.Route}/surveys"));
        Assert.Equal(["b"], await ListAsync($"{ground.Route}/surveys?on=2015-02-28"));
        Assert.Empty(await ListAsync($"{ground.Route}/surveys?knownAt=2015-01-01T00:00:00Z"));
        Assert.DoesNotContain("a", await ListAsync("surveys"));
        await registry.Authority.GetAsync($"{ground.Route}/surveys/a?on=2015-02-28").ProblemAsync(HttpStatusCode.NotFound, "survey-not-found");
        await registry.Authority.GetAsync("concessions/nowhere/surveys").ProblemAsync(HttpStatusCode.NotFound, "concession-not-found");
    }

    [Fact]
    public async Task Put_FiguresThatContradictEachOther_NamesEachField()
    {
        var body = Bodies.Survey(100).With("taxon", "yeti").With("date", "2015-10-02").With("estimate", 90).With("counted", 50)
            .With("classes", Bodies.Classes(("male", 4, 8, 20), ("male", 8, null, 20), ("unknown", null, null, 5), ("unknown", null, null, 6), ("female", 3, 2, 1)));

        var problem = await registry.PutAsync("surveys/wrong", body).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(
            [
                "/classes survey-classes-above-whole", "/classes/1 survey-class-overlaps", "/classes/3 survey-class-overlaps",
                "/classes/4/ageYears/max age-ends-before-it-begins", "/date survey-not-yet-counted", "/lowerBound lower-bound-above-estimate", "/taxon taxon-unknown",
            ],
            problem.Errors().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Put_FieldsOutOfBounds_NamesEachField()
    {
        var body = Bodies.Survey(-1).With("method", "").With("areaKm2", 0).With("estimate", 1.5).With("date", "yesterday")
            .With("classes", Bodies.Classes(("any", 31, null, 1), ("male", 1, 99, 10_000_001))).With("adults", 7);

        var problem = await registry.PutAsync("surveys/wrong", body).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(
            [
                "/adults unknown-member", "/areaKm2 out-of-range", "/classes/0/ageYears/min out-of-range", "/classes/0/sex unknown-value",
                "/classes/1/ageYears/max out-of-range", "/classes/1/animals out-of-range", "/date bad-date", "/estimate wrong-type",
                "/lowerBound out-of-range", "/method empty",
            ],
            problem.Errors().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Put_TooManyClassesOrDecimals_IsRefused()
    {
        var many = Bodies.Survey(1000).With("classes", new JsonArray([.. Enumerable.Range(0, 101).Select(_ => new JsonObject())])).With("areaKm2", 0.0625);

        var problem = await registry.PutAsync("surveys/wrong", many).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(["/areaKm2 too-precise", "/classes too-many"], problem.Errors().Order(StringComparer.Ordinal));
        await registry.PutAsync("surveys/Wrong!", Bodies.Survey(1)).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        await registry.PutAsync("concessions/nowhere/surveys/s", Bodies.Survey(1)).ProblemAsync(HttpStatusCode.NotFound, "concession-not-found");
    }

    [Fact]
    public async Task Authority_SettingsOfSurveys_AreKeptExactlyAndBounded()
    {
        var host = new RegistryHost();
        await host.InitializeAsync();
        try
        {
            var settings = new JsonObject { ["surveyPercent"] = 0.57, ["surveyOldMaleShare"] = 33.333, ["surveyOldMaleAge"] = 7, ["surveyMaxYears"] = 3 };
            var (body, etag) = await host.DoneAsync("authority", Bodies.Authority().With("settings", settings), HttpStatusCode.OK, "\"1.1\"");
            Assert.Equal("0.57", body.GetProperty("settings").GetProperty("surveyPercent").GetRawText());
            var (survey, _) = await host.DoneAsync("surveys/s", Bodies.Survey(10_000), HttpStatusCode.Created);
            Assert.Equal(57, survey.GetProperty("ceiling").GetProperty("animals").GetInt32());

            var wrong = new JsonObject { ["surveyPercent"] = 100.1, ["surveyOldMaleShare"] = 0.0001, ["surveyOldMaleAge"] = 0, ["surveyMaxYears"] = 51 };
            var problem = await host.PutAsync("authority", Bodies.Authority().With("settings", wrong), etag).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
            Assert.Equal(
                ["/settings/surveyMaxYears out-of-range", "/settings/surveyOldMaleAge out-of-range", "/settings/surveyOldMaleShare too-precise", "/settings/surveyPercent out-of-range"],
                problem.Errors().Order(StringComparer.Ordinal));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private async Task<string[]> ListAsync(string route) =>
        [.. (await registry.Host.Auditor.GetAsync(route).JsonAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray().Select(s => Text(s, "id"))];

    private static string Text(JsonElement body, string name) => body.GetProperty(name).GetString()!;
}
