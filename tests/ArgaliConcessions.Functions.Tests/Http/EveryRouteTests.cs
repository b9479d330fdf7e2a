using System.Net;
using System.Text;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Functions.Tests.Registry;

namespace ArgaliConcessions.Functions.Tests.Http;

/// <summary>What holds at every route, whoever wrote it: no entry without a token, and no body or parameter that breaks it.</summary>
public sealed class EveryRouteTests(EveryRouteTests.Register register) : IClassFixture<EveryRouteTests.Register>
{
    /// <summary>What exists, so that requests get as far as they can before they are refused.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal) { ["concession"] = "test-1", ["c"] = "test-1", ["year"] = "2015" };

    private static readonly string[] Public = ["health", "keys", "console/sign-in"];

    private static readonly Dictionary<string, string> Hostile = new(StringComparer.Ordinal)
    {
        ["empty"] = "",
        ["not JSON"] = "{\"names\":",
        ["a list"] = "[]",
        ["a number"] = "1e999",
        ["a null"] = "null",
        ["an empty object"] = "{}",
        ["a stranger"] = "{\"__proto__\":{\"x\":1},\"constructor\":null}",
        ["a member twice"] = "{\"names\":1,\"names\":2}",
        ["half a character"] = "{\"names\":{\"en\":\"\\ud83d\"},\"title\":\"\\u0000\"}",
        ["far too deep"] = new string('[', 5000) + new string(']', 5000),
        ["a feature of nothing"] = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":null}",
        ["numbers past all bounds"] = "{\"animals\":99999999999999999999,\"from\":\"9999-99-99\",\"at\":-1,\"lon\":1e400,\"names\":[[]],\"windows\":[null,1,{}]}",
    };

    private static readonly string[] HostileQueries =
    [
        "?on=x", "?on=0000-00-00&on=1", "?limit=-1", "?limit=99999999999", "?lon=NaN&lat=1e999&accuracy=-1", "?at=yesterday", "?knownAt=9999-12-31T23:59:59Z",
        "?after=%00", "?status=%F0%9F%90%8F", "?format=exe", "?year=0&concession=../..&taxon=%2e%2e", "?paper=" + "%D1%91%2D",
    ];

    /// <summary>Each route with its method; written as text, so that each is a test of its own.</summary>
    public static TheoryData<string> Routes => [.. new RouteTable().All.SelectMany(f => f.Methods.Select(m => $"{m} {f.Route}"))];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_WithoutToken_AnswersOnlyWhenPublic(string route)
    {
        using var request = Request(route, "{}");
        var answer = await register.Host.Anonymous.SendAsync(request);

        if (Public.Contains(route.Split(' ')[1])) Assert.Equal(Expected(route), answer.StatusCode);
        else await Task.FromResult(answer).ProblemAsync(HttpStatusCode.Unauthorized, "token-missing");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_WithTokenOfAnotherService_AnswersOnlyWhenPublic(string route)
    {
        using var request = Request(route, "{}");
        var answer = await register.Host.ClientWith("eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYXV0aG9yaXR5In0.").SendAsync(request);

        Assert.Equal(Expected(route), answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_WithHostileBodies_RefusesEachAndNeverBreaks(string route)
    {
        if (route.StartsWith("GET ", StringComparison.Ordinal)) return;
        foreach (var (name, body) in Hostile)
        {
            using var request = Request(route, body);
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            await AssertWholeAsync(await register.Host.Authority.SendAsync(request), $"{route} with {name}");
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_WithHostileParameters_NeverBreaks(string route)
    {
        foreach (var query in HostileQueries)
        {
            using var request = Request(route, "{}", query);
            await AssertWholeAsync(await register.Host.Authority.SendAsync(request), route + query);
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_WithHostilePathValues_NeverBreaks(string route)
    {
        foreach (var value in new[] { "%2F", "..%2F..", "latest", "%D0%AF", "a'b%22", new string('x', 300), "%E2%80%AE", "-", "0" })
        {
            using var request = Request(route, "{}", "", value);
            await AssertWholeAsync(await register.Host.Authority.SendAsync(request), $"{route} at {value}");
        }
    }

    /// <summary>What a stranger is answered; the sign-in takes a form and is sent JSON here.</summary>
    private static HttpStatusCode Expected(string route) =>
        route == "POST console/sign-in" ? HttpStatusCode.UnsupportedMediaType : Public.Contains(route.Split(' ')[1]) ? HttpStatusCode.OK : HttpStatusCode.Unauthorized;

    private static HttpRequestMessage Request(string route, string body, string query = "", string? value = null)
    {
        var (method, template) = (route.Split(' ')[0], route.Split(' ')[1]);
        var path = string.Join('/', template.Split('/').Select(s => s[0] == '{' ? value ?? Known.GetValueOrDefault(s.Trim('{', '}'), "no-such-thing") : s));
        var request = new HttpRequestMessage(new HttpMethod(method), path + query);
        if (method != "GET") request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return request;
    }

    // Whatever was wrong, the answer is one of ours: never a 500, and every refusal a problem with its code.
    private static async Task AssertWholeAsync(HttpResponseMessage answer, string what)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode < 500, $"{what}: {(int)answer.StatusCode} {text}");
        if ((int)answer.StatusCode < 400) return;
        Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{what}: {(int)answer.StatusCode} {answer.Content.Headers.ContentType} {text}");
        Assert.Contains("\"code\":\"", text, StringComparison.Ordinal);
    }

    /// <summary>A host with an authority, a year and a concession.</summary>
    public sealed class Register : IAsyncLifetime
    {
        private readonly RegistryHost _registry = new();

        public LocalHost Host => _registry.Host;

        public async Task InitializeAsync()
        {
            await _registry.InitializeAsync();
            Assert.Equal("test-1", (await _registry.ConcessionAsync()).Id);
        }

        public Task DisposeAsync() => _registry.DisposeAsync();
    }
}
