using System.Net;
using System.Net.Sockets;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Wording;
using ArgaliConcessions.Host.Local.CommandLine;
using ArgaliConcessions.Host.Local.Keys;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Functions.Tests.CommandLine;

public sealed class CommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("argali-cli-").FullName;
    private readonly StringWriter _text = new();
    private readonly TextWriter _output;
    private readonly StringWriter _errors = new();

    public CommandsTests() => _output = TextWriter.Synchronized(_text);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Token_WhileTheServerRuns_IsPrintedAloneAndWorks()
    {
        var host = await LocalHost.StartAsync();
        try
        {
            var time = host.Clock;
            Assert.Equal(0, await new Commands(_output, _errors, time, Language.English).RunAsync(["token", "auditor", "--data", host.DataFolder], default));

            var token = _text.ToString();
            Assert.Matches(@"^[\w-]+\.[\w-]+\.[\w-]+\r?\n$", token);
            Assert.Empty(_errors.ToString());
            var caller = await Verify(host, token.Trim());
            Assert.Equal(Role.Auditor, caller);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Token_WithoutKey_SaysHowOneComesAbout()
    {
        Assert.Equal(ExitCodes.DataFolder, await RunAsync("token", "authority", "--data", _folder));

        Assert.Empty(_text.ToString());
        Assert.Contains(KeyFile.Name, _errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key at all")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public async Task Token_WithBrokenKey_SaysSo(string content)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, KeyFile.Name), content);

        Assert.Equal(ExitCodes.DataFolder, await RunAsync("token", "authority", "--data", _folder));
        Assert.Contains(KeyFile.Name, _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Key_MadeOnce_IsKeptAndTheOwnersOnly()
    {
        using var first = KeyFile.ReadOrMake(_folder);
        using var second = KeyFile.ReadOrMake(_folder);

        Assert.Equal(first.Key.KeyId, second.Key.KeyId);
        Assert.Equal(first.Secret("a"), second.Secret("a"));
        Assert.NotEqual(first.Secret("a"), first.Secret("b"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, KeyFile.Name)));
    }

    [SkippableFact]
    public async Task Run_OnAFolderInUse_NamesItsHolder()
    {
        Skip.If(StoreUnderTest.IsAzurite, "Hosts on a table share it: no folder is locked.");
        var host = await LocalHost.StartAsync();
        try
        {
            Assert.Equal(ExitCodes.DataFolder, await RunAsync("--port", "0", "--data", host.DataFolder));
            Assert.Contains($"process {Environment.ProcessId}", _errors.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Run_OnAFolderThatIsAFile_SaysSo()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");

        Assert.Equal(ExitCodes.DataFolder, await RunAsync("--port", "0", "--data", file));
        Assert.Contains(file, _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OnAPortInUse_NamesThePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(ExitCodes.Port, await RunAsync("--port", port, "--data", _folder));
        Assert.Contains(port, _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_UntilStopped_GreetsWithAddressAndTokens()
    {
        using var stopping = new CancellationTokenSource();
        var running = new Commands(_output, _errors, TimeProvider.System, Language.English).RunAsync(["--port", "0", "--data", _folder], stopping.Token);
        while (!Written().Contains("scripts/token", StringComparison.Ordinal) && !running.IsCompleted) await Task.Delay(20);
        await stopping.CancelAsync();

        Assert.Equal(ExitCodes.Ok, await running);
        Assert.Matches(@"http://127\.0\.0\.1:\d+/api/health", Written());
        Assert.Matches(@"authority: [\w-]+\.[\w-]+\.[\w-]+", Written());
        Assert.Empty(_errors.ToString());
    }

    [Fact]
    public async Task Run_UntilStopped_PrintsALinkThatSignsInToTheConsole()
    {
        using var stopping = new CancellationTokenSource();
        var running = new Commands(_output, _errors, TimeProvider.System, Language.English).RunAsync(["--port", "0", "--data", _folder], stopping.Token);
        while (!Written().Contains("/console/sign-in?", StringComparison.Ordinal) && !running.IsCompleted) await Task.Delay(20);
        var url = new Uri(Written().Split('\n').Single(l => l.Contains("/console/sign-in?", StringComparison.Ordinal)).Trim());
        using var browser = new HttpClient();
        var page = await browser.GetStringAsync(url);
        // The short address leads to the page that only who is signed in sees.
        var shortened = await browser.GetAsync(new Uri(url, "/console"));
        await stopping.CancelAsync();

        Assert.Equal(ExitCodes.Ok, await running);
        Assert.Contains("This link signs you in. Your role: authority.", page, StringComparison.Ordinal);
        Assert.Equal("/api/console", shortened.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(HttpStatusCode.Unauthorized, shortened.StatusCode);
    }

    [Fact]
    public async Task Run_UntilStopped_PrintsALinkThatOpensTheReport()
    {
        using var stopping = new CancellationTokenSource();
        var running = new Commands(_output, _errors, TimeProvider.System, Language.English).RunAsync(["--port", "0", "--data", _folder], stopping.Token);
        while (!Written().Contains("link=", StringComparison.Ordinal) && !running.IsCompleted) await Task.Delay(20);
        var url = Written().Split('\n').Single(l => l.Contains("/compliance/reports/", StringComparison.Ordinal)).Trim();
        using var browser = new HttpClient();
        var answer = await browser.GetAsync(new Uri(url));
        var withoutLink = await browser.GetAsync(new Uri(url.Split("&link=")[0]));
        await stopping.CancelAsync();

        Assert.Equal(ExitCodes.Ok, await running);
        Assert.DoesNotContain(answer.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden });
        Assert.Equal(HttpStatusCode.Unauthorized, withoutLink.StatusCode);
    }

    [Fact]
    public async Task Help_Asked_IsPrinted()
    {
        Assert.Equal(ExitCodes.Ok, await RunAsync("--help"));

        Assert.Contains("7071", _text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "ru_RU.UTF-8", "ru")]
    [InlineData("en_GB.UTF-8", "ru_RU.UTF-8", "en")]
    [InlineData("", "ru", "ru")]
    [InlineData("C", null, "en")]
    [InlineData(null, "tg_TJ", "en")]
    public void Language_OfTheConsole_IsTheSystemsElseEnglish(string? all, string? lang, string expected) =>
        Assert.Equal(expected, ConsoleLanguage.Of(name => name switch { "LC_ALL" => all, "LANG" => lang, _ => null }).Code);

    [Fact]
    public async Task WrongLine_OfAnyKind_IsToldOnStandardError()
    {
        Assert.Equal(ExitCodes.Usage, await RunAsync("--frobnicate"));

        Assert.Empty(_text.ToString());
        Assert.Contains("--frobnicate", _errors.ToString(), StringComparison.Ordinal);
    }

    private static async Task<Role?> Verify(LocalHost host, string token) =>
        (await ((Functions.Http.Tokens.TokenVerifier)host.Services.GetService(typeof(Functions.Http.Tokens.TokenVerifier))!).VerifyAsync(token, default)).Caller?.Role;

    private string Written()
    {
        lock (_output) return _text.ToString();
    }

    private Task<int> RunAsync(params string[] args) => new Commands(_output, _errors, TimeProvider.System, Language.English).RunAsync(args, default);
}
