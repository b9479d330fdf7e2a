using System.Collections.Immutable;

namespace ArgaliConcessions.Domain.Permits;

/// <summary>
/// A name of a person or firm as it is compared: case, order of the words, dashes, quotation marks, and Cyrillic letters that look like Latin ones make no
/// difference. A name and its transliteration do: whoever has both gives both.
/// </summary>
public sealed class NameKey : IEquatable<NameKey>
{
    private readonly ImmutableArray<string> _words;

    private NameKey(ImmutableArray<string> words) => _words = words;

    /// <summary>Whether the name has neither letter nor digit: such a one is nobody's.</summary>
    public bool IsEmpty => _words.IsEmpty;

    public static NameKey Of(string name)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < name.Length;)
        {
            var start = at;
            while (at < name.Length && (char.IsLetterOrDigit(name[at]) || IsApostrophe(name[at]))) at++;
            if (Word(name[start..at]) is { Length: > 0 } word) words.Add(word);
            if (at < name.Length) at++;
        }

        words.Sort(StringComparer.Ordinal);
        return new NameKey(words.ToImmutable());
    }

    /// <summary>The keys of all forms of a hunter's name, in the passport's letters and in others.</summary>
    public static IReadOnlyList<NameKey> Of(HunterSummary hunter) =>
        [.. hunter.Names.ByTag.Values.Append(hunter.AsInPassport).OfType<string>().Select(Of).Where(key => !key.IsEmpty)];

    /// <summary>Whether two hunters share a form of their names.</summary>
    public static bool AreSame(HunterSummary one, HunterSummary other) => Of(one).Intersect(Of(other)).Any();

    /// <summary>Whether this name holds a shorter one of at least two words: there is a patronymic, a title or a trade beside it.</summary>
    public bool Holds(NameKey shorter) =>
        shorter._words.Length > 1 && shorter._words.Length < _words.Length && shorter._words.All(word => _words.Contains(word, StringComparer.Ordinal));

    public bool Equals(NameKey? other) => other is not null && _words.SequenceEqual(other._words);

    public override bool Equals(object? obj) => Equals(obj as NameKey);

    public override int GetHashCode() => _words.IsEmpty ? 0 : HashCode.Combine(_words.Length, StringComparer.Ordinal.GetHashCode(_words[0]));

    public override string ToString() => string.Join(' ', _words);

    private static string Word(string written) => written.All(char.IsAsciiLetterOrDigit)
        ? written.ToUpperInvariant()
        : Folding.Fold(new string([.. written.Where(c => !IsApostrophe(c)).Select(c => c is 'ё' or 'Ё' ? 'Е' : c)]));

    // O'Neil, and ONEIL as a passport's machine-readable zone has it.
    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`';
}
