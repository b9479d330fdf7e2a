using System.Text.Json;
using System.Text.Json.Nodes;

namespace ArgaliConcessions.Host.Local.Demo;

/// <summary>One thing to put into the register: its address below the prefix, and the body.</summary>
/// <remarks>
/// The files say of each entry where it comes from (<c>provenance</c>, <c>source</c>, <c>note</c>); that is for readers and is
/// left out here, since the API knows no such members. Entries of one address are its revisions, oldest first.
/// </remarks>
internal sealed record LawEntry(string Path, JsonObject Body)
{
    private static readonly string[] ForReaders = ["provenance", "source", "note"];

    /// <summary>The entries of a file: a JSON array, or a FeatureCollection of zones.</summary>
    public static IReadOnlyList<LawEntry> In(byte[] file) => JsonNode.Parse(file) switch
    {
        JsonArray entries => [.. entries.Select(e => new LawEntry((string)e!["put"]!, e["body"]!.AsObject()))],
        JsonObject collection => [.. collection["features"]!.AsArray().Select(f => OfZone(f!.AsObject()))],
        _ => throw new JsonException("Neither an array nor an object."),
    };

    private static LawEntry OfZone(JsonObject feature)
    {
        var properties = feature["properties"]!.AsObject();
        var path = $"concessions/{properties["concession"]}/zones/{properties["zone"]}";
        foreach (var name in ForReaders.Append("concession").Append("zone")) properties.Remove(name);
        return new LawEntry(path, feature);
    }
}
