using System.Text.Json;
using NodaTime;

namespace ArgaliConcessions.Functions.Http.Bodies;

public sealed partial class BodyReader
{
    private const int MostDecimals = 3;
    private static readonly LocalDate NoDate = new(2000, 1, 1);

    /// <summary>A text that must be there: trimmed, not empty, at most <paramref name="max"/> UTF-16 units, no control characters.</summary>
    public string Text(string name, int max) => Text(name, max, required: true) ?? "";

    public string? TextOrNull(string name, int max) => Text(name, max, required: false);

    /// <summary>An id as the API's paths have them (<see cref="IdRules"/>).</summary>
    public string Id(string name) => Id(name, required: true) ?? "";

    public string? IdOrNull(string name) => Id(name, required: false);

    /// <summary>An ISO date, 1900 to 2199.</summary>
    public LocalDate Date(string name) => Parsed(name, true, "date", "bad-date", Wire.Date) ?? NoDate;

    public LocalDate? DateOrNull(string name) => Parsed(name, false, "date", "bad-date", Wire.Date);

    /// <summary>An ISO instant with <c>Z</c> or an offset.</summary>
    public Instant Instant(string name) => Parsed(name, true, "instant", "bad-instant", Wire.Moment) ?? default;

    public Instant? InstantOrNull(string name) => Parsed(name, false, "instant", "bad-instant", Wire.Moment);

    /// <summary>A whole number, both bounds included.</summary>
    public int Int(string name, int min, int max) => Int(name, min, max, required: true) ?? min;

    public int? IntOrNull(string name, int min, int max) => Int(name, min, max, required: false);

    /// <summary>A finite number, both bounds included.</summary>
    public double Number(string name, double min, double max) => Number(name, min, max, required: true) ?? min;

    public double? NumberOrNull(string name, double min, double max) => Number(name, min, max, required: false);

    /// <summary>A number of at most three decimals, kept exactly; both bounds included.</summary>
    public decimal? DecimalOrNull(string name, decimal min, decimal max)
    {
        if (Find(name, required: false) is not { } value) return null;
        var pointer = PointerTo(name);
        if (value.ValueKind != JsonValueKind.Number) WrongType(pointer, "number");
        else if (!value.TryGetDecimal(out var number) || number < min || number > max) OutOfRange(pointer, min, max);
        else if (decimal.Round(number, MostDecimals) != number) _faults.AddAt(pointer, "too-precise", ("max", MostDecimals));
        else return number;
        return null;
    }

    /// <summary>True or false; <paramref name="absent"/> when the member is not there.</summary>
    public bool Flag(string name, bool absent = false)
    {
        if (Find(name, required: false) is not { } value) return absent;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) WrongType(PointerTo(name), "boolean");
        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>A member of an enum by its camelCase name.</summary>
    public TEnum OneOf<TEnum>(string name) where TEnum : struct, Enum => OneOf<TEnum>(name, required: true) ?? default;

    public TEnum? OneOfOrNull<TEnum>(string name) where TEnum : struct, Enum => OneOf<TEnum>(name, required: false);

    private string? Text(string name, int max, bool required) =>
        Find(name, required) is { } value ? TextOf(value, PointerTo(name), max) : null;

    private string? TextOf(JsonElement value, string pointer, int max)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            WrongType(pointer, "string");
            return null;
        }

        var text = Decode(value)?.Trim();
        if (text is null || !Wire.IsClean(text)) _faults.AddAt(pointer, "bad-character");
        else if (text.Length == 0) _faults.AddAt(pointer, "empty");
        else if (text.Length > max) _faults.AddAt(pointer, "too-long", ("max", max), ("length", text.Length));
        else return text;
        return null;
    }

    private static string? Decode(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escape that names half of a surrogate pair: JSON allows it, no text can hold it.
            return null;
        }
    }

    private string? Id(string name, bool required) => Find(name, required) is { } value ? IdOf(value, PointerTo(name)) : null;

    private string? IdOf(JsonElement value, string pointer)
    {
        if (TextOf(value, pointer, IdRules.MaxLength) is not { } id) return null;
        if (IdRules.IsId(id)) return id;
        _faults.AddAt(pointer, "bad-id");
        return null;
    }

    private T? Parsed<T>(string name, bool required, string expected, string code, Func<string, T?> parse) where T : struct
    {
        if (Find(name, required) is not { } value) return null;
        var pointer = PointerTo(name);
        if (value.ValueKind != JsonValueKind.String)
        {
            WrongType(pointer, expected);
            return null;
        }

        var parsed = Decode(value) is { Length: <= 64 } text ? parse(text) : null;
        if (parsed is null) _faults.AddAt(pointer, code);
        return parsed;
    }

    private int? Int(string name, int min, int max, bool required)
    {
        if (Find(name, required) is not { } value) return null;
        var pointer = PointerTo(name);
        if (value.ValueKind != JsonValueKind.Number) WrongType(pointer, "integer");
        else if (!value.TryGetDouble(out var number) || number < min || number > max) OutOfRange(pointer, min, max);
        else if (!double.IsInteger(number)) WrongType(pointer, "integer");
        else return (int)number;
        return null;
    }

    private double? Number(string name, double min, double max, bool required)
    {
        if (Find(name, required) is not { } value) return null;
        var pointer = PointerTo(name);
        if (value.ValueKind != JsonValueKind.Number) WrongType(pointer, "number");
        else if (!value.TryGetDouble(out var number) || !(number >= min && number <= max)) OutOfRange(pointer, min, max);
        else return number;
        return null;
    }

    private void OutOfRange(string pointer, object min, object max) => _faults.AddAt(pointer, "out-of-range", ("min", min), ("max", max));

    private TEnum? OneOf<TEnum>(string name, bool required) where TEnum : struct, Enum
    {
        if (Find(name, required) is not { } value) return null;
        if (TextOf(value, PointerTo(name), 64) is not { } text) return null;
        var member = Wire.Member<TEnum>(text);
        if (member is null) _faults.AddAt(PointerTo(name), "unknown-value", ("allowed", Wire.Members<TEnum>()));
        return member;
    }
}
