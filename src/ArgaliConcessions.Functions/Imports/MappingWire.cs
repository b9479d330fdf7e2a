using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports.Mappings;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Functions.Http.Bodies;
using NodaTime;

namespace ArgaliConcessions.Functions.Imports;

/// <summary>Reads mappings.</summary>
internal static class MappingWire
{
    private const int MostNames = 500;
    private const int LongestName = 200;

    public static (string List, ListMapping Mapping) Read(BodyReader body)
    {
        var list = body.Text("list", 40);
        var columns = body.Pairs("columns", MostNames, LongestName, LongestName);
        var words = body.Tables("words", MostNames, LongestName, LongestName).Select(t => KeyValuePair.Create(t.Name, Texts(t.Pairs)));
        var fixedTexts = body.Pairs("fixed", MostNames, LongestName, ListTable.MaxCell);
        var mapping = new ListMapping(
            columns.Select(c => KeyValuePair.Create(c.Name, c.Value)).ToImmutableSortedDictionary(StringComparer.Ordinal),
            words.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Texts(fixedTexts));
        return (list, mapping);
    }

    private static ImmutableSortedDictionary<string, string> Texts(IEnumerable<(string Name, string? Value)> pairs) =>
        pairs.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value!)).ToImmutableSortedDictionary(StringComparer.Ordinal);
}

/// <summary>A mapping as it is put and answered, word for word.</summary>
internal sealed record MappingFile(
    string List, IReadOnlyDictionary<string, string?> Columns, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Words, IReadOnlyDictionary<string, string> Fixed)
{
    public static MappingFile Of(StoredMapping stored) => new(
        stored.List, stored.Mapping.Columns,
        stored.Mapping.Words.ToImmutableSortedDictionary(w => w.Key, w => (IReadOnlyDictionary<string, string>)w.Value, StringComparer.Ordinal), stored.Mapping.Fixed);
}

/// <summary>A mapping in the list of all.</summary>
internal sealed record MappingEntry(string Id, string List, int Revision, Instant RecordedAt, string By)
{
    public static MappingEntry Of(StoredMapping stored) => new(stored.Id, stored.List, stored.Revision, stored.RecordedAt, stored.By);
}
