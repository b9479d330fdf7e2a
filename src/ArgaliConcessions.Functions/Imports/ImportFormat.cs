using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Spreadsheets;
using Microsoft.Net.Http.Headers;

namespace ArgaliConcessions.Functions.Imports;

/// <summary>The forms in which the faults of a list are answered.</summary>
public enum ImportFormat { Json, Xlsx }

/// <summary>Chooses the form of an answer about a list.</summary>
internal static class ImportFormats
{
    /// <summary>By <c>?format</c>, else a workbook where Accept likes one best; JSON otherwise.</summary>
    public static ImportFormat Read(QueryReader query, Call call) => query.OneOf<ImportFormat>("format") ?? Accepted(call);

    private static ImportFormat Accepted(Call call)
    {
        var header = call.Request.Headers.Accept;
        if (header.Count == 0 || !MediaTypeHeaderValue.TryParseList(header, out var accepted)) return ImportFormat.Json;
        var best = accepted.Where(type => type.Quality != 0).MaxBy(type => type.Quality ?? 1);
        return best?.MediaType.Equals(WorkbookWriter.MediaType, StringComparison.OrdinalIgnoreCase) == true ? ImportFormat.Xlsx : ImportFormat.Json;
    }
}
