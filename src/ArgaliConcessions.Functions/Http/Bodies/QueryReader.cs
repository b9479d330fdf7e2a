using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace ArgaliConcessions.Functions.Http.Bodies;

/// <summary>
/// Reads the parameters of a question and collects what is wrong with them, as <see cref="BodyReader"/> does.
/// A parameter given twice, a bad value, and a parameter that nobody read are faults that name it.
/// </summary>
public sealed class QueryReader
{
    /// <summary>Rows of one page when the caller does not say.</summary>
    public const int DefaultLimit = 100;

    /// <summary>Rows of one page at most.</summary>
    public const int MaxLimit = 1000;

    private const int Longest = 500;
    private static readonly string[] Everywhere = ["lang", "link"];
    private readonly IQueryCollection _query;
    private readonly Faults _faults;
    private readonly HashSet<string> _seen = new(Everywhere, StringComparer.OrdinalIgnoreCase);

    internal QueryReader(IQueryCollection query, Faults faults)
    {
        _query = query;
        _faults = faults;
    }

    /// <summary>The legal date asked about; null for today in the authority's zone.</summary>
    public LocalDate? On => Date("on");

    /// <summary>The instant whose knowledge is asked about; null for all that is known now.</summary>
    public Instant? KnownAt => Instant("knownAt");

    /// <summary>Rows of a page, 1 to 1,000; 100 when absent.</summary>
    public int Limit => Int("limit", 1, MaxLimit) ?? DefaultLimit;

    public LocalDate? Date(string name) => Parsed(name, "bad-date", Wire.Date);

    public Instant? Instant(string name) => Parsed(name, "bad-instant", Wire.Moment);

    public string? Id(string name) => Checked(name, "bad-id", IdRules.IsId);

    /// <summary>A text of at most <paramref name="max"/> characters.</summary>
    public string? Text(string name, int max)
    {
        if (Raw(name) is not { } text) return null;
        if (text.Length <= max) return text;
        _faults.AddParameter(name, "too-long", ("max", max), ("length", text.Length));
        return null;
    }

    /// <summary>A whole number, both bounds included.</summary>
    public int? Int(string name, int min, int max)
    {
        if (Parsed(name, "bad-integer", Wire.Whole) is not { } value) return null;
        if (value >= min && value <= max) return value;
        _faults.AddParameter(name, "out-of-range", ("min", min), ("max", max));
        return null;
    }

    /// <summary>A finite number, both bounds included.</summary>
    public double? Number(string name, double min, double max)
    {
        if (Parsed(name, "bad-number", Wire.Number) is not { } value) return null;
        if (value >= min && value <= max) return value;
        _faults.AddParameter(name, "out-of-range", ("min", min), ("max", max));
        return null;
    }

    /// <summary><c>true</c> or <c>false</c>; false when absent.</summary>
    public bool Flag(string name) =>
        Parsed(name, "bad-flag", text => text switch { "true" => true, "false" => false, _ => (bool?)null }) ?? false;

    /// <summary>A member of an enum by its camelCase name.</summary>
    public TEnum? OneOf<TEnum>(string name) where TEnum : struct, Enum
    {
        if (Raw(name) is not { } text) return null;
        var member = Wire.Member<TEnum>(text);
        if (member is null) _faults.AddParameter(name, "unknown-value", ("allowed", Wire.Members<TEnum>()));
        return member;
    }

    /// <summary>The place after which a list goes on, from a <c>next</c> link; null for its beginning.</summary>
    /// <param name="scope">What the list is of: a cursor of another list is refused.</param>
    public string? After(Paging paging, string scope) => Parsed("after", "bad-cursor", text => paging.Open(text, scope));

    /// <summary>Makes an absent parameter a fault.</summary>
    public T Required<T>(string name, T? value) where T : struct
    {
        if (value is null && !_query.ContainsKey(name)) _faults.AddParameter(name, "required");
        return value ?? default;
    }

    /// <summary>Makes an absent parameter a fault.</summary>
    public string Required(string name, string? value)
    {
        if (value is null && !_query.ContainsKey(name)) _faults.AddParameter(name, "required");
        return value ?? "";
    }

    /// <summary>Whether a parameter was sent at all.</summary>
    public bool Has(string name) => _query.ContainsKey(name);

    /// <summary>Whether a parameter was sent with something in it: a form that asks sends the fields that were left empty too.</summary>
    internal bool Filled(string name)
    {
        _seen.Add(name);
        return _query[name].ToString().Length > 0;
    }

    /// <summary>Adds a fault of the caller's own, worded by <c>fault.code</c>.</summary>
    public void Fault(string name, string code, params (string Name, object? Value)[] args) => _faults.AddParameter(name, code, args);

    internal void Finish()
    {
        foreach (var name in _query.Keys.Where(n => !_seen.Contains(n))) _faults.AddParameter(JsonPointer.Escape(name), "unknown-parameter");
    }

    private string? Raw(string name)
    {
        _seen.Add(name);
        var values = _query[name];
        if (values.Count == 0) return null;
        if (values.Count > 1) _faults.AddParameter(name, "repeated", ("value", name));
        else if (values[0] is not { Length: > 0 } text) _faults.AddParameter(name, "empty");
        else if (text.Length > Longest) _faults.AddParameter(name, "too-long", ("max", Longest), ("length", text.Length));
        else if (!Wire.IsClean(text)) _faults.AddParameter(name, "bad-character");
        else return text;
        return null;
    }

    private T? Parsed<T>(string name, string code, Func<string, T?> parse) where T : struct
    {
        if (Raw(name) is not { } text) return null;
        var value = parse(text);
        if (value is null) _faults.AddParameter(name, code);
        return value;
    }

    private string? Parsed(string name, string code, Func<string, string?> parse)
    {
        if (Raw(name) is not { } text) return null;
        var value = parse(text);
        if (value is null) _faults.AddParameter(name, code);
        return value;
    }

    private string? Checked(string name, string code, Func<string, bool> accepts) => Parsed(name, code, text => accepts(text) ? text : null);
}
