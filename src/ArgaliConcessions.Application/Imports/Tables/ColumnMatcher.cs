namespace ArgaliConcessions.Application.Imports.Tables;

/// <summary>Tells what the headers and words of one file mean: by its mapping first, then by the names everybody uses.</summary>
public sealed class ColumnMatcher
{
    private readonly ColumnSet _columns;
    private readonly ListMapping _mapping;
    private readonly Dictionary<string, string?> _mapped;
    private readonly Dictionary<string, Dictionary<string, string>> _words;

    public ColumnMatcher(ColumnSet columns, ListMapping mapping, bool keepsSent)
    {
        (_columns, _mapping, KeepsSent) = (columns, mapping, keepsSent);
        _mapped = mapping.Columns.ToDictionary(c => ColumnSet.Fold(c.Key), c => c.Value, StringComparer.Ordinal);
        _words = mapping.Words.ToDictionary(
            w => w.Key, w => w.Value.ToDictionary(word => FoldWord(word.Key), word => word.Value, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>Whether rows keep their cells as they were sent.</summary>
    public bool KeepsSent { get; }

    /// <summary>The canonical name for a header; null when it is unknown, or passed over on purpose.</summary>
    public string? Canonical(string header) => _mapped.TryGetValue(ColumnSet.Fold(header), out var name) ? name : _columns.Canonical(header);

    /// <summary>Whether the mapping says of a header that nobody reads it.</summary>
    public bool PassesOver(string header) => _mapped.TryGetValue(ColumnSet.Fold(header), out var name) && name is null;

    public ColumnForm FormOf(string name) => _columns.Find(name)?.Form ?? ColumnForm.Any;

    /// <summary>The columns that rows cannot do without and that neither the file nor the mapping has.</summary>
    public IEnumerable<string> MissingFrom(IEnumerable<string> present) => _columns.MissingFrom(present.Concat(_mapping.Fixed.Keys));

    /// <summary>The row's cells with the mapping's words and what it says stands in every row.</summary>
    public IReadOnlyDictionary<string, string> Finish(Dictionary<string, string> cells)
    {
        foreach (var (column, words) in _words)
        {
            if (cells.TryGetValue(column, out var cell) && words.TryGetValue(FoldWord(cell), out var word)) cells[column] = word;
        }

        foreach (var (column, text) in _mapping.Fixed) cells.TryAdd(column, text);
        return cells;
    }

    private static string FoldWord(string word) => word.Trim().ToUpperInvariant().Replace('Ё', 'Е');
}
