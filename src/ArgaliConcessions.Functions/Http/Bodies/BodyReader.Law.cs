using System.Text.Json;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Functions.Http.Bodies;

public sealed partial class BodyReader
{
    private const int MostNames = 12;
    private const int LongestName = 200;
    private static readonly LocalizedNames NoNames = LocalizedNames.Of("en", "?");
    private static readonly LegalBasis NoBasis = new("?", "?", NoDate);

    /// <summary>Names by BCP 47 tag: 1 to 12 of them, each at most 200 characters.</summary>
    public LocalizedNames Names(string name) => Find(name, required: true) is { } value ? NamesOf(value, PointerTo(name)) : NoNames;

    public LocalizedNames? NamesOrNull(string name) => Find(name, required: false) is { } value ? NamesOf(value, PointerTo(name)) : null;

    /// <summary>The legal act: <c>{title, number, publishedOn, url?}</c>.</summary>
    public LegalBasis Basis(string name) => Has(name) ? Object(name, BasisOf) : BasisMissing(name);

    public LegalBasis? BasisOrNull(string name) => ObjectOrNull(name, BasisOf);

    private LegalBasis BasisMissing(string name)
    {
        Find(name, required: true);
        return NoBasis;
    }

    private static LegalBasis BasisOf(BodyReader basis) =>
        new(basis.Text("title", 400), basis.Text("number", 80), basis.Date("publishedOn"), basis.Url("url"));

    private string? Url(string name)
    {
        if (TextOrNull(name, 1000) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http") return text;
        Fault(name, "bad-url");
        return null;
    }

    private LocalizedNames NamesOf(JsonElement value, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            WrongType(pointer, "object");
            return NoNames;
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var count = 0;
        foreach (var member in value.EnumerateObject())
        {
            if (++count > MostNames) break;
            AddName(names, member, $"{pointer}/{JsonPointer.Escape(member.Name)}");
        }

        if (count == 0) _faults.AddAt(pointer, "too-few", ("min", 1));
        if (count > MostNames) _faults.AddAt(pointer, "too-many", ("max", MostNames), ("count", value.EnumerateObject().Count()));
        return names.Count == 0 ? NoNames : LocalizedNames.From(names);
    }

    private void AddName(Dictionary<string, string> names, JsonProperty member, string pointer)
    {
        if (!LanguageTag.IsTag(member.Name)) _faults.AddAt(pointer, "bad-language-tag");
        else if (TextOf(member.Value, pointer, LongestName) is { } text && !names.TryAdd(member.Name, text)) _faults.AddAt(pointer, "duplicate-member");
    }
}
