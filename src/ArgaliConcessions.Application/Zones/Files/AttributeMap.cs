using System.Text.RegularExpressions;

namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>Says which attributes of a file are which properties of zones, and what holds for all zones of the file.</summary>
/// <param name="Columns">The file's column by our property: <c>zone</c>, <c>concession</c>, <c>names.ru</c>, <c>basis.title</c>, …</param>
/// <param name="Constants">The value of a property for every zone that has none of its own.</param>
public sealed record AttributeMap(IReadOnlyDictionary<string, string> Columns, IReadOnlyDictionary<string, string> Constants)
{
    public static AttributeMap Nothing { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));

    public bool IsEmpty => Columns.Count == 0 && Constants.Count == 0;

    /// <summary>
    /// Which column serves each property: those that were told, and of the rest those that bear the property's own name, or <c>NAME_RU</c> for
    /// <c>names.ru</c>, as tables of short capitals have it.
    /// </summary>
    public IReadOnlyDictionary<string, string> ColumnsOf(IEnumerable<string> columns)
    {
        var used = new Dictionary<string, string>(Columns, StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (ZoneProperty.Of(column) is { } property && !Columns.Values.Contains(column, StringComparer.OrdinalIgnoreCase)) used.TryAdd(property, column);
        }

        return used;
    }

    /// <summary>The properties of one zone, by name; those without a value are left out.</summary>
    /// <param name="used">From <see cref="ColumnsOf"/>.</param>
    /// <param name="attributes">By column, whatever the case of its letters.</param>
    public IReadOnlyDictionary<string, string> Apply(IReadOnlyDictionary<string, string> used, IReadOnlyDictionary<string, string> attributes)
    {
        var values = Constants.ToDictionary(c => c.Key, c => ZoneProperty.Written(c.Key, c.Value), StringComparer.Ordinal);
        foreach (var (property, column) in used)
        {
            if (attributes.TryGetValue(column, out var value)) values[property] = ZoneProperty.Written(property, value);
        }

        return values;
    }
}

/// <summary>The properties of zones that attributes can be.</summary>
public static partial class ZoneProperty
{
    private static readonly string[] Plain =
        ["zone", "concession", "kind", "validFrom", "validTo", "toleranceMetres", "acceptOverlap", "reason", "basis.title", "basis.number", "basis.publishedOn", "basis.url"];

    /// <summary>Names of ten capitals that shapefiles of zones have instead.</summary>
    private static readonly Dictionary<string, string> Short = new(StringComparer.OrdinalIgnoreCase)
    {
        ["VALID_FROM"] = "validFrom", ["VALID_TO"] = "validTo", ["ACT"] = "basis.title", ["ACT_NO"] = "basis.number", ["ACT_DATE"] = "basis.publishedOn",
        ["ACT_URL"] = "basis.url", ["TOLER_M"] = "toleranceMetres", ["ACC_OVRLAP"] = "acceptOverlap",
    };

    /// <summary>All of them, for a text.</summary>
    public static string Allowed { get; } = string.Join(", ", [.. Plain[..2], "names.LANGUAGE", .. Plain[2..]]);

    public static bool Is(string property) => Plain.Contains(property, StringComparer.Ordinal) || Names().IsMatch(property);

    /// <summary>The property that a column bears the name of; null for any other column.</summary>
    public static string? Of(string column)
    {
        if (Plain.FirstOrDefault(p => string.Equals(p, column, StringComparison.OrdinalIgnoreCase)) is { } plain) return plain;
        if (Short.TryGetValue(column, out var property)) return property;
        var name = NameColumn().Match(column);
        return name.Success ? $"names.{name.Groups["language"].Value.ToLowerInvariant()}" : null;
    }

    /// <summary>Dates as 01.09.2014, or 2014/09/01 as GIS programs write them into KML, become 2014-09-01; all else stays.</summary>
    internal static string Written(string property, string value)
    {
        var date = property is "validFrom" or "validTo" or "basis.publishedOn" ? OtherDate().Match(value) : Match.Empty;
        return date.Success ? $"{date.Groups["year"].Value}-{date.Groups["month"].Value.PadLeft(2, '0')}-{date.Groups["day"].Value.PadLeft(2, '0')}" : value;
    }

    [GeneratedRegex("^names\\.[a-z]{2,3}$", RegexOptions.None, 1000)]
    private static partial Regex Names();

    [GeneratedRegex("^(?:name_|names\\.)(?<language>[a-z]{2,3})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameColumn();

    [GeneratedRegex("^(?:(?<day>[0-9]{1,2})\\.(?<month>[0-9]{1,2})\\.(?<year>[0-9]{4})|(?<year>[0-9]{4})/(?<month>[0-9]{1,2})/(?<day>[0-9]{1,2}))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherDate();
}
