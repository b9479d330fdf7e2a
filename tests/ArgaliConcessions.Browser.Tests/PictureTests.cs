using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ArgaliConcessions.Browser.Tests.Running;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Tests.Architecture;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Host.Local.Demo;
using Microsoft.Extensions.DependencyInjection;
using PuppeteerSharp;

namespace ArgaliConcessions.Browser.Tests;

/// <summary>
/// The pictures of README.md, taken of the demo. They are taken in every run, into a folder that is thrown away; <c>scripts/take-pictures</c>
/// keeps them (<c>ARGALI_PICTURES</c> names its folder).
/// </summary>
public sealed partial class PictureTests : IAsyncLifetime
{
    private const string Concession = "demo-lake";
    private const string Days = "from=2015-02-01&to=2015-02-14";
    private static readonly ViewPortOptions Desk = new() { Width = 1280, Height = 900 };
    private static readonly ViewPortOptions Phone = new() { Width = 390, Height = 900, HasTouch = true };
    private readonly LocalHost _host = new();
    private readonly string _scratch = Directory.CreateTempSubdirectory("argali-pictures-").FullName;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null) return;
        _host.Clock.Set(new DateTimeOffset(2017, 10, 1, 6, 0, 0, TimeSpan.Zero));
        await _host.InitializeAsync();
        var starting = Chromium.StartAsync(Path.Combine(_scratch, "profile"));
        await _host.Services.GetRequiredService<IDemoLoader>().LoadAsync(TextWriter.Null, CancellationToken.None);
        _browser = await starting;
    }

    public async Task DisposeAsync()
    {
        if (_browser is null) return;
        await _browser.CloseAsync();
        await _host.DisposeAsync();
        try { Directory.Delete(_scratch, recursive: true); }
        catch (IOException) { }
    }

    [SkippableFact]
    public async Task Pictures_OfTheDemo_AreThoseThatTheReadmeShows()
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        var folder = Environment.GetEnvironmentVariable("ARGALI_PICTURES") is { Length: > 0 } named ? named : _scratch;
        await using var page = await _browser!.NewPageAsync();
        await page.SetExtraHttpHeadersAsync(new() { ["Authorization"] = $"Bearer {_host.Token(Role.Authority)}" });
        var permit = await OpenPermitAsync();
        await TakeAsync(page, folder, "console-map", "console/concessions", Desk);
        await TakeAsync(page, folder, "console-quotas", "console/quotas?year=2014", Desk);
        await TakeIssueAsync(page, folder);
        await TakeAsync(page, folder, "report", "console/reports/latest", Desk);
        await TakeAsync(page, folder, "verdict", $"permits/{permit}/validity?format=html&on=2015-03-20&lon=73.6&lat=38.9", Phone);
        await TakeAsync(page, folder, "permit-paper", $"permits/{permit}/paper?format=html", Desk);
        await TakeFieldSheetAsync(page, folder);

        Assert.Equal(PicturesOfReadme(), Directory.GetFiles(folder, "*.png").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pictures_OfTheReadme_AreThere() =>
        Assert.All(PicturesOfReadme(), name => Assert.True(File.Exists(Path.Combine(SourceTree.Root, "scripts", "pictures", name)), $"{name} is missing: run scripts/take-pictures"));

    private static IEnumerable<string> PicturesOfReadme() =>
        Picture().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, "README.md"))).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private async Task<string> OpenPermitAsync()
    {
        var list = JsonNode.Parse(await _host.Authority.GetStringAsync($"permits?concession={Concession}&year=2014&limit=1"))!;
        return (string)list["items"]![0]!["number"]!;
    }

    private async Task TakeAsync(IPage page, string folder, string name, string address, ViewPortOptions window)
    {
        await page.SetViewportAsync(window);
        var answer = await page.GoToAsync(new Uri(_host.Server.Address, $"api/{address}").ToString());
        Assert.True(answer.Ok, $"{address}: {answer.Status}");
        await KeepAsync(page, folder, name);
    }

    /// <summary>A clerk's wrong turn: days that lie outside the season, checked before anything is written.</summary>
    private async Task TakeIssueAsync(IPage page, string folder)
    {
        await page.SetViewportAsync(Desk);
        await page.GoToAsync(new Uri(_host.Server.Address, $"api/console/issue?concession={Concession}&year=2016").ToString());
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["from1"] = "2017-05-20", ["to1"] = "2017-06-10", ["nameLatin"] = "Invented Hunter", ["nationality"] = "US", ["documentNumber"] = "DEMO4711", ["feePaidOn"] = "2017-01-15",
        };
        await page.EvaluateFunctionAsync(
            """
            values => {
              for (const [name, value] of Object.entries(values)) document.querySelector(`main [name="${name}"]`).value = value;
              const line = document.querySelector('main select[name="line"]');
              line.value = [...line.options].map(o => o.value).find(v => v !== '');
              document.querySelector('main input[name="zones"]').checked = true;
            }
            """,
            values);
        await Task.WhenAll(page.WaitForNavigationAsync(), page.ClickAsync("main button.second[value=check]"));
        await page.EvaluateExpressionAsync("document.activeElement.blur()");
        await KeepAsync(page, folder, "console-issue");
    }

    /// <summary>As it opens from the downloads of a phone: from a file, without the service.</summary>
    private async Task TakeFieldSheetAsync(IPage page, string folder)
    {
        var file = Path.Combine(_scratch, "sheet.html");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"fieldsheets/{Concession}?{Days}");
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        using var answer = await _host.Authority.SendAsync(request);
        await File.WriteAllBytesAsync(file, await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync());
        await page.SetExtraHttpHeadersAsync([]);
        await page.SetViewportAsync(Desk);
        await page.GoToAsync(new Uri(file).ToString());
        await KeepAsync(page, folder, "field-sheet");
    }

    private static Task KeepAsync(IPage page, string folder, string name) => page.ScreenshotAsync(Path.Combine(folder, $"{name}.png"));

    [GeneratedRegex(@"\(scripts/pictures/(?<name>[a-z-]+\.png)\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Picture();
}
