using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArgaliConcessions.Application.Imports.Registry;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Tests.Registry;

public sealed class RegistryListTests(RegistryHost registry) : IClassFixture<RegistryHost>
{
    private const string Act = "Act of the authority;Order 1;10.01.2010";
    private const string Seasons = "концессия;сезон;вид;сроки;действует с;акт;номер акта;дата акта\n";

    public static TheoryData<string> Kinds => ["concessions", "seasons", "quotas"];

    [Fact]
    public async Task Import_RussianSeasons_AreTriedThenRecorded()
    {
        var ground = await registry.ConcessionAsync();
        var list = $"{Seasons}{ground.Code};autumn;polii;01.09..15.12; 2010-01-01;{Act}\n{ground.Id};ibex;ibex;01.09..30.11;01.01.2010;{Act}\n".Replace("; 2010", ";2010", StringComparison.Ordinal);

        var tried = await registry.Authority.PostListAsync("imports/seasons?source=ministry&dryRun=true", list, "s-1").JsonAsync(HttpStatusCode.OK);
        await registry.Authority.GetAsync($"{ground.Route}/seasons/autumn").ProblemAsync(HttpStatusCode.NotFound, "season-not-found");
        var done = await registry.Authority.PostListAsync("imports/seasons?source=ministry", list, "s-1").JsonAsync(HttpStatusCode.OK);
        var again = await registry.Authority.PostListAsync("imports/seasons?source=ministry", list, "s-1").JsonAsync(HttpStatusCode.OK);

        Assert.Equal(tried.GetRawText(), done.GetRawText());
        Assert.Equal(done.GetRawText(), again.GetRawText());
        Assert.Equal(
            [$"2 {ground.Route}/seasons/autumn new", $"3 {ground.Route}/seasons/ibex new"],
            done.GetProperty("lines").EnumerateArray().Select(l => $"{l.GetProperty("line")} {l.GetProperty("address").GetString()} {l.GetProperty("action").GetString()}"));
        var season = await registry.Authority.GetAsync($"{ground.Route}/seasons/autumn").JsonAsync(HttpStatusCode.OK);
        Assert.Equal("--12-15", season.GetProperty("windows")[0].GetProperty("to").GetString());
        await registry.Authority.PostListAsync("imports/seasons?source=ministry", Seasons, "s-1").ProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task Import_BrokenRules_HaveLineColumnAndTheWordsOfTheirPut()
    {
        var ground = await registry.ConcessionAsync();
        var list = $"{Seasons}{ground.Code};autumn;polii;01.09..15.12;2010-01-01;{Act}\n{ground.Code};spring;polii;29.02..10.03;2010-01-01;{Act}\n";

        var problem = await registry.Authority.PostListAsync("imports/seasons?source=ministry&lang=ru", list, "bad").ProblemAsync(HttpStatusCode.UnprocessableEntity, "import-faults");

        var error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal((3, "windows", "window-begins-29-february"), (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetString(), error.GetProperty("code").GetString()));
        Assert.Equal(Texts.For(Language.Russian).Format("reason.window-begins-29-february"), error.GetProperty("detail").GetString());
        await registry.Authority.GetAsync($"{ground.Route}/seasons/autumn").ProblemAsync(HttpStatusCode.NotFound, "season-not-found");
    }

    [Fact]
    public async Task Import_QuotasAsJson_AreRecordedAndChangedOnlyWithUpdate()
    {
        var ground = await registry.ConcessionAsync();
        var (national, line) = (Row(("animals", 40)), Row(("concession", ground.Code), ("line", "rams"), ("sex", "самец"), ("animals", 12)));
        await PostAsync("imports/quotas?source=ministry&update=true", national, line).JsonAsync(HttpStatusCode.OK);
        var more = Row(("concession", ground.Code), ("line", "rams"), ("sex", "male"), ("animals", 15));

        var problem = await PostAsync("imports/quotas?source=ministry", more).ProblemAsync(HttpStatusCode.UnprocessableEntity, "import-faults");
        var done = await PostAsync("imports/quotas?source=ministry&update=true", more).JsonAsync(HttpStatusCode.OK);

        Assert.Contains("“12”", problem.GetProperty("errors")[0].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("""[{"column":"animals","from":"12","to":"15"}]""", done.GetProperty("lines")[0].GetProperty("changes").GetRawText());
        Assert.Equal(15, (await registry.Authority.GetAsync($"{ground.Route}/quotas/2015/rams").JsonAsync(HttpStatusCode.OK)).GetProperty("animals").GetInt32());

        static JsonObject Row(params (string Name, JsonNode Value)[] cells)
        {
            var row = new JsonObject { ["year"] = "2015", ["taxon"] = "polii", ["basisTitle"] = "An act", ["basisNumber"] = "1", ["basisPublishedOn"] = "2010-01-10" };
            foreach (var (name, value) in cells) row[name] = value;
            return row;
        }
    }

    [Theory]
    [InlineData("nameEn", 201, "names/en")]
    [InlineData("code", 41, "code")]
    [InlineData("region", 41, "region")]
    [InlineData("timeZone", 61, "timeZone")]
    [InlineData("basisTitle", 401, "basis/title")]
    [InlineData("basisNumber", 81, "basis/number")]
    [InlineData("basisUrl", 1001, "basis/url")]
    [InlineData("reason", 1001, "reason")]
    [InlineData("holder", 41, "holders/0/id")]
    [InlineData("holderEn", 201, "holders/0/names/en")]
    public async Task Try_TextLongerThanItsPutTakes_IsRefusedByBoth(string column, int length, string path)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["concession"] = "long", ["code"] = "LNG", ["nameEn"] = "Long", ["region"] = "gbao", ["tenureFrom"] = "2009-01-01", ["basisTitle"] = "Act", ["basisNumber"] = "1",
            ["basisPublishedOn"] = "2009-01-01", ["holder"] = "firm", ["holderEn"] = "Firm", ["holderFrom"] = "2009-01-01",
        };
        var text = column == "basisUrl" ? "https://" + new string('a', length - 8) : new string('a', length);
        var body = Bodies.Concession("LNG").With(path, text);
        cells[column] = text;

        var tried = await registry.Authority.PostListAsync(
            "imports/concessions?source=x&dryRun=true", $"{string.Join(',', cells.Keys)}\n{string.Join(',', cells.Values)}\n", "long").JsonAsync(HttpStatusCode.OK);

        Assert.Equal($"2 {column} list-too-long", Assert.Single(tried.GetProperty("faults").EnumerateArray().Select(f => $"{f.GetProperty("line")} {f.GetProperty("column")} {f.GetProperty("code")}")));
        await registry.Authority.PutJsonAsync("concessions/long", body.ToJsonString()).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Import_CellsThatAttack_StayTextOrAreRefused(string kind)
    {
        var columns = ColumnsOf(kind).Columns;
        foreach (var evil in new[]
        {
            "=HYPERLINK(\"http://x\")", "'; DROP TABLE records; --", "<script>alert(1)</script>", "../../law", "a\0b", "\uFEFF", "NaN", "1e308", "-0", "٣", "2015-02-30", "9999-12-31",
            new string('9', 1_900), new string('|', 1_900), string.Concat(Enumerable.Repeat("09-01..12-15;", 150)), "{0}{value}{{", "k/0/\u2028", "ﬀ", "𝟙𝟚", "null",
        })
        {
            var row = string.Join(',', columns.Select(_ => $"\"{evil.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
            using var answer = await registry.Authority.PostListAsync($"imports/{kind}?source=x&update=true", $"{string.Join(',', columns.Select(c => c.Name))}\n{row}\n", $"evil-{kind}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Columns_AllOfThem_AreExplainedInBothLanguages(string kind)
    {
        foreach (var language in new[] { Language.English, Language.Russian })
        {
            Assert.Equal([], ColumnsOf(kind).Columns.Select(c => $"column.{kind}.{c.Name}").Where(key => !Texts.For(language).Has(key)));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Try_TheColumnsOwnExamples_AreUnderstood(string kind)
    {
        var columns = ColumnsOf(kind).Columns.Where(c => c.Example.Length > 0).ToList();
        var list = $"{string.Join('\t', columns.Select(c => c.Name))}\n{string.Join('\t', columns.Select(c => c.Example))}\n";

        var tried = await registry.Authority.PostListAsync($"imports/{kind}?source=x&dryRun=true", list, "example").JsonAsync(HttpStatusCode.OK);

        // What an example names is the demo's, which is not in this register: all else must be understood.
        string[] absent = ["list-unknown-concession", "list-unknown-year"];
        Assert.Empty(tried.GetProperty("faults").EnumerateArray().Select(f => f.GetProperty("code").GetString()).Except(absent));
        Assert.Empty(tried.GetProperty("ignoredColumns").EnumerateArray());
    }

    private static ColumnSet ColumnsOf(string kind) => kind switch
    {
        "concessions" => ConcessionColumns.All,
        "seasons" => SeasonColumns.All,
        _ => QuotaColumns.All,
    };

    private Task<HttpResponseMessage> PostAsync(string route, params JsonNode[] rows) => registry.Authority.PostJsonAsync(route, new JsonArray([.. rows.Select(row => row.DeepClone())]).ToJsonString(), Guid.NewGuid().ToString());
}
