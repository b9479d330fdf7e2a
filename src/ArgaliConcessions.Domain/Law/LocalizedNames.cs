using System.Collections.Immutable;

namespace ArgaliConcessions.Domain.Law;

/// <summary>A name in one or more languages, by BCP 47 tag (<c>en</c>, <c>ru</c>, <c>tg</c>, …); never empty.</summary>
public sealed class LocalizedNames : IEquatable<LocalizedNames>
{
    private readonly ImmutableSortedDictionary<string, string> _byTag;

    private LocalizedNames(ImmutableSortedDictionary<string, string> byTag) => _byTag = byTag;

    /// <summary>The names by tag, tags in ordinal order.</summary>
    public IReadOnlyDictionary<string, string> ByTag => _byTag;

    /// <exception cref="ArgumentException">There is no name.</exception>
    public static LocalizedNames From(IEnumerable<KeyValuePair<string, string>> names)
    {
        var byTag = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, names);
        return byTag.IsEmpty ? throw new ArgumentException("At least one name is needed.", nameof(names)) : new LocalizedNames(byTag);
    }

    public static LocalizedNames Of(string tag, string text) => From([KeyValuePair.Create(tag, text)]);

    /// <summary>The name in a language, else in English, else in Russian, else the first by tag.</summary>
    public string In(string language) => In([language]);

    /// <summary>The name in the first of the languages that has one, else in English, else in Russian, else the first by tag.</summary>
    public string In(IEnumerable<string> languages) =>
        languages.Concat(["en", "ru"]).Select(tag => _byTag.GetValueOrDefault(tag)).FirstOrDefault(name => name is not null) ?? _byTag.First().Value;

    public bool Equals(LocalizedNames? other) => other is not null && _byTag.SequenceEqual(other._byTag);

    public override bool Equals(object? obj) => Equals(obj as LocalizedNames);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_byTag.First().Value);

    public override string ToString() => In("en");
}
