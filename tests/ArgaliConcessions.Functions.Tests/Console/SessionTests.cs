using System.Net;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Tests.Console;

/// <summary>Who is let in to the console, for how long, and what a session is good for.</summary>
public sealed class SessionTests(ConsoleHost console) : IClassFixture<ConsoleHost>
{
    private const string Session = "argali-console";

    private SessionSigner Signer => console.Host.Services.GetRequiredService<SessionSigner>();

    [Theory]
    [InlineData("console")]
    [InlineData("console/calendar?year=2014&lang=ru")]
    [InlineData("console/check/TJ-2014-NOR-00001-X")]
    public async Task Page_WithoutASession_LeadsToTheSignInAndBack(string route)
    {
        using var client = console.Open();
        using var sent = await client.GetAsync(route);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);

        using var back = await client.SignInAsync(console.Host.Token(Role.Authority), sent.Headers.Location!.ToString());
        Assert.Equal($"/api/{route}", back.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/api/console")]
    [InlineData("/\\evil.example")]
    [InlineData("/api/console.evil.example/")]
    [InlineData("/api/console@evil.example/")]
    [InlineData("/api/console/../../elsewhere")]
    [InlineData("/api/console/%2e%2e/permits")]
    [InlineData("/api/console//evil.example")]
    [InlineData("/api/concessions")]
    [InlineData("/api/console/sign-out")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/api/console?a=\\\\evil")]
    public async Task Return_ToWhatIsNoPageOfTheConsole_IsTheStartPage(string back)
    {
        using var client = console.Open();
        using var answer = await client.SignInAsync(console.Host.Token(Role.Authority), $"console/sign-in?return={Uri.EscapeDataString(back)}");

        Assert.Equal("/api/console", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Language_ThatWasChosenAtTheSignIn_StaysChosen()
    {
        using var client = console.Open();
        var form = await client.FormAsync("console/sign-in?lang=ru", "console/sign-in", ("token", console.Host.Token(Role.Authority)));
        using var answer = await client.PostAsync("console/sign-in?lang=ru", form);
        Assert.Equal("/api/console?lang=ru", answer.Headers.Location!.ToString());

        Assert.Contains("<a href=\"/api/console?lang=ru\">", await client.PageAsync("console/permits/none?lang=ru", HttpStatusCode.NotFound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("console/elsewhere", HttpStatusCode.NotFound, "There is nothing at this address")]
    [InlineData("console/sign-out", HttpStatusCode.MethodNotAllowed, "This address does not take that method")]
    public async Task Address_ThatIsNoPage_IsToldAsAPageAndToProgramsAsToPrograms(string route, HttpStatusCode status, string title)
    {
        using var client = console.Open();
        Assert.Contains($"<h1>{title}</h1>", await client.PageAsync(route, status), StringComparison.Ordinal);

        using var answer = await console.Host.Anonymous.GetAsync(route);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Cookie_OfASession_IsOutOfReachOfScriptsAndOtherSites()
    {
        using var client = console.Open();
        using var plain = await client.SignInAsync(console.Host.Token(Role.Authority));
        var cookie = plain.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(Session, StringComparison.Ordinal));
        Assert.Equal(["httponly", "path=/api/console", "samesite=strict"], cookie.Split("; ").Skip(1).Order(StringComparer.Ordinal));

        var form = await client.FormAsync("console/sign-in", "console/sign-in", ("token", console.Host.Token(Role.Authority)));
        using var secure = await client.PostAsync("console/sign-in", form, r => r.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "https"));
        Assert.Contains("; secure", secure.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(Session, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookie_OnTheApi_IsNotLookedAt()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        using var request = new HttpRequestMessage(HttpMethod.Get, "concessions");
        request.Headers.TryAddWithoutValidation("Cookie", $"{Session}={client.Cookie(Session)}");
        using var answer = await console.Host.Anonymous.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Session_AsABearerToken_IsRefused()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        using var answer = await console.Host.ClientWith(client.Cookie(Session)).GetAsync("concessions");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Values_SignedForAnotherUse_AreNoSession()
    {
        var now = console.Host.Clock.GetUtcNow();
        var links = console.Host.Services.GetRequiredService<LinkSigner>();
        string[] others =
        [
            console.Host.Token(Role.Authority), links.Sign("/api/console", now.AddHours(1)),
            Signer.Sign(new Caller("authority", Role.Authority, []), SessionUse.SignIn, now.AddHours(1)), "nonsense", new string('x', 3000),
        ];
        foreach (var other in others)
        {
            using var client = console.Open();
            client.SetCookie(Session, other);
            using var answer = await client.GetAsync("console");
            Assert.StartsWith("/api/console/sign-in", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task SignInLink_ThatIsASession_SignsNobodyIn()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        using var other = console.Open();
        var form = await other.FormAsync("console/sign-in", "console/sign-in", ("link", client.Cookie(Session)!));
        using var answer = await other.PostAsync("console/sign-in", form);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Null(other.Cookie(Session));
    }

    [Theory]
    [InlineData(1, 59, true)]
    [InlineData(1, 61, false)]
    [InlineData(1000, (12 * 60) - 1, true)]
    [InlineData(1000, (12 * 60) + 1, false)]
    public async Task Session_EndsWithItsTokenAndAfterTwelveHours(int tokenHours, int minutes, bool lives)
    {
        using var client = console.Open();
        var token = console.Host.Services.GetRequiredService<TokenIssuer>().Issue(Role.Auditor, [], TimeSpan.FromHours(tokenHours));
        using var _ = await client.SignInAsync(token);
        console.Host.Clock.Advance(TimeSpan.FromMinutes(minutes));
        try
        {
            using var answer = await client.GetAsync("console");
            Assert.Equal(lives ? HttpStatusCode.OK : HttpStatusCode.SeeOther, answer.StatusCode);
        }
        finally
        {
            console.Host.Clock.Advance(TimeSpan.FromMinutes(-minutes));
        }
    }

    [Fact]
    public async Task SignOut_ByItsForm_EndsTheSession()
    {
        using var client = await console.SignedInAsync(Role.Inspector);
        using var answer = await client.PostAsync("console/sign-out", await client.FormAsync("console", "console/sign-out"));

        Assert.Equal("/api/console/sign-in", answer.Headers.Location!.ToString());
        Assert.Null(client.Cookie(Session));
    }

    [Fact]
    public async Task Pages_AllOfThem_RunNoScriptAndAreKeptNowhere()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        foreach (var route in new[] { "console", "console/sign-in", "console/concessions", "console/concessions/north", "console/calendar", "console/quotas", "console/check", $"console/check/{console.Permit}" })
        {
            using var answer = await client.GetAsync(route);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{route}: {text}");
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.All(["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"], rule => Assert.Contains(rule, policy, StringComparison.Ordinal));
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        }
    }
}
