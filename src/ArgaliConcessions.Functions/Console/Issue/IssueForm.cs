using System.Text.Json;
using System.Text.Json.Nodes;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Permits;

namespace ArgaliConcessions.Functions.Console.Issue;

/// <summary>
/// Reads the form as the request that a program would send: it is written as that JSON and read by the same reader, so that a
/// page lets nothing pass that the API would not, and tells the same faults.
/// </summary>
internal sealed class IssueForm
{
    private IssueForm(IssueRequest request, IReadOnlyList<Fault> faults, IReadOnlyList<int> rows) => (Request, Faults, Rows) = (request, faults, rows);

    /// <summary>Good only where there are no faults.</summary>
    public IssueRequest Request { get; }

    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>The rows of the form, from 1, that the request's ranges came from.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <param name="valueOf">A field's text; null when it was left empty.</param>
    public static IssueForm Read(Func<string, string?> valueOf, IReadOnlyList<string> zones)
    {
        int[] rows = [.. Enumerable.Range(1, IssueField.Ranges).Where(r => valueOf(IssueField.From(r)) is not null || valueOf(IssueField.To(r)) is not null)];
        var faults = new Faults();
        using var document = JsonDocument.Parse(Body(valueOf, zones, rows).ToJsonString());
        var body = new BodyReader(document.RootElement, "", faults);
        var request = IssueWire.Read(body);
        body.Finish();
        return new IssueForm(request, faults.List, rows);
    }

    private static JsonObject Body(Func<string, string?> valueOf, IReadOnlyList<string> zones, IEnumerable<int> rows)
    {
        var body = Members(valueOf, IssueField.Concession, IssueField.Year, IssueField.Line, IssueField.Outfitter, IssueField.FeePaidOn, IssueField.Weapon, IssueField.Tag);
        var hunter = Members(valueOf, IssueField.Passport, IssueField.Nationality, IssueField.Document);
        var names = new JsonObject();
        if (valueOf(IssueField.NameLatin) is { } latin) names["en"] = latin;
        if (valueOf(IssueField.NameCyrillic) is { } cyrillic) names["ru"] = cyrillic;
        if (names.Count > 0) hunter["names"] = names;
        body["hunter"] = hunter;
        if (zones.Count > 0) body["zones"] = new JsonArray([.. zones.Select(z => JsonValue.Create(z))]);
        JsonNode[] ranges = [.. rows.Select(r => Range(valueOf(IssueField.From(r)), valueOf(IssueField.To(r))))];
        if (ranges.Length > 0) body["ranges"] = new JsonArray(ranges);
        if (valueOf(IssueField.Party) is { } party)
            body["party"] = new JsonArray([.. party.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => JsonValue.Create(p))]);
        return body;
    }

    private static JsonObject Members(Func<string, string?> valueOf, params ReadOnlySpan<string> names)
    {
        var members = new JsonObject();
        foreach (var name in names)
        {
            if (valueOf(name) is { } value) members[name] = value;
        }

        return members;
    }

    private static JsonObject Range(string? from, string? to)
    {
        var range = new JsonObject();
        if (from is not null) range["from"] = from;
        if (to is not null) range["to"] = to;
        return range;
    }
}
