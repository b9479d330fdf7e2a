using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Tests.Crashes;
using ArgaliConcessions.Functions.Tests.Demo;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Wording;
using ArgaliConcessions.Host.Local.CommandLine;
using ArgaliConcessions.Host.Local.Demo;
using ArgaliConcessions.Host.Local.Keys;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Storage.Sqlite;
using ArgaliConcessions.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Tests.CommandLine;

public sealed partial class ArchiveCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_OfTheDemosExport_AnswersTheSameAndItsChainsHold()
    {
        var to = _folder.File("to");
        var world = await DemoWorld.StartAsync();
        await world.Services.GetRequiredService<IDemoLoader>().LoadAsync(TextWriter.Null, CancellationToken.None);
        var answers = await AnswersAsync(world);
        await world.StopAsync();
        Assert.Equal(ExitCodes.Ok, await RunOnAsync(world.Folder, "export", _folder.File("a"), "--data", world.Folder));
        Assert.Equal(ExitCodes.Ok, await RunOnAsync(to, "import", _folder.File("a"), "--data", to));
        // With the key the marks of pages stay the same too.
        Directory.CreateDirectory(to);
        File.Copy(Path.Combine(world.Folder, KeyFile.Name), Path.Combine(to, KeyFile.Name));
        Directory.Delete(world.Folder, recursive: true);
        if (!StoreUnderTest.IsAzurite)
        {
            await using var copy = await DemoWorld.StartAsync(copyOf: to);
            Assert.All((await AnswersAsync(copy)).Zip(answers), answer => Assert.Equal(answer.Second, answer.First));
        }

        Assert.Contains("signing key", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("passports", _output.ToString(), StringComparison.Ordinal);
        var hashes = _output.ToString().Split('\n').Where(line => line.StartsWith("  content ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, hashes.Count);
        Assert.Single(hashes.Distinct());
        var (partitions, faults) = await Chains.VerifyAsync(to);
        Assert.InRange(partitions.Count, 20, 10_000);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"kind\":\"archive\"}\n")]
    public async Task Import_DamagedArchive_IsRefusedWithItsLineAndMakesNothing(string content)
    {
        await File.WriteAllTextAsync(_folder.File("a"), content);
        Assert.Equal(ExitCodes.Archive, await RunAsync("import", _folder.File("a"), "--data", _folder.File("to")));
        Assert.Contains("line 1:", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal([_folder.File("a")], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Commands_FilesThatAreNotThere_AreNamedAndNothingIsMade()
    {
        Assert.Equal(ExitCodes.Archive, await RunAsync("import", _folder.File("none"), "--data", _folder.File("to")));
        Assert.Contains(_folder.File("none"), _errors.ToString(), StringComparison.Ordinal);
        if (StoreUnderTest.IsAzurite) return;
        Assert.Equal(ExitCodes.Archive, await RunAsync("export", _folder.File("a"), "--data", _folder.File("none")));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Export_WhileTheServerRuns_NamesItsHolder()
    {
        if (StoreUnderTest.IsAzurite) return;
        var host = await LocalHost.StartAsync();
        try
        {
            Assert.Equal(ExitCodes.DataFolder, await RunAsync("export", _folder.File("a"), "--data", host.DataFolder));
            Assert.Contains($"process {Environment.ProcessId}", _errors.ToString(), StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(_folder.Path));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Export_Stopped_SaysThatItGoesOnLater()
    {
        Fill(_folder.File("from"), Partitions.Jobs, "j");
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        Assert.Equal(ExitCodes.Stopped, await Commands.ExportAsync(new Command.Export(_folder.File("a"), _folder.File("from")), stopped.Token));
        Assert.Contains("again", _errors.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("a")));
    }

    [Fact]
    public async Task Run_OnAHalfImportedStore_RefusesToStart()
    {
        Fill(_folder.File("half"), Partitions.Import, "unfinished");
        Assert.Equal(ExitCodes.DataFolder, await new Commands(_output, _errors, TimeProvider.System, Language.English).RunAsync(["--port", "0", "--data", _folder.File("half")], default));
        Assert.Contains("part of an archive", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WrongSetting_IsTold()
    {
        Fill(_folder.File("from"), Partitions.Jobs, "j");
        Assert.Equal(ExitCodes.Ok, await Commands.ExportAsync(new Command.Export(_folder.File("a"), _folder.File("from")), default));
        var commands = new ArchiveCommands(_output, _errors, TimeProvider.System, Texts.For(Language.Russian)) { Overrides = new Dictionary<string, string?> { ["Storage:Kind"] = "AzureTables" } };
        Assert.Equal(ExitCodes.Usage, await commands.ImportAsync(new Command.Import(_folder.File("a"), _folder.File("to")), default));
        Assert.Contains("Storage:AzureTables:ServiceUri", _errors.ToString(), StringComparison.Ordinal);
    }

    private ArchiveCommands Commands => new(_output, _errors, TimeProvider.System, Texts.For(Language.English));

    private static void Fill(string folder, string partition, string row)
    {
        using var table = SqliteRecordTable.Open(new SqliteOptions { DataFolder = folder }, TimeProvider.System);
        table.TryCommitAsync(new RawCommit(partition, [new RecordChange.Insert(row, "{}"u8.ToArray())]), default).Wait();
    }

    private Task<int> RunAsync(params string[] args) => RunOnAsync(args[^1], args);

    /// <summary>Runs a command on the store under test of a data folder.</summary>
    private Task<int> RunOnAsync(string dataFolder, params string[] args)
    {
        var commands = new ArchiveCommands(_output, _errors, TimeProvider.System, Texts.For(Language.English)) { Overrides = StoreUnderTest.Settings(dataFolder) };
        return CommandReader.Read(args) switch
        {
            Command.Export export => commands.ExportAsync(export, default),
            Command.Import import => commands.ImportAsync(import, default),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    /// <summary>Every kind of answer: verdicts of permits on a day, and what the last sweep found.</summary>
    private static async Task<List<string>> AnswersAsync(DemoWorld world)
    {
        var answers = new List<string>();
        foreach (var address in new[] { "authority", "concessions", "zones?lon=73.1&lat=38.1", "closures", "concessions/demo-southeast", "compliance/runs/latest", "compliance/findings?limit=1000", "permits?paperNumber=DA-139037" })
            answers.Add(Text(await world.Client.FindAsync(address, CancellationToken.None)));
        var number = (string?)(await world.Client.FindAsync("permits?paperNumber=DA-139037", CancellationToken.None))!["items"]![0]!["number"];
        answers.Add(Text(await world.Client.FindAsync($"permits/{number}/validity?at=2013-10-10T05:00:00Z", CancellationToken.None)));
        Assert.DoesNotContain("null", answers);
        return answers;
    }

    /// <summary>The answer but for the instants of asking, which are those of the clock of the day.</summary>
    private static string Text(JsonNode? node) => Now().Replace(node?.ToJsonString() ?? "null", "now");

    [GeneratedRegex(@"2017-10-01T06:00:\d\d(\.\d+)?Z", RegexOptions.NonBacktracking)]
    private static partial Regex Now();
}
