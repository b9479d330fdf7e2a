using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Compliance;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Permits;

namespace ArgaliConcessions.Functions.Tests.Registry;

/// <summary>Quotas against what their survey carries. Today is 1 October 2015; hunting year 2015 began on 1 July.</summary>
public sealed class CeilingTests : IAsyncLifetime
{
    private const string National = "quotas/2015/argali";
    private readonly RegistryHost _registry = new();

    private HttpClient Authority => _registry.Authority;

    public Task InitializeAsync() => _registry.InitializeAsync();

    public Task DisposeAsync() => _registry.DisposeAsync();

    /// <summary>The figures of Kyrgyzstan in 2021 (myslyvets.com.ua), in the year of this register.</summary>
    [Fact]
    public async Task NationalQuota_17616Counted_Carry176AndNoMoreWithoutAReason()
    {
        await _registry.DoneAsync("surveys/count", Bodies.Survey(17_616), HttpStatusCode.Created);

        var problem = await _registry.PutAsync(National, Quota(177)).ProblemAsync(HttpStatusCode.Conflict, "above-survey-ceiling");
        var reason = problem.GetProperty("reasons")[0];
        Assert.Equal(("above-survey-ceiling", "/animals", "survey/count@1"), (reason.Text("code"), reason.Text("pointer"), reason.Text("law")));
        Assert.Equal("""{"asked":177,"byPercent":176,"ceiling":176,"surveyedOn":"2015-02-10","together":177}""", reason.GetProperty("evidence").GetRawText());
        Assert.Contains("176", reason.Text("detail"), StringComparison.Ordinal);
        await Authority.GetAsync(National).ProblemAsync(HttpStatusCode.NotFound, "quota-not-found");

        var (ninety, _) = await _registry.DoneAsync(National, Quota(90), HttpStatusCode.Created);
        Assert.Equal(
            """{"animals":176,"byPercent":176,"maybeOldMales":0,"survey":"survey/count@1","surveyedOn":"2015-02-10","stale":false}""",
            ninety.GetProperty("ceiling").GetRawText());
        await _registry.DoneAsync(National, Quota(176), HttpStatusCode.OK, "\"1.1\"");
        Assert.Equal(HttpStatusCode.OK, await HeldAsync(National, "\"2.2\""));
        Assert.Equal(HttpStatusCode.OK, await HeldAsync("surveys/count", "\"1.1\""));
        await _registry.PutAsync(National, Quota(177), "\"2.2\"").ProblemAsync(HttpStatusCode.Conflict, "above-survey-ceiling");
        var (above, _) = await _registry.DoneAsync(National, Quota(177).With("aboveCeilingReason", "By the ministry"), HttpStatusCode.OK, "\"2.2\"");
        Assert.Equal("By the ministry", above.Text("aboveCeilingReason"));

        var (again, etag) = await _registry.DoneAsync(National, Quota(177).With("aboveCeilingReason", "By the ministry"), HttpStatusCode.OK);
        Assert.Equal((3, "\"3.3\""), (again.GetProperty("revision").GetInt32(), etag));
        var (reworded, _) = await _registry.DoneAsync(National, Quota(177).With("aboveCeilingReason", "By the minister"), HttpStatusCode.OK, etag);
        Assert.Equal(4, reworded.GetProperty("revision").GetInt32());
        await _registry.PutAsync(National, Quota(177), "\"4.4\"").ProblemAsync(HttpStatusCode.Conflict, "above-survey-ceiling");
        await _registry.PutAsync(National, Quota(177).With("aboveCeilingReason", new string('x', 1001)), "\"4.4\"").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task NationalQuota_OldMalesCarryLess_IsToldBothFigures()
    {
        await _registry.DoneAsync("surveys/count", Bodies.Survey(17_616).With("classes", Bodies.Classes(("male", 8, null, 500))), HttpStatusCode.Created);

        var problem = await _registry.PutAsync(National, Quota(101)).ProblemAsync(HttpStatusCode.Conflict, "above-survey-ceiling");

        var evidence = problem.GetProperty("reasons")[0].GetProperty("evidence");
        Assert.Equal((100, 176, 100), (evidence.GetProperty("ceiling").GetInt32(), evidence.GetProperty("byPercent").GetInt32(), evidence.GetProperty("byOldMales").GetInt32()));
        await _registry.DoneAsync(National, Quota(100), HttpStatusCode.Created);
    }

    [Fact]
    public async Task NationalQuota_ByItsAct_RestsOnTheSurveyOfThen()
    {
        await _registry.DoneAsync("surveys/early", Bodies.Survey(20_000, "2012-02-10"), HttpStatusCode.Created);
        await _registry.DoneAsync("surveys/late", Bodies.Survey(10_000, "2015-06-02"), HttpStatusCode.Created);

        await _registry.DoneAsync(National, Quota(200), HttpStatusCode.Created);
        await _registry.PutAsync(National, Quota(200).With("basis/publishedOn", "2015-06-02"), "\"1.1\"").ProblemAsync(HttpStatusCode.Conflict, "above-survey-ceiling");
        await _registry.DoneAsync(National, Quota(199), HttpStatusCode.OK, "\"1.1\"");
        Assert.Equal("survey/early@1", (await Authority.GetAsync(National).JsonAsync(HttpStatusCode.OK)).GetProperty("ceiling").Text("survey"));
    }

    [Fact]
    public async Task NationalQuota_LoweredOrOnAnOldSurveyOrOnNone_IsNeverRefused()
    {
        var (free, _) = await _registry.DoneAsync(National, Quota(5000), HttpStatusCode.Created);
        Assert.False(free.TryGetProperty("ceiling", out _));
        await _registry.DoneAsync("surveys/old", Bodies.Survey(100, "2010-06-30"), HttpStatusCode.Created);
        var (raised, etag) = await _registry.DoneAsync(National, Quota(6000), HttpStatusCode.OK, "\"1.1\"");
        Assert.True(raised.GetProperty("ceiling").GetProperty("stale").GetBoolean());
        await _registry.DoneAsync("surveys/new", Bodies.Survey(1000), HttpStatusCode.Created);

        await _registry.DoneAsync(National, Quota(4000), HttpStatusCode.OK, etag);
        await _registry.PutAsync(National, Quota(4001), "\"3.3\"").ProblemAsync(HttpStatusCode.Conflict, "above-survey-ceiling");
    }

    [Fact]
    public async Task NationalQuotas_OfPartsOfTheCounted_AreSummed()
    {
        await _registry.DoneAsync("surveys/count", Bodies.Survey(10_000), HttpStatusCode.Created);
        var taxa = Bodies.Authority()["taxa"]!.DeepClone().AsArray();
        taxa.Add(new JsonObject { ["id"] = "karelini", ["names"] = Bodies.Names("Tian Shan argali"), ["partOf"] = "argali" });
        await _registry.DoneAsync("authority", Bodies.Authority().With("taxa", taxa), HttpStatusCode.OK, "\"1.1\"");
        await _registry.DoneAsync("quotas/2015/polii", Quota(60), HttpStatusCode.Created);

        var problem = await _registry.PutAsync("quotas/2015/karelini", Quota(41)).ProblemAsync(HttpStatusCode.Conflict, "above-survey-ceiling");

        Assert.Equal(101, problem.GetProperty("reasons")[0].GetProperty("evidence").GetProperty("together").GetInt32());
        await _registry.DoneAsync("quotas/2015/karelini", Quota(40), HttpStatusCode.Created);
    }

    [Fact]
    public async Task Lines_OfAConcession_AreJudgedTogetherByItsSurvey()
    {
        await _registry.DoneAsync(National, Quota(1000), HttpStatusCode.Created);
        var ground = await _registry.ConcessionAsync();
        var other = await _registry.ConcessionAsync();
        await _registry.DoneAsync($"{ground.Route}/surveys/count", Bodies.Survey(1000), HttpStatusCode.Created);
        var (rams, _) = await _registry.DoneAsync(Line(ground, "rams"), LineBody(6), HttpStatusCode.Created);
        Assert.Equal((10, $"concession/{ground.Id}/survey/count@1"), (rams.GetProperty("ceiling").GetProperty("animals").GetInt32(), rams.GetProperty("ceiling").Text("survey")));

        var science = LineBody(5).With("purpose", "scientific");
        var problem = await _registry.PutAsync(Line(ground, "science"), science).ProblemAsync(HttpStatusCode.Conflict, "above-survey-ceiling");
        Assert.Equal(11, problem.GetProperty("reasons")[0].GetProperty("evidence").GetProperty("together").GetInt32());
        await _registry.DoneAsync(Line(ground, "science"), science.With("aboveCeilingReason", "A study of disease"), HttpStatusCode.Created);
        await _registry.DoneAsync(Line(ground, "science"), science.With("aboveCeilingReason", "A study of disease"), HttpStatusCode.OK);

        await _registry.PutAsync(Line(ground, "rams"), LineBody(7), "\"1.1\"").ProblemAsync(HttpStatusCode.Conflict, "above-survey-ceiling");
        await _registry.DoneAsync(Line(ground, "rams"), LineBody(5), HttpStatusCode.OK, "\"1.1\"");
        await _registry.DoneAsync(Line(other, "rams"), LineBody(50), HttpStatusCode.Created);
        var list = await Authority.GetAsync($"{ground.Route}/quotas/2015").JsonAsync(HttpStatusCode.OK);
        Assert.Equal([null, "A study of disease"], list.GetProperty("items").EnumerateArray().Select(l => l.TryGetProperty("aboveCeilingReason", out var why) ? why.GetString() : null));
        Assert.All(list.GetProperty("items").EnumerateArray(), l => Assert.Equal(10, l.GetProperty("ceiling").GetProperty("animals").GetInt32()));
    }

    [Fact]
    public async Task Surveys_AfterAStart_AreLawAgain()
    {
        var ground = await _registry.ConcessionAsync();
        await _registry.DoneAsync("surveys/count", Bodies.Survey(17_616), HttpStatusCode.Created);
        await _registry.DoneAsync(National, Quota(90), HttpStatusCode.Created);
        await _registry.DoneAsync($"{ground.Route}/seasons/polii", Bodies.Season(), HttpStatusCode.Created);
        await _registry.DoneAsync($"{ground.Route}/surveys/count", Bodies.Survey(500), HttpStatusCode.Created);

        await _registry.Host.RestartAsync();

        Assert.Equal(176, (await Authority.GetAsync(National).JsonAsync(HttpStatusCode.OK)).GetProperty("ceiling").GetProperty("animals").GetInt32());
        Assert.Equal(500, (await Authority.GetAsync($"{ground.Route}/surveys/count").JsonAsync(HttpStatusCode.OK)).GetProperty("lowerBound").GetInt32());
        await Authority.GetAsync($"{ground.Route}/seasons/polii").JsonAsync(HttpStatusCode.OK);
        await _registry.PutAsync(Line(ground, "rams"), LineBody(6)).ProblemAsync(HttpStatusCode.Conflict, "above-survey-ceiling");
    }

    [Fact]
    public async Task Sweep_QuotasAboveTheirSurveys_AreFlaggedWithOrWithoutAReason()
    {
        var ground = await _registry.ConcessionAsync();
        await _registry.DoneAsync(National, Quota(1000), HttpStatusCode.Created);
        await _registry.DoneAsync(Line(ground, "rams"), LineBody(6), HttpStatusCode.Created);
        await _registry.DoneAsync("surveys/count", Bodies.Survey(17_616), HttpStatusCode.Created);
        await _registry.DoneAsync($"{ground.Route}/surveys/count", Bodies.Survey(500), HttpStatusCode.Created);
        await _registry.DoneAsync(Line(ground, "ewes"), LineBody(2).With("sex", "female").With("aboveCeilingReason", "Sick animals"), HttpStatusCode.Created);

        var findings = await SweepAsync("first");

        Assert.Equal(
            [$"{ground.Id}/2015/ewes notice", $"{ground.Id}/2015/rams violation", "2015/argali violation"],
            findings.Select(f => $"{f.GetProperty("subject").Text("id")} {f.Text("severity")}").Order(StringComparer.Ordinal).OrderBy(s => s.StartsWith('2')));
        Assert.All(findings, f => Assert.Equal(("R27", "register"), (f.Text("rule"), f.Text("cause"))));
        Assert.All(findings, f => Assert.DoesNotContain("{", f.Text("detail") + f.Text("toDo"), StringComparison.Ordinal));

        await _registry.DoneAsync(National, Quota(176), HttpStatusCode.OK, "\"1.1\"");
        Assert.DoesNotContain(await SweepAsync("second"), f => f.GetProperty("subject").Text("id") == "2015/argali");
    }

    private static JsonObject Quota(int animals) => Bodies.Quota(animals).With("basis/publishedOn", "2015-06-01");

    private static JsonObject LineBody(int animals) => Hunt.LineBody(animals).With("basis/publishedOn", "2015-06-01");

    private static string Line(Ground ground, string line) => $"{ground.Route}/quotas/2015/{line}";

    /// <summary>How a question is answered whose asker holds a tag.</summary>
    private async Task<HttpStatusCode> HeldAsync(string route, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, route);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return (await Authority.SendAsync(request)).StatusCode;
    }

    private async Task<JsonElement[]> SweepAsync(string key)
    {
        var run = (await Authority.PostJsonAsync("compliance/runs", "", key).JsonAsync(HttpStatusCode.Accepted)).Text("id");
        for (var tries = 0; tries < 200; tries++)
        {
            await _registry.Host.RunTimerAsync("RunJobs");
            if ((await Authority.GetAsync($"jobs/{run}").JsonAsync(HttpStatusCode.OK)).Text("state") is "done") break;
            await Task.Delay(50);
        }

        var list = await Authority.GetAsync("compliance/findings?rule=R27&status=open").JsonAsync(HttpStatusCode.OK);
        return [.. list.GetProperty("items").EnumerateArray()];
    }
}
