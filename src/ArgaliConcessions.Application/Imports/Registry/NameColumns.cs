using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>The columns of a name in several languages, one column a language.</summary>
/// <remarks>A list has these languages only; a name in another one is given by the thing's own PUT.</remarks>
internal sealed record NameColumns(ImmutableArray<(string Tag, Column Column)> All)
{
    public IEnumerable<Column> Columns => All.Select(c => c.Column);

    /// <summary>The names that a row gives; null when it gives none.</summary>
    public LocalizedNames? Read(RowReader row)
    {
        var names = All.Select(c => (c.Tag, Text: row.Text(c.Column.Name))).Where(n => n.Text is not null)
            .Select(n => KeyValuePair.Create(n.Tag, n.Text!)).ToList();
        return names.Count == 0 ? null : LocalizedNames.From(names);
    }

    /// <summary>A name as cells. A language that has no column of its own is told in the first one, after its tag.</summary>
    public IEnumerable<(string Column, string Text)> Cells(LocalizedNames? names)
    {
        if (names is null) yield break;
        foreach (var (tag, name) in names.ByTag)
        {
            var own = All.Where(c => c.Tag == tag).Select(c => c.Column.Name).FirstOrDefault();
            yield return own is null ? (All[0].Column.Name, $"{tag}: {name}") : (own, name);
        }
    }
}
