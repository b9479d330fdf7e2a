using System.Net;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Hostile;

/// <summary>Every route: there as the contract says, shut to strangers, open to the roles it names and to no other.</summary>
public sealed class AccessTests(HostileHost host) : IClassFixture<HostileHost>
{
    private static readonly Role[] Roles = [Role.Authority, Role.Inspector, Role.Holder, Role.Auditor];

    public static TheoryData<string> Guarded => [.. ApiTable.Rows.Where(r => r.Roles is not null).Select(r => r.Function)];

    [Fact]
    public void Routes_AllOfThem_AreThoseOfTheContract() => Assert.Equal(
        ApiTable.Rows.Select(r => $"{r.Method} {r.Route} {r.Function}").Order(StringComparer.Ordinal),
        HostileHost.Functions.SelectMany(f => f.Methods.Select(m => $"{m} {f.Route} {f.Name}")).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Route_WithoutAToken_Is401(string name)
    {
        var before = await host.StoreAsync();
        await SendAsync(name, host.Host.Anonymous).ProblemAsync(HttpStatusCode.Unauthorized, "token-missing");
        foreach (var token in new[] { "x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYXV0aG9yaXR5In0.", new string('a', 5000) })
        {
            var answer = await SendAsync(name, host.Host.ClientWith(token));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Equal(before, await host.StoreAsync());
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Route_ForEachRole_IsOpenOrShutAsTheContractSays(string name)
    {
        var row = ApiTable.Rows.Single(r => r.Function == name);
        var before = await host.StoreAsync();
        foreach (var role in Roles.Where(r => !row.Roles!.Contains(Word(r), StringComparer.Ordinal)))
        {
            await SendAsync(name, ClientOf(role)).ProblemAsync(HttpStatusCode.Forbidden, "role-not-allowed");
        }

        Assert.Equal(before, await host.StoreAsync());
        foreach (var role in Roles.Where(r => row.Roles!.Contains(Word(r), StringComparer.Ordinal)))
        {
            // Without its body, or with one where none is taken, a request that is let in fails later, and changes nothing.
            var answer = await SendAsync(name, ClientOf(role), withBody: false);
            Assert.True(answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && (int)answer.StatusCode < 500, $"{role}: {answer}");
        }
    }

    [Theory]
    [InlineData("health")]
    [InlineData("keys")]
    public async Task Route_ThatIsPublic_AnswersAnyone(string route)
    {
        Assert.Equal(HttpStatusCode.OK, (await host.Host.Anonymous.GetAsync(route)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Host.ClientWith("nonsense").GetAsync(route)).StatusCode);
    }

    private static string Word(Role role) => role.ToString().ToLowerInvariant();

    private HttpClient ClientOf(Role role) => role == Role.Holder ? host.Host.Holder("north") : host.Host.ClientWith(host.Host.Token(role));

    private async Task<HttpResponseMessage> SendAsync(string name, HttpClient client, bool withBody = true)
    {
        var function = HostileBodyTests.Function(name);
        using var request = new HttpRequestMessage(new HttpMethod(function.Methods[0]), new Uri(client.BaseAddress!, host.Address(function)));
        if (function.Methods[0] == "POST") request.Headers.Add("Idempotency-Key", $"access-{Guid.NewGuid()}");
        if (withBody && host.Body(function) is { } body) request.Content = HttpAnswers.Json(body);
        if (!withBody && Samples.Bodiless.Contains(name)) request.Content = HttpAnswers.Json("[]");
        return await client.SendAsync(request);
    }
}
