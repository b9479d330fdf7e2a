using ArgaliConcessions.Application.Imports.Tables;

namespace ArgaliConcessions.Application.Imports;

/// <summary>A kind of list that is taken in: registered by its feature, it has a template, mappings and workbooks of results.</summary>
/// <param name="Name">As in its address: <c>permits</c> of <c>/imports/permits</c>.</param>
public sealed record ListKind(string Name, ColumnSet Columns);

/// <summary>All kinds of lists.</summary>
public sealed class ListKinds(IEnumerable<ListKind> kinds)
{
    public IReadOnlyList<ListKind> All { get; } = [.. kinds];

    /// <summary>Null when there is no such kind.</summary>
    public ListKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);
}
