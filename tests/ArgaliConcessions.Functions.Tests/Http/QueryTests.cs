using System.Net;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Tests.Http;

public sealed class QueryTests : IAsyncLifetime
{
    private Probe _probe = null!;

    private enum Shape { RoundStone, FlatStone }

    public async Task InitializeAsync() => _probe = await Probe.StartAsync(Access.Public, (call, _) => call.AskAsync(
        q => new
        {
            q.On,
            q.KnownAt,
            q.Limit,
            Lon = q.Number("lon", -180, 180),
            Concession = q.Id("concession"),
            DryRun = q.Flag("dryRun"),
            Shape = q.OneOf<Shape>("shape"),
            Name = q.Text("name", 5),
            After = q.After(_probe.Services.GetRequiredService<Paging>(), "scope"),
        },
        question => Task.FromResult(Answers.Ok(call, question))));

    public async Task DisposeAsync() => await _probe.DisposeAsync();

    [Fact]
    public async Task Question_WithoutParameters_HasItsDefaults()
    {
        var question = await AskAsync("").JsonAsync(HttpStatusCode.OK);

        Assert.Equal(100, question.GetProperty("limit").GetInt32());
        Assert.False(question.GetProperty("dryRun").GetBoolean());
        Assert.False(question.TryGetProperty("on", out _));
    }

    [Fact]
    public async Task Question_WithGoodParameters_HasTheirValues()
    {
        var question = await AskAsync("?on=2015-03-01&knownAt=2015-03-01T06:00:00%2B05:00&limit=1000&lon=-73.5e0&concession=demo-north&dryRun=true&shape=flatStone&name=%D0%9F%D0%B0").JsonAsync(HttpStatusCode.OK);

        Assert.Equal("2015-03-01", question.GetProperty("on").GetString());
        Assert.Equal("2015-03-01T01:00:00Z", question.GetProperty("knownAt").GetString());
        Assert.Equal(-73.5, question.GetProperty("lon").GetDouble());
        Assert.Equal("flatStone", question.GetProperty("shape").GetString());
    }

    [Theory]
    [InlineData("on=2015-02-29", "on bad-date")]
    [InlineData("on=01.03.2015", "on bad-date")]
    [InlineData("on=1899-12-31", "on bad-date")]
    [InlineData("on=", "on empty")]
    [InlineData("on=2015-03-01&on=2015-03-02", "on repeated")]
    [InlineData("knownAt=2015-03-01", "knownAt bad-instant")]
    [InlineData("knownAt=2015-03-01T06:00:00", "knownAt bad-instant")]
    [InlineData("limit=0", "limit out-of-range")]
    [InlineData("limit=1001", "limit out-of-range")]
    [InlineData("limit=99999999999999999999", "limit bad-integer")]
    [InlineData("limit=1.0", "limit bad-integer")]
    [InlineData("lon=NaN", "lon bad-number")]
    [InlineData("lon=1e999", "lon bad-number")]
    [InlineData("lon=1,5", "lon bad-number")]
    [InlineData("lon=180.1", "lon out-of-range")]
    [InlineData("concession=Demo", "concession bad-id")]
    [InlineData("concession=latest", "concession bad-id")]
    [InlineData("concession=-a", "concession bad-id")]
    [InlineData("dryRun=1", "dryRun bad-flag")]
    [InlineData("shape=1", "shape unknown-value")]
    [InlineData("shape=FlatStone", "shape unknown-value")]
    [InlineData("name=123456", "name too-long")]
    [InlineData("name=a%00", "name bad-character")]
    [InlineData("after=AAAA", "after bad-cursor")]
    [InlineData("after=%2F%2F", "after bad-cursor")]
    [InlineData("acuracy=30", "acuracy unknown-parameter")]
    public async Task Question_WithABadParameter_NamesIt(string query, string error)
    {
        var problem = await AskAsync("?" + query).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal([error], problem.Errors());
    }

    [Fact]
    public async Task Question_WithManyFaults_NamesThemAll()
    {
        var problem = await AskAsync("?on=x&limit=0&zzz=1").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(["on bad-date", "limit out-of-range", "zzz unknown-parameter"], problem.Errors());
    }

    [Fact]
    public async Task Cursor_OfAList_OpensUnderItsScopeOnly()
    {
        var paging = _probe.Services.GetRequiredService<Paging>();
        var row = "p/00007/Ё " + new string('x', 300);

        var question = await AskAsync($"?after={paging.Seal(row, "scope")}").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(row, question.GetProperty("after").GetString());
        Assert.Null(paging.Open(paging.Seal(row, "scope"), "another"));
        Assert.Null(paging.Open("A" + paging.Seal(row, "scope")[1..] + "A", "scope"));
    }

    [Fact]
    public async Task Listing_WithMore_LinksToTheNextPageKeepingTheQuestion()
    {
        await using var probe = await Probe.StartAsync(Access.Public, (call, _) => Task.FromResult(
            Answers.Ok(call, call.Request.HttpContext.RequestServices.GetRequiredService<Paging>().Page(call, [1, 2], "p/2", "scope"))));

        var answer = await probe.Client(null).GetAsync("probe?limit=2&after=old&status=open%26shut");
        var page = await Task.FromResult(answer).JsonAsync(HttpStatusCode.OK);
        var next = page.GetProperty("next").GetString()!;
        Assert.StartsWith("/api/probe?limit=2&status=open%26shut&after=", next, StringComparison.Ordinal);
        Assert.Equal($"<{next}>; rel=\"next\"", answer.Headers.GetValues("Link").Single());
        Assert.Equal("p/2", probe.Services.GetRequiredService<Paging>().Open(next.Split("after=")[1], "scope"));
    }

    private Task<HttpResponseMessage> AskAsync(string query) => _probe.Client(null).GetAsync("probe" + query);
}
