using ArgaliConcessions.Functions.Spreadsheets;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Imports.Workbooks;

/// <summary>A workbook, offered under a file name.</summary>
internal sealed class WorkbookAnswer(int status, string fileName, Action<WorkbookWriter> write) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // Whole before the first byte goes out: a failure here can still become a proper 500, and an import bounds the length.
        using var bytes = new MemoryStream();
        using (var workbook = new WorkbookWriter(bytes)) write(workbook);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = WorkbookWriter.MediaType;
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        bytes.Position = 0;
        await bytes.CopyToAsync(response.Body, httpContext.RequestAborted);
    }
}
