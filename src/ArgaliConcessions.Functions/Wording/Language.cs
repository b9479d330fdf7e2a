namespace ArgaliConcessions.Functions.Wording;

/// <summary>A language that the program's own words exist in.</summary>
/// <param name="Code">Its BCP 47 tag, which also names the resource files: <c>en</c>, <c>ru</c>, <c>ky</c>, <c>tg</c>.</param>
/// <param name="Fallback">
/// The language that says what this one has no text for; null where this one must have them all. Of a language with a fallback only the texts that
/// <see cref="NamedSubjects"/> lists are promised.
/// </param>
public sealed record Language(string Code, Language? Fallback = null)
{
    public static Language English { get; } = new("en");

    public static Language Russian { get; } = new("ru");

    public static Language Kyrgyz { get; } = new("ky", Russian);

    public static Language Tajik { get; } = new("tg", Russian);

    /// <summary>All languages, the default first.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, Russian, Kyrgyz, Tajik];

    /// <summary>The tags of the languages in which its reader is answered, his own first.</summary>
    public IEnumerable<string> Chain => Fallback is null ? [Code] : [Code, .. Fallback.Chain];

    /// <summary>The language of a tag, by its primary subtag (<c>ru-TJ</c> is Russian); null when we have no words in it.</summary>
    public static Language? Find(string tag)
    {
        var primary = tag.Split('-', 2)[0].Trim();
        return All.FirstOrDefault(l => l.Code.Equals(primary, StringComparison.OrdinalIgnoreCase));
    }

    public override string ToString() => Code;
}
