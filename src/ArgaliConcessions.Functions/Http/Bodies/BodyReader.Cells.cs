using System.Text.Json;

namespace ArgaliConcessions.Functions.Http.Bodies;

public sealed partial class BodyReader
{
    /// <summary>The members that are single values, as texts: what a table would hold of this object. Those of an object in it are <c>names.ru</c>.</summary>
    internal IReadOnlyDictionary<string, string> Cells()
    {
        var cells = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in _members)
        {
            if (value.ValueKind != JsonValueKind.Object) AddCell(cells, name, value);
            else foreach (var inner in value.EnumerateObject()) AddCell(cells, $"{name}.{inner.Name}", inner.Value);
        }

        return cells;
    }

    private static void AddCell(Dictionary<string, string> cells, string name, JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => Decode(value)?.Trim(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
        if (!string.IsNullOrEmpty(text)) cells.TryAdd(name, text);
    }

    /// <summary>Reads an object that stands for a place in a body, and lists what is wrong with it there.</summary>
    internal static T At<T>(JsonElement made, string pointer, Faults faults, Func<BodyReader, T> read)
    {
        var reader = new BodyReader(made, pointer, faults);
        var value = read(reader);
        reader.Finish();
        return value;
    }
}
