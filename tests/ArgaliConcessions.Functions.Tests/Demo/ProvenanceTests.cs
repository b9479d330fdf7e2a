using System.Text.Json.Nodes;
using ArgaliConcessions.Host.Local.Demo;

namespace ArgaliConcessions.Functions.Tests.Demo;

/// <summary>Every row of the demo says where it comes from, and nobody real is blamed in it.</summary>
public sealed class ProvenanceTests
{
    [Fact]
    public void Law_EveryEntry_SaysWhereItComesFrom() => Assert.All(DemoFiles.Law.SelectMany(Entries), entry =>
    {
        var kind = (string?)entry["provenance"];
        Assert.Contains(kind, new[] { "sourced", "chosen-among-sources", "invented" });
        Assert.Equal(kind != "invented", entry["source"] is not null);
    });

    [Fact]
    public void Law_EveryBody_LeavesOutWhatIsForReaders() => Assert.All(
        DemoFiles.Law.SelectMany(file => LawEntry.In(DemoFiles.Read(file))),
        entry => Assert.DoesNotContain("\"provenance\"", entry.Body.ToJsonString(), StringComparison.Ordinal));

    [Fact]
    public void Lists_EveryRow_IsInvented() => Assert.All(
        new DemoVariant().Lists.SelectMany(list => list.Keys.Select(key => list.Cell(key, "provenance"))), cell => Assert.Equal("invented", cell));

    [Fact]
    public void Lists_EveryPermit_NamesAnInventedHunterAndFirm() => Assert.All(
        new DemoVariant().Lists.Where(l => l.List.Kind == "permits").SelectMany(list => list.Keys.Select(key => (list, key))), row =>
        {
            Assert.EndsWith("-Demo", row.list.Cell(row.key, "hunter"), StringComparison.Ordinal);
            Assert.Matches("^(Demo|Демо)", row.list.Cell(row.key, "outfitter"));
        });

    [Fact]
    public void Concessions_EveryName_IsMarkedAsDemo() => Assert.All(Entries("concessions.json"), entry =>
    {
        var body = entry["body"]!;
        var names = body["holders"]!.AsArray().Select(h => h!["names"]!).Append(body["names"]!);
        Assert.All(names.SelectMany(n => n.AsObject()), name => Assert.Matches(@"\((demo|демо)\)$", (string)name.Value!));
    });

    private static IEnumerable<JsonObject> Entries(string file) => JsonNode.Parse(DemoFiles.Read(file)) switch
    {
        JsonArray entries => entries.Select(e => e!.AsObject()),
        { } collection => collection["features"]!.AsArray().Select(f => f!["properties"]!.AsObject()),
        null => [],
    };
}
