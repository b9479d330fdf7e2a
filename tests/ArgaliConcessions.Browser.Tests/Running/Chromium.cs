using PuppeteerSharp;

namespace ArgaliConcessions.Browser.Tests.Running;

/// <summary>
/// The browser that the console is tested in. <c>scripts/test</c> installs it where it can; where it is missing, tests that
/// need it are skipped, but not on CI, where nothing may be missing.
/// </summary>
internal static class Chromium
{
    private const string Variable = "CHROMIUM";
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Why a test that needs it is skipped; null when it is there, and on CI.</summary>
    public static string? Missing =>
        Found is not null || Environment.GetEnvironmentVariable("CI") == "true" ? null : $"missing part: Chromium (apt install chromium, or set {Variable} to its program)";

    private static string? Found => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Usual.FirstOrDefault(File.Exists);

    /// <summary>Starts it without a window, on an empty profile, asking nothing of the network by itself.</summary>
    /// <param name="profile">An empty folder.</param>
    public static Task<IBrowser> StartAsync(string profile) => Puppeteer.LaunchAsync(new LaunchOptions
    {
        ExecutablePath = Found ?? throw new InvalidOperationException("Chromium is missing."),
        Headless = true,
        UserDataDir = profile,
        Timeout = 60_000,
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--force-device-scale-factor=1", "--hide-scrollbars", "--lang=en",
        ],
    });
}
