using System.Text.Json;

namespace ArgaliConcessions.Functions.Http.Bodies;

public sealed partial class BodyReader
{
    /// <summary>An object within this one, read by <paramref name="read"/>; unknown members of it are faults too.</summary>
    public T Object<T>(string name, Func<BodyReader, T> read) => Within(Find(name, required: true) ?? Empty, PointerTo(name), read, name);

    public T? ObjectOrNull<T>(string name, Func<BodyReader, T> read) where T : class =>
        Find(name, required: false) is { } value ? Within(value, PointerTo(name), read, name) : null;

    /// <summary>A list of objects, each read by <paramref name="read"/>. An absent list is empty, and a fault when <paramref name="minCount"/> is not 0.</summary>
    public IReadOnlyList<T> List<T>(string name, int maxCount, Func<BodyReader, T> read, int minCount = 0) =>
        Items(name, minCount, maxCount).Select(i => Within(i.Value, i.Pointer, read, null)).ToArray();

    /// <summary>As <see cref="List"/>, or null when the member is absent.</summary>
    public IReadOnlyList<T>? ListOrNull<T>(string name, int maxCount, Func<BodyReader, T> read)
    {
        var given = Has(name);
        var list = List(name, maxCount, read);
        return given ? list : null;
    }

    /// <summary>A list of ids without repetition; absent is empty.</summary>
    public IReadOnlyList<string> Ids(string name, int maxCount, int minCount = 0) =>
        Distinct(Items(name, minCount, maxCount).Select(i => (i.Pointer, IdOf(i.Value, i.Pointer))));

    /// <summary>A list of ids, or null when the member is absent: for lists where absence means "all".</summary>
    public IReadOnlyList<string>? IdsOrNull(string name, int maxCount)
    {
        var given = Has(name);
        var ids = Ids(name, maxCount);
        return given ? ids : null;
    }

    /// <summary>A list of texts, each at most <paramref name="max"/> long; absent is empty.</summary>
    public IReadOnlyList<string> Texts(string name, int maxCount, int max, int minCount = 0) =>
        Items(name, minCount, maxCount).Select(i => TextOf(i.Value, i.Pointer, max)).OfType<string>().ToArray();

    private static JsonElement Empty { get; } = JsonDocument.Parse("{}").RootElement;

    private T Within<T>(JsonElement value, string pointer, Func<BodyReader, T> read, string? name)
    {
        // A missing object is one fault, not one for each of its _members.
        var silent = name is not null && !Has(name);
        var inner = new BodyReader(value, pointer, silent ? new Faults() : _faults);
        var result = read(inner);
        inner.Finish();
        return result;
    }

    internal IEnumerable<(string Pointer, JsonElement Value)> Items(string name, int minCount, int maxCount)
    {
        var pointer = PointerTo(name);
        if (Find(name, minCount > 0) is not { } list) return [];
        if (list.ValueKind != JsonValueKind.Array) WrongType(pointer, "array");
        else if (list.GetArrayLength() > maxCount) _faults.AddAt(pointer, "too-many", ("max", maxCount), ("count", list.GetArrayLength()));
        else if (list.GetArrayLength() < minCount) _faults.AddAt(pointer, "too-few", ("min", minCount));
        else return list.EnumerateArray().Select((value, index) => ($"{pointer}/{index}", value));
        return [];
    }

    private string[] Distinct(IEnumerable<(string Pointer, string? Id)> ids)
    {
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (pointer, id) in ids)
        {
            if (id is not null && !distinct.Add(id)) _faults.AddAt(pointer, "repeated", ("value", id));
        }

        return [.. distinct];
    }
}
