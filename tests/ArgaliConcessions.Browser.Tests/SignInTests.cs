using ArgaliConcessions.Browser.Tests.Running;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Browser.Tests;

/// <summary>Signing in and out, by hand.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class SignInTests(ConsoleWorld world)
{
    [SkippableFact]
    public async Task Page_ThatWasAskedForWithoutASession_IsThereAfterTheSignIn()
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        await using var tab = await world.OpenAsync();

        Assert.Equal(200, await tab.GoAsync("/console?lang=ru"));
        Assert.StartsWith("/api/console/sign-in", tab.Address, StringComparison.Ordinal);
        Assert.Equal("ru", await tab.Page.EvaluateExpressionAsync<string>("document.documentElement.lang"));
        await tab.SignInAsync(world.Host.Token(Role.Authority));

        Assert.Equal("/api/console?lang=ru", tab.Address);
        Assert.Equal("Что требует внимания", await tab.TextAsync("h1"));
    }

    [SkippableFact]
    public async Task Token_ThatIsNone_IsToldBesideItsField()
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        await using var tab = await world.OpenAsync();
        await tab.GoAsync("/api/console/sign-in");
        await tab.SignInAsync("nonsense");

        Assert.True(await tab.HasAsync("#f-token[aria-invalid=true][aria-describedby~=f-token-error]"));
        Assert.Equal("errors", await tab.Page.EvaluateExpressionAsync<string>("document.activeElement.className"));
        Assert.Empty(await tab.BarriersAsync());
    }

    [SkippableFact]
    public async Task Link_ThatTheHostPrints_SignsInByOneClick()
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        var signer = world.Host.Services.GetRequiredService<SessionSigner>();
        var link = signer.Sign(new Caller("authority", Role.Authority, []), SessionUse.SignIn, world.Host.Clock.GetUtcNow().AddMinutes(5));
        await using var tab = await world.OpenAsync(Window.Narrow);

        await tab.GoAsync($"/api/console/sign-in?link={link}");
        await tab.SendAsync("main button");

        Assert.Equal("/api/console", tab.Address);
    }

    [SkippableFact]
    public async Task SignOut_ByItsButton_EndsTheSession()
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        await using var tab = await world.SignedInAsync(Role.Auditor);
        await tab.SendAsync(".who button");
        await tab.GoAsync("/api/console");

        Assert.StartsWith("/api/console/sign-in", tab.Address, StringComparison.Ordinal);
    }
}
