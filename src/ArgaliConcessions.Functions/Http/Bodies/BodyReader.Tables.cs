namespace ArgaliConcessions.Functions.Http.Bodies;

public sealed partial class BodyReader
{
    /// <summary>An object whose members the sender names, each a text of at most <paramref name="max"/>, or null; absent is empty.</summary>
    public IReadOnlyList<(string Name, string? Value)> Pairs(string name, int maxCount, int maxName, int max) =>
        [.. Named(name, maxCount, maxName).Select(m => (m.Name, m.Within.TextOrNull(m.Name, max)))];

    /// <summary>An object whose members the sender names, each of them such an object of texts; absent is empty.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<(string Name, string? Value)> Pairs)> Tables(string name, int maxCount, int maxName, int max) =>
        [.. Named(name, maxCount, maxName).Select(m => (m.Name, m.Within.Pairs(m.Name, maxCount, maxName, max)))];

    private IEnumerable<(BodyReader Within, string Name)> Named(string name, int maxCount, int maxName)
    {
        if (Find(name, required: false) is not { } value) return [];
        var within = new BodyReader(value, PointerTo(name), _faults);
        if (within._members.Count > maxCount)
        {
            _faults.AddAt(within.Pointer, "too-many", ("max", maxCount), ("count", within._members.Count));
            return [];
        }

        foreach (var key in within._members.Keys)
        {
            if (key.Trim().Length == 0) _faults.AddAt(within.PointerTo(key), "empty");
            else if (key.Length > maxName) _faults.AddAt(within.PointerTo(key), "too-long", ("max", maxName), ("length", key.Length));
            else if (!Wire.IsClean(key)) _faults.AddAt(within.PointerTo(key), "bad-character");
        }

        return within._members.Keys.Select(key => (within, key));
    }
}
