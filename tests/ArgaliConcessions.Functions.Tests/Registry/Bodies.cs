using System.Globalization;
using System.Text.Json.Nodes;

namespace ArgaliConcessions.Functions.Tests.Registry;

/// <summary>Bodies of requests that are right as they stand; a test changes one thing in them.</summary>
public static class Bodies
{
    public static JsonObject Basis(string number = "Order 1", string publishedOn = "2010-01-10") =>
        new() { ["title"] = "An act of the test authority", ["number"] = number, ["publishedOn"] = publishedOn };

    public static JsonObject Names(string name) => new() { ["en"] = name, ["ru"] = $"{name} (рус.)", ["tg"] = $"{name} (тоҷ.)" };

    public static JsonObject Authority() => new()
    {
        ["names"] = Names("Authority"),
        ["country"] = "TJ",
        ["timeZone"] = "Asia/Dushanbe",
        ["taxa"] = new JsonArray(
            new JsonObject { ["id"] = "argali", ["names"] = Names("Argali"), ["scientific"] = "Ovis ammon" },
            new JsonObject { ["id"] = "polii", ["names"] = Names("Marco Polo sheep"), ["scientific"] = "Ovis ammon polii", ["partOf"] = "argali" },
            new JsonObject { ["id"] = "ibex", ["names"] = Names("Ibex") }),
    };

    public static JsonObject Year(int from) => new() { ["from"] = $"{from}-07-01", ["to"] = $"{from + 1}-06-30", ["label"] = $"{from}/{(from + 1) % 100:00}" };

    public static JsonObject Concession(string code) => new()
    {
        ["code"] = code,
        ["names"] = Names($"Concession {code}"),
        ["region"] = "gbao",
        ["holders"] = new JsonArray(new JsonObject { ["id"] = "firm", ["names"] = Names("Firm"), ["from"] = "2009-01-01" }),
        ["tenure"] = new JsonObject { ["from"] = "2009-01-01", ["to"] = "2029-12-31" },
        ["basis"] = Basis(),
    };

    /// <summary>A hunting zone: a square of <paramref name="size"/> degrees.</summary>
    public static JsonObject Zone(double west, double south, double size = 0.1, string validFrom = "2010-01-01") =>
        Feature(Polygon(Square(west, south, size)), validFrom);

    public static JsonObject Feature(JsonObject geometry, string validFrom = "2010-01-01") => new()
    {
        ["type"] = "Feature",
        ["geometry"] = geometry,
        ["properties"] = new JsonObject { ["names"] = Names("Zone"), ["kind"] = "hunting", ["validFrom"] = validFrom, ["basis"] = Basis() },
    };

    public static JsonObject Polygon(params string[] rings) => Geometry("Polygon", $"[{string.Join(",", rings)}]");

    public static JsonObject Geometry(string type, string coordinates) =>
        new() { ["type"] = type, ["coordinates"] = JsonNode.Parse(coordinates) };

    /// <summary>A closed ring of a square, as JSON.</summary>
    public static string Square(double west, double south, double size)
    {
        var (w, s, e, n) = (Degrees(west), Degrees(south), Degrees(west + size), Degrees(south + size));
        return $"[[{w},{s}],[{e},{s}],[{e},{n}],[{w},{n}],[{w},{s}]]";
    }

    public static JsonObject Season(string validFrom = "2010-01-01", params (string From, string To)[] windows) => new()
    {
        ["taxon"] = "polii",
        ["windows"] = new JsonArray([.. (windows.Length == 0 ? [("--09-01", "--12-15"), ("--02-01", "--02-29")] : windows)
            .Select(w => new JsonObject { ["from"] = w.Item1, ["to"] = w.Item2 })]),
        ["validFrom"] = validFrom,
        ["basis"] = Basis(),
    };

    public static JsonObject Closure(string from, string? to = null) => new() { ["from"] = from, ["to"] = to, ["basis"] = Basis("Moratorium") };

    public static JsonObject Quota(int animals) => new() { ["animals"] = animals, ["basis"] = Basis("Quota") };

    /// <summary>A count of argali whose lower bound is its estimate.</summary>
    public static JsonObject Survey(int lowerBound, string date = "2015-02-10") => new()
    {
        ["taxon"] = "argali", ["date"] = date, ["method"] = "Block count from the ground", ["estimate"] = lowerBound, ["lowerBound"] = lowerBound,
        ["basis"] = Basis("Report", date),
    };

    public static JsonArray Classes(params (string Sex, int? Min, int? Max, int Animals)[] classes) => new([.. classes.Select(c => new JsonObject
    {
        ["sex"] = c.Sex, ["ageYears"] = c.Min is { } min ? new JsonObject { ["min"] = min, ["max"] = c.Max } : null, ["animals"] = c.Animals,
    })]);

    public static JsonObject Collection(params (string Concession, string Zone, JsonObject Feature)[] features) => new()
    {
        ["type"] = "FeatureCollection",
        ["features"] = new JsonArray([.. features.Select(f => Named(f.Concession, f.Zone, f.Feature))]),
    };

    /// <summary>The same body with one member set; names are separated by slashes.</summary>
    public static JsonObject With(this JsonObject body, string path, JsonNode? value)
    {
        var copy = (JsonObject)body.DeepClone();
        var parts = path.Split('/');
        JsonNode at = copy;
        foreach (var part in parts[..^1]) at = int.TryParse(part, CultureInfo.InvariantCulture, out var index) ? at[index]! : at[part]!;
        at[parts[^1]] = value;
        return copy;
    }

    private static JsonObject Named(string concession, string zone, JsonObject feature) =>
        feature.With("properties/concession", concession).With("properties/zone", zone);

    private static string Degrees(double value) => Math.Round(value, 6).ToString(CultureInfo.InvariantCulture);
}
