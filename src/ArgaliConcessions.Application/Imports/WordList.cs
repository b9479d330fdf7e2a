using System.Collections.Immutable;

namespace ArgaliConcessions.Application.Imports;

/// <summary>The words that lists use for a closed set of values, in English and Russian; matched without regard to case.</summary>
public sealed class WordList<T>(params (T Value, string[] Words)[] entries) where T : struct
{
    private readonly Dictionary<string, T> _byWord = entries
        .SelectMany(e => e.Words.Select(w => (Word: Fold(w), e.Value)))
        .ToDictionary(e => e.Word, e => e.Value, StringComparer.Ordinal);

    /// <summary>The words of each value, its own name first.</summary>
    public ImmutableArray<ImmutableArray<string>> Words { get; } = [.. entries.Select(e => ImmutableArray.Create(e.Words))];

    public T? Find(string word) => _byWord.TryGetValue(Fold(word), out var value) ? value : null;

    private static string Fold(string word) => word.Trim().ToUpperInvariant().Replace('Ё', 'Е');
}
