using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Spreadsheets;

/// <summary>The forms of a list: pages of JSON, or the whole as a table.</summary>
public enum TableForm { Json, Csv, Xlsx }

/// <summary>Which form of a list a caller asks for.</summary>
internal static class TableForms
{
    private static readonly (string MediaType, TableForm Form)[] Known =
    [
        ("application/json", TableForm.Json), ("text/csv", TableForm.Csv), (WorkbookWriter.MediaType, TableForm.Xlsx), ("*/*", TableForm.Json), ("application/*", TableForm.Json),
    ];

    /// <summary>By <c>?format</c>, else by Accept, else JSON. A table is whole: <c>limit</c> and <c>after</c> are faults beside it.</summary>
    public static TableForm Read(QueryReader query, HttpRequest request)
    {
        var form = query.OneOf<TableForm>("format") ?? Accepted.Of(request, Known, TableForm.Json) ?? TableForm.Json;
        if (form == TableForm.Json) return form;
        foreach (var name in new[] { "limit", "after" }.Where(query.Has)) query.Fault(name, "table-is-whole");
        return form;
    }
}
