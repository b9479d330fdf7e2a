using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Registry;
using ArgaliConcessions.Application.Imports.Tables;

namespace ArgaliConcessions.Functions.Imports.Workbooks;

/// <summary>What a workbook of results tells.</summary>
/// <param name="Table">The rows as they were sent; null once nobody keeps them.</param>
/// <param name="Faults">The first of them, by line.</param>
/// <param name="Changes">What was done, or would be; null where the list has faults.</param>
internal sealed record ResultModel(
    ListKind Kind, string? Source, ResultState State, ListTable? Table, int? Rows, int FaultCount, IReadOnlyList<ListFault> Faults, ImportCounts? Changes)
{
    /// <summary>What was done with each thing, or would be; none for lists that a job brings in.</summary>
    public IReadOnlyList<ListLine> Lines { get; init; } = [];
}

/// <summary>What became of a list.</summary>
internal enum ResultState { Tried, Refused, Underway, Done, Failed }
