using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Law;

namespace ArgaliConcessions.Application.Imports.Mappings;

/// <summary>What must hold of a mapping: that it leads to columns and words that its kind of list has.</summary>
internal static class MappingChecks
{
    /// <summary>Characters of a mapping: it goes with every job that uses it.</summary>
    private const int MaxCharacters = 20_000;

    private const int LongestPointer = 80;

    public static Refusal? Judge(string list, ListMapping mapping, ListKinds kinds)
    {
        var complaints = new Complaints();
        if (kinds.Find(list) is not { } kind)
        {
            complaints.Add("list-kind-unknown", "/list", ("list", list), ("known", string.Join(", ", kinds.All.Select(k => k.Name))));
            return complaints.ToRefusal();
        }

        JudgeColumns(kind, mapping, complaints);
        JudgeWords(kind, mapping, complaints);
        foreach (var column in mapping.Fixed.Keys) JudgeColumn(kind, column, $"/fixed/{Escaped(column)}", complaints);
        complaints.When(Length(mapping) > MaxCharacters, "mapping-too-large", "", ("max", MaxCharacters));
        return complaints.ToRefusal();
    }

    private static void JudgeColumns(ListKind kind, ListMapping mapping, Complaints complaints)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (header, column) in mapping.Columns)
        {
            var pointer = $"/columns/{Escaped(header)}";
            var folded = ColumnSet.Fold(header);
            complaints.When(folded.Length == 0, "header-without-letters", pointer);
            complaints.When(!seen.Add(folded), "header-twice", pointer, ("header", header));
            if (column is not null) JudgeColumn(kind, column, pointer, complaints);
        }
    }

    private static void JudgeWords(ListKind kind, ListMapping mapping, Complaints complaints)
    {
        foreach (var (column, words) in mapping.Words)
        {
            var pointer = $"/words/{Escaped(column)}";
            if (JudgeColumn(kind, column, pointer, complaints) is not { Words.IsEmpty: false } closed) continue;
            foreach (var (word, meaning) in words.Where(w => !closed.Words.Any(known => known.Contains(w.Value, StringComparer.OrdinalIgnoreCase))))
            {
                complaints.Add("word-unknown", $"{pointer}/{Escaped(word)}", ("word", meaning), ("known", string.Join(", ", closed.Words.Select(w => w[0]))));
            }
        }
    }

    private static Column? JudgeColumn(ListKind kind, string column, string pointer, Complaints complaints)
    {
        var found = kind.Columns.Find(column);
        complaints.When(found is null, "column-unknown", pointer, ("column", column), ("known", string.Join(", ", kind.Columns.Columns.Select(c => c.Name))));
        return found;
    }

    private static int Length(ListMapping mapping) =>
        mapping.Columns.Sum(c => c.Key.Length + (c.Value?.Length ?? 0)) + mapping.Fixed.Sum(f => f.Key.Length + f.Value.Length)
        + mapping.Words.Sum(w => w.Key.Length + w.Value.Sum(word => word.Key.Length + word.Value.Length));

    /// <summary>A name within a JSON pointer (RFC 6901).</summary>
    private static string Escaped(string name) =>
        (name.Length > LongestPointer ? name[..LongestPointer] + "…" : name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
