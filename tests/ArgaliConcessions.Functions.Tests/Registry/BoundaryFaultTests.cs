using System.Net;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Registry;

/// <summary>Every kind of bad boundary is refused with its kind, its place in the body and its place on earth; nothing of it is kept.</summary>
public sealed class BoundaryFaultTests(RegistryHost registry) : IClassFixture<RegistryHost>
{
    private const string Shell = "[[0,0],[10,0],[10,10],[0,10],[0,0]]";
    private const string At = "/geometry/coordinates";

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "self-intersection", "Polygon", "[[[0,0],[2,2],[2,0],[0,2],[0,0]]]", "[1, 1]" },
        { "hole-outside-shell", "Polygon", $"[{Shell},[[20,20],[20,21],[21,21],[20,20]]]", "[20, 20]" },
        { "ring-not-closed", "Polygon", "[[[0,0],[1,0],[1,1],[0,1]]]", "[0, 1]" },
        { "too-few-points", "Polygon", "[[[0,0],[1,0],[0,0]]]", "" },
        { "out-of-range", "Polygon", "[[[0,0],[1,0],[1,95],[0,0]]]", "[1, 95]" },
        { "antimeridian", "Polygon", "[[[170,0],[-170,0],[-170,5],[170,5],[170,0]]]", "[170, 0]" },
        { "non-finite", "Polygon", "[[[0,0],[1e999,0],[1,1],[0,0]]]", "" },
        { "spike", "Polygon", "[[[0,0],[4,0],[4,4],[6,6],[4,4],[0,4],[0,0]]]", "[6, 6]" },
        { "zero-area", "Polygon", "[[[0,0],[1,1],[2,2],[3,3],[0,0]]]", "" },
        { "duplicate-rings", "MultiPolygon", $"[[{Shell}],[{Shell}]]", "" },
        { "nested-holes", "Polygon", $"[{Shell},[[1,1],[1,8],[8,8],[8,1],[1,1]],[[2,2],[2,4],[4,4],[4,2],[2,2]]]", "" },
        { "holes-overlap", "Polygon", $"[{Shell},[[1,1],[1,5],[5,5],[5,1],[1,1]],[[3,3],[3,8],[8,8],[8,3],[3,3]]]", "" },
        { "nested-shells", "MultiPolygon", $"[[{Shell}],[[[2,2],[4,2],[4,4],[2,4],[2,2]]]]", "" },
        { "shells-overlap", "MultiPolygon", $"[[{Shell}],[[[5,5],[15,5],[15,15],[5,15],[5,5]]]]", "" },
        { "disconnected-interior", "Polygon", $"[{Shell},[[5,0],[7,5],[5,10],[3,5],[5,0]]]", "" },
        { "empty", "Polygon", "[]", "" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Put_BadBoundary_SaysWhatAndWhere(string kind, string type, string coordinates, string place)
    {
        var ground = await registry.ConcessionAsync();

        var problem = await registry.PutAsync($"{ground.Route}/zones/bad", Bodies.Feature(Bodies.Geometry(type, coordinates)))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        var error = problem.GetProperty("errors").EnumerateArray().First(e => e.GetProperty("code").GetString() == $"boundary-{kind}");
        Assert.StartsWith(kind == "empty" ? "/geometry" : At, error.GetProperty("pointer").GetString(), StringComparison.Ordinal);
        Assert.Contains(place, error.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await registry.Authority.GetAsync($"{ground.Route}/zones/bad").ProblemAsync(HttpStatusCode.NotFound, "zone-not-found");
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Put_BadBoundaryInRussian_HasWordsForIt(string kind, string type, string coordinates, string place)
    {
        var ground = await registry.ConcessionAsync();

        var problem = await registry.PutAsync($"{ground.Route}/zones/bad?lang=ru", Bodies.Feature(Bodies.Geometry(type, coordinates)))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        var error = problem.GetProperty("errors").EnumerateArray().First(e => e.GetProperty("code").GetString() == $"boundary-{kind}");
        Assert.Contains(error.GetProperty("detail").GetString()!, c => c is >= 'а' and <= 'я');
        Assert.DoesNotContain("{", error.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(place, error.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_FaultOfSecondPolygonsHole_PointsThere()
    {
        var ground = await registry.ConcessionAsync();
        var coordinates = $"[[{Shell}],[[[20,0],[30,0],[30,10],[20,10],[20,0]],[[22,2],[24,2],[24,4]]]]";

        var problem = await registry.PutAsync($"{ground.Route}/zones/bad", Bodies.Feature(Bodies.Geometry("MultiPolygon", coordinates)))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.All(problem.Errors(), e => Assert.StartsWith("/geometry/coordinates/1/1", e, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Put_TooManyVertices_IsRefusedBeforeAnyWork()
    {
        var ground = await registry.ConcessionAsync();
        var points = Enumerable.Range(0, 20_001).Select(i => $"[{FormattableString.Invariant($"{50 + (i * 0.0001):0.####}")},{(i == 0 ? 30 : 31)}]");
        var ring = $"[{string.Join(",", points)},[50,30]]";

        var problem = await registry.PutAsync($"{ground.Route}/zones/bad", Bodies.Feature(Bodies.Polygon(ring))).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(["/geometry boundary-too-many-vertices"], problem.Errors());
        Assert.Contains("20,000", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_BadBoundaryAndBadDates_AnswersBoth()
    {
        var ground = await registry.ConcessionAsync();
        var body = Bodies.Feature(Bodies.Polygon("[[0,0],[2,2],[2,0],[0,2],[0,0]]"), "2030-06-01").With("properties/validTo", "2030-05-01");

        var problem = await registry.PutAsync($"{ground.Route}/zones/bad", body).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(
            [
                "/geometry/coordinates/0/0 boundary-self-intersection", "/properties/validFrom concession-ended",
                "/properties/validTo ends-before-it-begins",
            ],
            problem.Errors().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"type":"Feature"}""")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{}}""")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{}}""")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[["a",2],[3],[]]]},"properties":[]}""")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":{"0":1}},"properties":{"names":{},"kind":7}}""")]
    public async Task Put_HostileFeature_IsNeverAFailure(string body)
    {
        var ground = await registry.ConcessionAsync();

        var problem = await registry.Authority.PutJsonAsync($"{ground.Route}/zones/bad", body).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.NotEmpty(problem.Errors());
    }

    [Fact]
    public async Task Repair_Bowtie_ProposesFeatureThatCanBeSentAgain()
    {
        var ground = await registry.ConcessionAsync();
        var (w, s) = (ground.West, ground.South);
        var bowtie = FormattableString.Invariant($"[[{w},{s}],[{w + 1},{s + 1}],[{w + 1},{s}],[{w},{s + 1}],[{w},{s}]]");

        var proposal = await registry.PutAsync($"{ground.Route}/zones/mended?repair=propose", Bodies.Feature(Bodies.Polygon(bowtie))).JsonAsync(HttpStatusCode.OK);

        var repair = proposal.GetProperty("properties").GetProperty("repair");
        Assert.Equal(["rebuiltTopology"], repair.GetProperty("notes").EnumerateArray().Select(n => n.GetString()));
        Assert.True(repair.GetProperty("hectaresAfter").GetDecimal() > 0);
        Assert.True(repair.TryGetProperty("hectaresChanged", out _));
        await registry.Authority.GetAsync($"{ground.Route}/zones/mended").ProblemAsync(HttpStatusCode.NotFound, "zone-not-found");
        var sentAgain = JsonNode.Parse(proposal.GetRawText())!.AsObject();
        var recorded = await registry.PutAsync($"{ground.Route}/zones/mended", sentAgain).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(repair.GetProperty("hectaresAfter").GetDecimal(), recorded.GetProperty("properties").GetProperty("areaHectares").GetDecimal());
    }

    [Fact]
    public async Task Repair_PointsNotOnEarth_SaysWhyNot()
    {
        var ground = await registry.ConcessionAsync();
        var body = Bodies.Feature(Bodies.Polygon("[[0,0],[1,0],[1,95],[0,0]]"));

        var problem = await registry.PutAsync($"{ground.Route}/zones/mended?repair=propose", body).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(["/geometry/coordinates/0/2 boundary-out-of-range", "/geometry boundary-beyond-repair"], problem.Errors());
    }
}
