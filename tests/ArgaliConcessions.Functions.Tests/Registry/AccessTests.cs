using System.Net;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Registry;

/// <summary>Who may read and who may change the registry.</summary>
public sealed class AccessTests(RegistryHost registry) : IClassFixture<RegistryHost>
{
    private static readonly string[] Reads =
    [
        "authority", "years", "concessions", "zones?lon=1&lat=1", "seasons", "closures", "quotas/2015", "years/2015", "surveys",
    ];

    private static readonly string[] Changes =
    [
        "authority", "years/2015", "concessions/x", "concessions/x/zones/z", "concessions/x/seasons/s", "closures/c", "quotas/2015/polii", "surveys/s", "concessions/x/surveys/s",
    ];

    [Fact]
    public async Task Reads_EveryRole_AreServedAndNobodyElse()
    {
        foreach (var route in Reads)
        {
            foreach (var client in Clients()) await client.GetAsync(route).JsonAsync(HttpStatusCode.OK);
            await registry.Host.Anonymous.GetAsync(route).ProblemAsync(HttpStatusCode.Unauthorized, "token-missing");
        }
    }

    [Fact]
    public async Task Changes_OtherRoles_AreForbiddenBeforeTheBodyIsRead()
    {
        foreach (var route in Changes)
        {
            foreach (var client in Clients()) await client.PutJsonAsync(route, "{").ProblemAsync(HttpStatusCode.Forbidden, "role-not-allowed");
            await registry.Host.Anonymous.PutJsonAsync(route, "{").ProblemAsync(HttpStatusCode.Unauthorized, "token-missing");
        }

        foreach (var client in Clients()) await client.PostJsonAsync("imports/zones?dryRun=true", "{}").ProblemAsync(HttpStatusCode.Forbidden, "role-not-allowed");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"a\":")]
    [InlineData("{\"names\":{\"en\":\"\\ud800\"},\"names\":1}")]
    public async Task Changes_HostileBody_IsAProblemEverywhere(string body)
    {
        foreach (var route in Changes)
        {
            var answer = await registry.Authority.PutJsonAsync(route, body);
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity });
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    private IEnumerable<HttpClient> Clients() => [registry.Host.Inspector, registry.Host.Auditor, registry.Host.Holder("x")];
}
