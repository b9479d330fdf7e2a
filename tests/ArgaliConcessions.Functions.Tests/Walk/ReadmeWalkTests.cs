using System.Diagnostics;
using ArgaliConcessions.Functions.Tests.Architecture;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Functions.Tests.Walk;

/// <summary>README.md's walk, run as it is written: bash, curl, and the local host as a process.</summary>
public sealed class ReadmeWalkTests : IDisposable
{
    private const string Address = "http://127.0.0.1:7071/";
    private readonly string _folder = Directory.CreateTempSubdirectory("argali-walk-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [BashFact]
    public async Task Walk_RunAsItIsWritten_AnswersAsItShows()
    {
        var data = Path.Combine(_folder, "data");
        // Whoever walks past a quarter of an hour would meet the night's own sweep, of a register that is not filled yet.
        var settings = new Dictionary<string, string?>(StoreUnderTest.Settings(data)) { ["NightlySweepSchedule"] = "0 0 0 29 2 *" };
        using var host = await HostProcess.StartAsync(data, settings);
        await WriteTokenScriptAsync(data);
        // The port is the only thing that differs: 7071 may be taken here.
        var walk = ReadmeWalk.Read((await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "README.md"))).Replace(Address, host.Address.ToString(), StringComparison.Ordinal));

        var output = await RunAsync(walk.Script);
        Assert.True(walk.Steps.Count >= 10 && walk.Steps.Count(s => s.Shown.Length > 0) >= 10, "The walk has shrunk.");
        Assert.Equal([], walk.Missing(output));
    }

    [Theory]
    [InlineData("a…c", "x\nabc\n", 0)]
    [InlineData("abc\nabd", "abd\nabc\n", 1)]
    [InlineData("a…d", "abc\n", 1)]
    public void Missing_OfALineShown_IsToldWhenItIsNotInTheAnswer(string shown, string answer, int missing) =>
        Assert.Equal(missing, ReadmeWalk.Read($"```bash\nx\n```\n```text\n{shown}\n```\n").Missing($"@@ step @@{answer}").Count());

    /// <summary>scripts/token builds the host; here it is built already.</summary>
    private async Task WriteTokenScriptAsync(string data)
    {
        var scripts = Directory.CreateDirectory(Path.Combine(_folder, "scripts")).FullName;
        var file = Path.Combine(scripts, "token");
        await File.WriteAllTextAsync(file, $"#!/usr/bin/env bash\nexec dotnet '{HostProcess.Program}' token \"$@\" --data '{data}'\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<string> RunAsync(string script)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-s"]) { WorkingDirectory = _folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var bash = Process.Start(start)!;
        var (output, errors) = (bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
        await bash.StandardInput.WriteAsync(script);
        bash.StandardInput.Close();
        await bash.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token);
        Assert.True(bash.ExitCode == 0, $"{bash.ExitCode}: {await errors}\n{await output}");
        return await output;
    }
}
