using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;

namespace ArgaliConcessions.Functions.Imports;

/// <summary>What the address of an import says.</summary>
/// <param name="Sheet">The sheet of a workbook; null for the one that holds the list.</param>
/// <param name="Mapping">The id of a mapping that is kept; null for none.</param>
/// <param name="Update">Whether the list may change what is recorded otherwise.</param>
internal sealed record ImportQuestion(string Source, bool DryRun, string? Sheet, string? Mapping, ImportFormat Format, bool Update)
{
    private const int LongestSource = 100;

    /// <summary>Names of sheets have 31 characters; who sends more is told that there is no such sheet.</summary>
    private const int LongestSheet = 60;

    public static ImportQuestion Read(QueryReader query, Call call, bool mayUpdate) => Said(query, mayUpdate) with { DryRun = query.Flag("dryRun"), Format = ImportFormats.Read(query, call) };

    /// <summary>What is said of the list itself, not of the answer.</summary>
    public static ImportQuestion Said(QueryReader query, bool mayUpdate) => new(
        query.Required("source", query.Text("source", LongestSource)), DryRun: false, query.Text("sheet", LongestSheet), query.Id("mapping"), ImportFormat.Json, mayUpdate && query.Flag("update"));
}

/// <summary>A list with what is needed to answer about it.</summary>
internal sealed record AskedList(ListKind Kind, ListFile File, ImportQuestion Asked);
