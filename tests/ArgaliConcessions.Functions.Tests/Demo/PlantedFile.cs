using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ArgaliConcessions.Functions.Tests.Demo;

/// <summary><c>planted.json</c>: what was planted in the demo's lists and what must come of it.</summary>
public sealed record PlantedFile(ImmutableArray<PlantedCase> Cases, ImmutableArray<Innocent> Innocents)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { AllowDuplicateProperties = false };

    public static PlantedFile Only { get; } = Read();

    private static PlantedFile Read()
    {
        using var stream = typeof(PlantedFile).Assembly.GetManifestResourceStream("planted.json")!;
        return JsonSerializer.Deserialize<PlantedFile>(stream, Options)!;
    }
}

/// <param name="Findings">Every expected finding, consequences included.</param>
/// <param name="NotJudged">Every question that cannot be answered because of it.</param>
/// <param name="Repair">How to take this one fault away.</param>
public sealed record PlantedCase(
    string Name, string Story, string Source, ImmutableArray<PlantedFinding> Findings, ImmutableArray<PlantedGap> NotJudged, ImmutableArray<Repair> Repair)
{
    public IEnumerable<string> Expected =>
        (Findings.IsDefault ? [] : Findings.Select(f => f.ToString())).Concat(NotJudged.IsDefault ? [] : NotJudged.Select(g => g.ToString()));
}

/// <param name="Subject">Type and id, permits by their paper: <c>harvest DA-100004/h1</c>.</param>
public sealed record PlantedFinding(string Rule, string Subject, string Severity, string Cause)
{
    public override string ToString() => $"{Rule} {Subject}: {Severity}, {Cause}";
}

public sealed record PlantedGap(string Rule, string Subject, string Missing)
{
    public override string ToString() => $"{Rule} {Subject}: not judged, no {Missing}";
}

public sealed record Innocent(string Name, string Permit, string Why);

/// <summary>A change of one row of a list (<paramref name="Set"/> or dropped), or of the law.</summary>
/// <param name="Drop"><c>true</c> for a row; a zone's <c>concession/zone</c> for the law.</param>
/// <param name="Add">An entry as in the file of the law.</param>
public sealed record Repair(
    string? List, string? Row, ImmutableDictionary<string, string>? Set, JsonElement Drop, string? Law, JsonObject? Add);
