using ArgaliConcessions.Functions.Http.Bodies;

namespace ArgaliConcessions.Functions.Console.Forms;

/// <summary>A form while it is read.</summary>
internal sealed class FormDraft
{
    private const int LongestFileName = 200;
    private readonly Dictionary<string, List<string>> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FormFile> _files = new(StringComparer.Ordinal);

    public Faults Faults { get; } = new();

    public void Add(string name, string value)
    {
        if (!Wire.IsClean(name)) Faults.AddAt("", "malformed-form");
        else if (!Wire.IsClean(value)) Faults.AddAt(JsonPointer.Of(name), "bad-character");
        else if (value.Trim() is { Length: > 0 } text) ValuesOf(name).Add(text);
    }

    /// <summary>A file field that was left empty comes as a file without name and bytes: it is none.</summary>
    public void AddFile(string name, string fileName, string mediaType, byte[] bytes)
    {
        if (fileName.Length == 0 && bytes.Length == 0) return;
        if (!Wire.IsClean(name) || !Wire.IsClean(fileName) || fileName.Length > LongestFileName || !_files.TryAdd(name, new FormFile(fileName, mediaType, bytes))) Faults.AddAt("", "malformed-form");
    }

    public Form Done() => new(_fields.ToDictionary(f => f.Key, f => (IReadOnlyList<string>)f.Value, StringComparer.Ordinal), _files);

    private List<string> ValuesOf(string name)
    {
        if (!_fields.TryGetValue(name, out var values)) _fields[name] = values = [];
        return values;
    }
}
