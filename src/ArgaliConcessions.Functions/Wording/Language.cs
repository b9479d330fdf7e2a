namespace ArgaliConcessions.Functions.Wording;

/// <summary>A language that the program's own words exist in.</summary>
/// <param name="Code">Its BCP 47 tag, which also names the resource file: <c>en</c>, <c>ru</c>.</param>
public sealed record Language(string Code)
{
    public static Language English { get; } = new("en");

    public static Language Russian { get; } = new("ru");

    /// <summary>All languages, the default first.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, Russian];

    /// <summary>The language of a tag, by its primary subtag (<c>ru-TJ</c> is Russian); null when we have no words in it.</summary>
    public static Language? Find(string tag)
    {
        var primary = tag.Split('-', 2)[0].Trim();
        return All.FirstOrDefault(l => l.Code.Equals(primary, StringComparison.OrdinalIgnoreCase));
    }

    public override string ToString() => Code;
}
