using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Spreadsheets;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Imports.Workbooks;

/// <summary>A workbook, offered under a file name.</summary>
internal static class WorkbookAnswer
{
    /// <summary>Made whole before the first byte goes out: a failure can still become a proper 500, and an import bounds the length.</summary>
    public static IResult Of(int status, string fileName, Action<WorkbookWriter> write) => new FileAnswer(WorkbookWriter.MediaType, fileName, (output, _) =>
    {
        using var workbook = new WorkbookWriter(output);
        write(workbook);
        return Task.CompletedTask;
    }) { Status = status };
}
