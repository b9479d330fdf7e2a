using System.Text.Json;
using Deque.AxeCore.Commons;
using PuppeteerSharp;

namespace ArgaliConcessions.Browser.Tests.Running;

/// <summary>A page in a browser context of its own: nobody is signed in, and no other tab's cookies are seen.</summary>
internal sealed class Tab(IBrowserContext context, IPage page, Uri home) : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private readonly List<string> _complaints = [];

    /// <summary>What the browser complained of: a style or script that was refused, a file that was not there.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public IPage Page => page;

    /// <summary>Path and query of where it is.</summary>
    public string Address => new Uri(page.Url).PathAndQuery;

    public static async Task<Tab> OpenAsync(IBrowser browser, Uri home, Window window)
    {
        var context = await browser.CreateBrowserContextAsync();
        var page = await context.NewPageAsync();
        await page.SetViewportAsync(window == Window.Wide ? new ViewPortOptions { Width = 1280, Height = 900 } : new ViewPortOptions { Width = 360, Height = 740, HasTouch = true });
        var tab = new Tab(context, page, home);
        page.Console += (_, said) => tab._complaints.Add(said.Message.Text);
        page.PageError += (_, said) => tab._complaints.Add(said.Message);
        return tab;
    }

    /// <summary>Opens an address of this service and answers the status.</summary>
    public async Task<int> GoAsync(string path) => (int)(await page.GoToAsync(new Uri(home, path).ToString())).Status;

    /// <summary>Signs in by pasting a token, as a person does.</summary>
    public async Task SignInAsync(string token)
    {
        if (!Address.Contains("/sign-in", StringComparison.Ordinal)) await GoAsync("/api/console/sign-in");
        await FillAsync("token", token);
        await SendAsync("main button");
    }

    /// <summary>Writes into a field by its name, over what stands there.</summary>
    public Task FillAsync(string name, string value) => page.EvaluateFunctionAsync(
        "(name, value) => { const field = document.querySelector(`main [name=\"${name}\"]`); field.value = value; }", name, value);

    /// <summary>Writes a day into a date field with keys, the way an English browser takes it: month, day, year.</summary>
    public async Task TypeDateAsync(string name, int year, int month, int day)
    {
        await page.FocusAsync($"#f-{name}");
        await page.Keyboard.TypeAsync(FormattableString.Invariant($"{month:00}{day:00}{year:0000}"));
    }

    /// <summary>Presses Tab until the focus is where it shall be.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var step = 0; step < 200; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateFunctionAsync<bool>("s => document.activeElement.matches(s)", selector)) return;
        }

        Assert.Fail($"No key leads to {selector}.");
    }

    /// <summary>Presses Enter, which leads to another page, and waits for it.</summary>
    public async Task EnterAsync() => await Task.WhenAll(page.WaitForNavigationAsync(), page.Keyboard.PressAsync("Enter"));

    /// <summary>Chooses a file for a field by its name.</summary>
    public async Task ChooseFileAsync(string name, string path)
    {
        var field = await page.QuerySelectorAsync($"main [name=\"{name}\"]");
        await field.UploadFileAsync(path);
    }

    /// <summary>Waits until the page says these words; it loads itself anew.</summary>
    public async Task UntilAsync(string words)
    {
        for (var step = 0; step < 120; step++)
        {
            try
            {
                if ((await TextAsync("main")).Contains(words, StringComparison.Ordinal)) return;
            }
            catch (EvaluationFailedException)
            {
                // It was just loading itself anew.
            }

            await Task.Delay(500);
        }

        Assert.Fail($"The page does not say: {words}");
    }

    /// <summary>Clicks what leads to another page, and waits for it.</summary>
    public async Task SendAsync(string selector) => await Task.WhenAll(page.WaitForNavigationAsync(), page.ClickAsync(selector));

    public Task<string> TextAsync(string selector) => page.EvaluateFunctionAsync<string>("s => document.querySelector(s)?.innerText ?? ''", selector);

    public Task<bool> HasAsync(string selector) => page.EvaluateFunctionAsync<bool>("s => document.querySelector(s) !== null", selector);

    /// <summary>What axe-core finds against accessibility on the page (WCAG 2.2 A and AA, and its best practices), each with its place; none when all is well.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        await page.EvaluateExpressionAsync(Axe);
        var found = await page.EvaluateExpressionAsync<string>(
            "axe.run(document, { resultTypes: ['violations'] }).then(r => JSON.stringify(r.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | ')}`)))");
        return JsonSerializer.Deserialize<string[]>(found)!;
    }

    /// <summary>By how many pixels the page is wider than the window: sideways scrolling is for tables in their own boxes only.</summary>
    public Task<int> OverflowAsync() => page.EvaluateExpressionAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)");

    /// <summary>Keeps a picture of the page in the folder that <c>ARGALI_SCREENSHOTS</c> names; does nothing without it.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("ARGALI_SCREENSHOTS") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(Path.Combine(folder, $"{name}.png"), new ScreenshotOptions { FullPage = true });
    }

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
