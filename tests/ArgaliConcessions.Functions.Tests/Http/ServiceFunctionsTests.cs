using System.Net;

namespace ArgaliConcessions.Functions.Tests.Http;

public sealed class ServiceFunctionsTests(LocalHost host) : IClassFixture<LocalHost>
{
    [Fact]
    public async Task Health_StoreAnswers_IsOkWithoutToken()
    {
        var health = await host.Anonymous.GetAsync("health").JsonAsync(HttpStatusCode.OK);

        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.True(health.GetProperty("store").GetProperty("ok").GetBoolean());
        Assert.Matches(@"^\d+\.\d+\.\d+", health.GetProperty("version").GetString());
    }

    [Fact]
    public async Task Keys_AnyCaller_ShowsPublicPartOnly()
    {
        var keys = await host.Anonymous.GetAsync("keys").JsonAsync(HttpStatusCode.OK);

        var key = Assert.Single(keys.GetProperty("keys").EnumerateArray());
        Assert.Equal(["kty", "crv", "x", "y", "kid", "use", "alg"], key.EnumerateObject().Select(m => m.Name));
    }

    [Theory]
    [InlineData("nothing-here")]
    [InlineData("health/more")]
    [InlineData("../elsewhere")]
    [InlineData("health%2Fmore")]
    public async Task UnknownRoute_AnyMethod_IsOurOwn404(string route)
    {
        await host.Anonymous.GetAsync(route).ProblemAsync(HttpStatusCode.NotFound, "route-not-found");
        await host.Anonymous.PostJsonAsync(route, "{").ProblemAsync(HttpStatusCode.NotFound, "route-not-found");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task KnownRoute_OtherMethod_Is405WithAllow(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "health");
        var answer = await host.Anonymous.SendAsync(request);

        await Task.FromResult(answer).ProblemAsync(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        Assert.Equal(["GET"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Routes_OtherCase_AreTheSame() => await host.Anonymous.GetAsync("/API/Health").JsonAsync(HttpStatusCode.OK);

    [Fact]
    public async Task Root_AnyBrowser_ListsAddressesAndLoadsNothing()
    {
        var answer = await host.Anonymous.GetAsync("/?lang=ru");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("/api/health", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"ru\"", page, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
