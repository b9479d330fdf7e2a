using System.Text.Json;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Host.Azure.Tests.Hosting;
using Xunit.Abstractions;

namespace ArgaliConcessions.Host.Azure.Tests;

/// <summary>What the deployed program tells the Functions host about itself.</summary>
[Collection(WorkerCollection.Name)]
public sealed class ReportedFunctionsTests(WorkerFixture worker, ITestOutputHelper output) : HostTests(worker, output)
{
    private static readonly IReadOnlyList<FunctionEntry> Ours = FunctionList.In(typeof(Registration).Assembly);

    [Fact]
    public void Functions_AsReported_AreThoseFoundByReflection() =>
        Assert.Equal(Ours.Select(f => f.Name), Host.Functions.Select(f => f.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void HttpTriggers_AsReported_HaveOurRoutesAndMethods() => Assert.Equal(
        Ours.Where(f => f.Http is not null).Select(f => $"{f.Name} {f.Route} {string.Join(',', f.Methods)}"),
        Host.Functions.Where(f => f.IsHttp).OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"{f.Name} {f.Route} {string.Join(',', f.Methods ?? []).ToUpperInvariant()}"));

    [Fact]
    public void HttpTriggers_AsReported_LeaveNoKeyToTheHost() =>
        Assert.All(Host.Functions.Where(f => f.IsHttp), f => Assert.Equal((f.Name, "Anonymous"), (f.Name, f.AuthLevel)));

    [Fact]
    public void CatchAll_AsReported_NamesNoMethods()
    {
        // An empty list would serve no method at all.
        Assert.Null(Host.Functions.Single(f => f.IsHttp && f.Route == RouteTable.CatchAll).Methods);
    }

    [Fact]
    public void Timers_AsReported_HaveOurSchedules() => Assert.Equal(
        Ours.Where(f => f.Timer is not null).Select(f => $"{f.Name} {f.Timer!.Schedule}"),
        Host.Functions.Where(f => f.IsTimer).OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"{f.Name} {f.Schedule}"));

    [Fact]
    public void Functions_AsReported_AreThoseOfTheMetadataFile()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(WorkerProcess.Folder, "functions.metadata")));
        var written = file.RootElement.EnumerateArray()
            .Select(f => Describe(Text(f, "name"), Text(f, "entryPoint"), Text(f, "scriptFile"), f.GetProperty("bindings").EnumerateArray()));
        var reported = Host.Functions.Select(f => Describe(f.Name, f.Metadata.EntryPoint, f.Metadata.ScriptFile, f.Bindings.Where(b => Text(b, "direction") == "In")));

        Assert.Equal(string.Join('\n', written.Order(StringComparer.Ordinal)), string.Join('\n', reported.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void HttpFunctions_AsReported_AnswerOverHttp()
    {
        // Added to what the file says: it makes the Functions host take the forwarded answer for the function's.
        Assert.All(Host.Functions.Where(f => f.IsHttp), f => Assert.Equal((f.Name, "http"), (f.Name, Text(f.Bindings.Single(b => Text(b, "direction") == "Out"), "type"))));
        Assert.All(Host.Functions.Where(f => f.IsTimer), f => Assert.Single(f.Bindings));
    }

    [Fact]
    public void Worker_AsReported_ServesHttpItselfAndHearsOfTheEnd()
    {
        Assert.True(new Uri(Host.Capabilities["HttpUri"]).IsLoopback);
        Assert.Equal("True", Host.Capabilities["HandlesWorkerTerminateMessage"]);
        Assert.Equal("True", Host.Capabilities["HandlesInvocationCancelMessage"]);
    }

    private static string Text(JsonElement function, string member) => function.GetProperty(member).GetString()!;

    private static string Describe(string name, string entryPoint, string scriptFile, IEnumerable<JsonElement> bindings) =>
        $"{name} {entryPoint} {scriptFile} {string.Join(' ', bindings.Select(Sorted))}";

    // The file and the message order members differently, and the file alone has empty properties.
    private static string Sorted(JsonElement binding) =>
        new JsonObject(binding.EnumerateObject().Where(m => m.Value.GetRawText() != "{}").OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Name, JsonNode.Parse(m.Value.GetRawText())))).ToJsonString();
}
