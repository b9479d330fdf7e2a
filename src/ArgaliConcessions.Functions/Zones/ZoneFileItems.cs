using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Application.Zones.Files;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Functions.Http.Bodies;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>
/// Makes items to import of attributes and shapes. Attributes become the properties of a GeoJSON Feature and are read as those are, by the same rules and with
/// the same faults; <c>/features/3/properties/kind</c> is the fourth record of the file.
/// </summary>
internal sealed class ZoneFileItems(AttributeMap map, bool makeIds, GroundFrames frames, Faults faults)
{
    private readonly Dictionary<(string Concession, string Zone), string> _taken = [];
    private readonly List<MadeZoneId> _ids = [];

    /// <summary>The ids that were made of names so far.</summary>
    public ImmutableArray<MadeZoneId> MadeIds => [.. _ids];

    /// <summary>Whether the columns hold what every zone must have; a fault that lists them if not.</summary>
    public bool CanRead(IReadOnlyDictionary<string, string> used, IReadOnlyList<string> columns)
    {
        if (map.Columns.Values.FirstOrDefault(c => !columns.Contains(c, StringComparer.OrdinalIgnoreCase)) is { } absent)
        {
            faults.AddParameter("map", "map-column-missing", ("column", absent), ("columns", Listed(columns)));
            return false;
        }

        var given = used.Keys.Concat(map.Constants.Keys).ToHashSet(StringComparer.Ordinal);
        if (given.Contains("zone") && given.Contains("concession") && given.Any(p => p.StartsWith("names.", StringComparison.Ordinal))) return true;
        faults.AddParameter("map", "map-needed", ("columns", Listed(columns)));
        return false;
    }

    /// <summary>One item; what is wrong with it stands in the faults.</summary>
    /// <param name="used">From <see cref="AttributeMap.ColumnsOf"/>.</param>
    public ZoneImportItem Read(int index, IReadOnlyDictionary<string, string> used, IReadOnlyDictionary<string, string> attributes, RawBoundary boundary, ZoneSource source)
    {
        var pointer = string.Create(CultureInfo.InvariantCulture, $"/features/{index}/properties");
        var values = new Dictionary<string, string>(map.Apply(used, attributes), StringComparer.Ordinal);
        if (values.TryGetValue("zone", out var name)) SettleId(index, name, $"{pointer}/zone", values);
        return BodyReader.At(Json(values), pointer, faults, properties =>
            new ZoneImportItem(index, properties.Id("concession"), properties.Id("zone"), ZoneWire.Read(boundary, properties, frames) with { Source = source }));
    }

    /// <summary>An id is made only where the caller said so; two values that would be one are refused in any case.</summary>
    private void SettleId(int index, string name, string pointer, Dictionary<string, string> values)
    {
        var isId = IdRules.IsId(name);
        if ((isId ? name : ZoneIdProposal.Of(name)) is not { } proposal) return;
        var key = (values.GetValueOrDefault("concession", ""), proposal);
        if (!isId && !makeIds) faults.AddAt(pointer, "zone-id-proposed", ("value", Cut(name)), ("proposal", proposal));
        else if (_taken.TryGetValue(key, out var other) && other != name) faults.AddAt(pointer, "zone-id-ambiguous", ("value", Cut(name)), ("other", Cut(other)), ("proposal", proposal));
        else if (!isId) _ids.Add(new MadeZoneId(index, name, proposal));
        _taken.TryAdd(key, name);
        values["zone"] = proposal;
    }

    private static JsonElement Json(IReadOnlyDictionary<string, string> values)
    {
        var properties = new JsonObject();
        foreach (var (property, value) in values)
        {
            var dot = property.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0) properties[property] = Value(property, value);
            else if (properties[property[..dot]] is JsonObject inner) inner[property[(dot + 1)..]] = value;
            else properties[property[..dot]] = new JsonObject { [property[(dot + 1)..]] = value };
        }

        return JsonSerializer.SerializeToElement(properties);
    }

    private static JsonNode Value(string property, string value) =>
        property == "toleranceMetres" && Wire.Number(value) is { } number ? JsonValue.Create(number) : JsonValue.Create(value);

    private static string Cut(string text, int most = 80) => text.Length > most ? text[..most] + "…" : text;

    private static string Listed(IReadOnlyList<string> columns) => columns.Count == 0 ? "–" : Cut(string.Join(", ", columns), most: 400);
}
