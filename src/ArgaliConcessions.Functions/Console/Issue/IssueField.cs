namespace ArgaliConcessions.Functions.Console.Issue;

/// <summary>The fields of the form, and which of them a place in the request is.</summary>
internal static class IssueField
{
    public const string Concession = "concession";
    public const string Year = "year";
    public const string Line = "line";
    public const string NameLatin = "nameLatin";
    public const string NameCyrillic = "nameCyrillic";
    public const string Passport = "asInPassport";
    public const string Nationality = "nationality";
    public const string Document = "documentNumber";
    public const string Outfitter = "outfitter";
    public const string Zones = "zones";
    public const string FeePaidOn = "feePaidOn";
    public const string Weapon = "weapon";
    public const string Tag = "tag";
    public const string Party = "party";

    /// <summary>Ranges of days that the form has room for.</summary>
    public const int Ranges = 2;

    public static string From(int range) => FormattableString.Invariant($"from{range}");

    public static string To(int range) => FormattableString.Invariant($"to{range}");

    /// <summary>The field beside which something about a place of the request is told; null where it is of the whole.</summary>
    /// <param name="rows">The rows of the form that the ranges of the request came from.</param>
    public static string? Of(string? pointer, IReadOnlyList<int> rows)
    {
        var parts = pointer?.Split('/') ?? [];
        return parts switch
        {
            ["", "hunter"] or ["", "hunter", "names"] => NameLatin,
            ["", "hunter", "names", "ru"] => NameCyrillic,
            ["", "hunter", "names", ..] => NameLatin,
            ["", "hunter", Passport or Nationality or Document] => parts[2],
            ["", "ranges", var index, var end] when int.TryParse(index, out var range) && range < rows.Count => end == "to" ? To(rows[range]) : From(rows[range]),
            ["", "ranges", ..] => From(1),
            ["", Line or Outfitter or Zones or FeePaidOn or Weapon or Tag or Party, ..] => parts[1],
            _ => null,
        };
    }
}
