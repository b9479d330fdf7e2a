using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Functions.Tests.Http;

/// <summary>The local host as a process of its own, as people start it; it can be killed without a word.</summary>
public sealed partial class HostProcess : IDisposable
{
    /// <summary>The local host, built beside the tests.</summary>
    public static readonly string Program = Path.Combine(AppContext.BaseDirectory, "ArgaliConcessions.Host.Local.dll");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private HostProcess(Process process, Uri address, string token)
    {
        _process = process;
        Address = address;
        Token = token;
        Authority = new HttpClient { BaseAddress = new Uri(address, "api/"), Timeout = Patience };
        Authority.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Uri Address { get; }

    /// <summary>The authority's token, as printed.</summary>
    public string Token { get; }

    /// <summary>A client of the authority; addresses are relative to <c>/api/</c>.</summary>
    public HttpClient Authority { get; }

    /// <summary>Starts it on a free port and waits until it has told its address and the authority's token.</summary>
    /// <param name="dataFolder">Where its key lies, and its store where that is a file.</param>
    /// <param name="settings">Settings as <c>Section:Name</c>; those of the store under test when null.</param>
    public static async Task<HostProcess> StartAsync(string dataFolder, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "--port", "0", "--data", dataFolder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in settings ?? StoreUnderTest.Settings(dataFolder)) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start)!;
        // Nobody reads the log, but a full pipe would stop the host.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string? address = null;
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            address ??= AddressLine().Match(line) is { Success: true } found ? found.Value : null;
            if (address is not null && TokenLine().Match(line) is { Success: true } token) return new HostProcess(process, new Uri(address), token.Groups[1].Value);
        }

        throw new InvalidOperationException("The host ended before it was up.");
    }

    /// <summary><c>kill -9</c>.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        Authority.Dispose();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AddressLine();

    [GeneratedRegex(@"authority: ([\w-]+\.[\w-]+\.[\w-]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TokenLine();
}
