using ArgaliConcessions.Browser.Tests.Running;
using ArgaliConcessions.Functions.Http;

namespace ArgaliConcessions.Browser.Tests;

/// <summary>The console without a mouse.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class KeyboardTests(ConsoleWorld world)
{
    private const string Focused = "document.activeElement";

    [SkippableFact]
    public async Task Tab_TheFirst_OffersTheWayPastTheHead()
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        await using var tab = await world.SignedInAsync(Role.Authority);
        await tab.GoAsync("/api/console/quotas");
        await tab.Page.Keyboard.PressAsync("Tab");

        Assert.Equal("skip", await tab.Page.EvaluateExpressionAsync<string>($"{Focused}.className"));
        Assert.True(await tab.Page.EvaluateExpressionAsync<bool>($"{Focused}.getBoundingClientRect().left >= 0"));
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Keyboard.PressAsync("Tab");
        Assert.True(await tab.Page.EvaluateExpressionAsync<bool>($"document.querySelector('main').contains({Focused})"));
    }

    [SkippableFact]
    public async Task Focus_OnEverythingThatIsReached_IsSeen()
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        await using var tab = await world.SignedInAsync(Role.Authority);
        await tab.GoAsync("/api/console/check");
        var reached = new List<string>();
        for (var step = 0; step < 40; step++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
            if (await tab.Page.EvaluateExpressionAsync<bool>($"{Focused} === document.body")) break;
            Assert.True(
                await tab.Page.EvaluateExpressionAsync<bool>($"parseFloat(getComputedStyle({Focused}).outlineWidth) >= 2 && getComputedStyle({Focused}).outlineStyle !== 'none'"),
                await tab.Page.EvaluateExpressionAsync<string>($"{Focused}.outerHTML"));
            reached.Add(await tab.Page.EvaluateExpressionAsync<string>($"{Focused}.name || {Focused}.innerText"));
        }

        Assert.Equal(["number", "paper", "lon", "lat", "accuracy", "on"], reached.Where(r => r is "number" or "paper" or "lon" or "lat" or "accuracy" or "on").Distinct());
        Assert.Contains("Check", reached);
    }

    [SkippableFact]
    public async Task Check_OfAPermit_IsAskedWithKeysAlone()
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        await using var tab = await world.SignedInAsync(Role.Inspector, Window.Narrow);
        await tab.GoAsync("/api/console/check");
        await tab.Page.FocusAsync("#f-number");
        await tab.Page.Keyboard.TypeAsync(world.Register.Permit.ToLowerInvariant());
        await Task.WhenAll(tab.Page.WaitForNavigationAsync(), tab.Page.Keyboard.PressAsync("Enter"));

        Assert.Contains("/api/console/check/", tab.Address, StringComparison.Ordinal);
        Assert.Contains(world.Register.Permit, await tab.TextAsync("article"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Faults_OfAForm_AreToldAboveItAndBesideTheirFields()
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        await using var tab = await world.SignedInAsync(Role.Inspector);
        await tab.GoAsync("/api/console/check");
        await tab.FillAsync("lon", "999");
        await tab.SendAsync("main button");
        await tab.PictureAsync("check-faults");

        Assert.True(await tab.Page.EvaluateExpressionAsync<bool>("['f-number', 'f-lon', 'f-lat'].every(id => document.querySelector(`.errors a[href='#${id}']`) && document.getElementById(id).getAttribute('aria-invalid') === 'true')"));
        Assert.Equal("999", await tab.Page.EvaluateExpressionAsync<string>("document.getElementById('f-lon').value"));
        Assert.Equal("errors", await tab.Page.EvaluateExpressionAsync<string>($"{Focused}.className"));
        Assert.Empty(await tab.BarriersAsync());
    }
}
