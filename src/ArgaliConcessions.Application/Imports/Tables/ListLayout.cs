using System.Collections.Immutable;

namespace ArgaliConcessions.Application.Imports.Tables;

/// <summary>Where a list's columns lie in its file.</summary>
/// <param name="Sheet">The sheet that was read; null for other lists than workbooks.</param>
/// <param name="Columns">In the file's order.</param>
public sealed record ListLayout(string? Sheet, ImmutableArray<LaidColumn> Columns)
{
    public static readonly ListLayout None = new(null, []);

    /// <summary>Characters of a header that a fault repeats: answers and jobs keep hundreds of them.</summary>
    private const int LongestHeader = 100;

    /// <summary>Whether a column has a letter: not in JSON.</summary>
    public bool HasLetters { get; init; } = true;

    /// <summary>A fault with the place at which its cell is found in the file.</summary>
    public ListFault Place(ListFault fault)
    {
        var column = fault.Column is { } name ? Columns.FirstOrDefault(c => c.Name == name) : null;
        return fault with
        {
            Sheet = fault.Sheet ?? Sheet,
            Letter = fault.Letter ?? (HasLetters ? column?.Letter : null),
            Header = fault.Header ?? (column?.Header is { Length: > 0 } header ? header[..Math.Min(header.Length, LongestHeader)] : null),
        };
    }

    public bool Equals(ListLayout? other) =>
        other is not null && Sheet == other.Sheet && HasLetters == other.HasLetters && Columns.AsSpan().SequenceEqual(other.Columns.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Sheet, HasLetters, Columns.Length);
}

/// <summary>A column of a file.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Header">What stands above it, trimmed; empty where nothing does.</param>
/// <param name="Name">The canonical name it is understood as; null when it is not.</param>
public sealed record LaidColumn(int Index, string Header, string? Name)
{
    /// <summary>Columns of one list at most.</summary>
    public const int Most = 256;

    /// <summary><c>A</c>, <c>B</c>, … <c>Z</c>, <c>AA</c>, …</summary>
    public string Letter => LetterOf(Index);

    public static string LetterOf(int index)
    {
        var letters = "";
        for (var left = index; left >= 0; left = (left / 26) - 1) letters = (char)('A' + (left % 26)) + letters;
        return letters;
    }
}
