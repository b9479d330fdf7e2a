using System.Net;
using ArgaliConcessions.Functions.Http;

namespace ArgaliConcessions.Functions.Tests.Console;

/// <summary>A form is taken only when this console made it for this session, and it stood on a page of ours.</summary>
public sealed class ForgeryTests(ConsoleHost console) : IClassFixture<ConsoleHost>
{
    private const string Token = "form-token";
    private const string SignOut = "console/sign-out";

    [Fact]
    public async Task Form_AsThePageMadeIt_IsTaken()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        await AssertTakenAsync(client, await client.FormAsync("console", SignOut));
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsRefused()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var form = await client.FormAsync("console", SignOut);
        form.Remove(Token);

        await AssertRefusedAsync(client, form);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Form_WithAWrongToken_IsRefused(string token)
    {
        using var client = await console.SignedInAsync(Role.Authority);
        await AssertRefusedAsync(client, await client.FormAsync("console", SignOut, (Token, token)));
    }

    [Fact]
    public async Task Form_WithTheTokenOfAnotherSession_IsRefused()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        using var other = await console.SignedInAsync(Role.Authority);
        var form = await other.FormAsync("console", SignOut);

        await AssertRefusedAsync(client, form);
        await AssertTakenAsync(other, form);
    }

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData("none", null)]
    [InlineData("cross-site", "own")]
    [InlineData(null, "https://evil.example")]
    [InlineData(null, "http://127.0.0.1:1")]
    [InlineData(null, "null")]
    [InlineData(null, null)]
    public async Task Form_ThatStoodElsewhere_IsRefused(string? site, string? origin)
    {
        using var client = await console.SignedInAsync(Role.Authority);
        await AssertRefusedAsync(client, await client.FormAsync("console", SignOut), r => Say(r, site, origin));
    }

    [Fact]
    public async Task Form_OfABrowserThatNamesTheOriginAlone_IsTaken()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        await AssertTakenAsync(client, await client.FormAsync("console", SignOut), r => Say(r, null, "own"));
    }

    [Fact]
    public async Task SignIn_OfAnotherBrowsersForm_IsRefused()
    {
        using var attacker = console.Open();
        using var victim = console.Open();
        await victim.PageAsync("console/sign-in");
        var form = await attacker.FormAsync("console/sign-in", "console/sign-in", ("token", console.Host.Token(Role.Auditor)));
        using var answer = await victim.PostAsync("console/sign-in", form);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Null(victim.Cookie("argali-console"));
    }

    private void Say(HttpRequestMessage request, string? site, string? origin)
    {
        request.Headers.Remove("Sec-Fetch-Site");
        if (site is not null) request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin == "own" ? console.Host.Server.Address.GetLeftPart(UriPartial.Authority) : origin);
    }

    private static async Task AssertRefusedAsync(ConsoleClient client, Dictionary<string, string> form, Action<HttpRequestMessage>? change = null)
    {
        using var answer = await client.PostAsync(SignOut, form, change);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("<h1>This form is not taken</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // Nothing was done: the session lives.
        await client.PageAsync("console");
    }

    private static async Task AssertTakenAsync(ConsoleClient client, Dictionary<string, string> form, Action<HttpRequestMessage>? change = null)
    {
        using var answer = await client.PostAsync(SignOut, form, change);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }
}
