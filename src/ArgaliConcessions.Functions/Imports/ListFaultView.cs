using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Imports;

/// <summary>What is wrong in a list, and where; under the same code in a trial, in a refusal and in a job.</summary>
/// <param name="Line">From 1, as an editor counts; 0 where the fault is of the whole file.</param>
/// <param name="Column">The canonical name of the column; null where the fault is of the whole line.</param>
/// <param name="Value">What stands there; null where nothing does.</param>
public sealed record ListFaultView(int Line, string? Column, string Code, string? Value, string Detail)
{
    /// <summary>The workbook's sheet; null for other lists.</summary>
    public string? Sheet { get; init; }

    /// <summary>The column as a sheet names it: <c>C</c>; null where the fault is of no cell.</summary>
    public string? Letter { get; init; }

    /// <summary>What stands above the column in the file.</summary>
    public string? Header { get; init; }

    internal static ListFaultView Of(ListFault fault, Texts texts) =>
        new(fault.Line, fault.Column, CodeOf(fault), fault.Value, fault.Reason is { } reason ? ReasonText.Of(reason, texts) : texts.Format($"fault.list-{fault.Code}", Args(fault)))
        {
            Sheet = fault.Sheet, Letter = fault.Letter, Header = fault.Header,
        };

    /// <summary>A rule that a row breaks has the code that the thing's own PUT answers with.</summary>
    internal static string CodeOf(ListFault fault) => fault.Reason?.Code ?? $"list-{fault.Code}";

    internal static Dictionary<string, object?> Args(ListFault fault) => new(StringComparer.Ordinal)
    {
        ["line"] = fault.Line, ["column"] = fault.Header ?? fault.Column ?? "", ["value"] = fault.Value ?? "", ["letter"] = fault.Letter ?? "",
        ["recorded"] = fault.Recorded ?? "",
    };
}
