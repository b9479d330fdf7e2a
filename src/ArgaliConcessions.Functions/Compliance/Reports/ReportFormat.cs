using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ArgaliConcessions.Functions.Compliance.Reports;

/// <summary>The forms of a report.</summary>
public enum ReportFormat { Html, Csv, Json }

/// <summary>Chooses a form by the Accept header: the one of greatest weight that we have; JSON where anything will do.</summary>
internal static class AcceptedFormat
{
    private static readonly (string MediaType, ReportFormat Format)[] Known =
        [("text/html", ReportFormat.Html), ("text/csv", ReportFormat.Csv), ("application/json", ReportFormat.Json), ("*/*", ReportFormat.Json), ("application/*", ReportFormat.Json)];

    /// <summary>Null when the header names only what we do not have.</summary>
    public static ReportFormat? Of(HttpRequest request) => Of(request, Known, ReportFormat.Json);

    /// <param name="known">Media types and ranges with the form that each is answered with.</param>
    /// <param name="usual">The form for whoever says nothing, or nothing readable.</param>
    public static T? Of<T>(HttpRequest request, IReadOnlyList<(string MediaType, T Format)> known, T usual) where T : struct, Enum
    {
        if (request.Headers.Accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)) return usual;
        return accepted.Where(type => type.Quality != 0).OrderByDescending(type => type.Quality ?? 1).Select(type => Find(type, known)).FirstOrDefault(format => format is not null);
    }

    private static T? Find<T>(MediaTypeHeaderValue type, IReadOnlyList<(string MediaType, T Format)> known) where T : struct, Enum
    {
        foreach (var (mediaType, format) in known)
        {
            if (type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)) return format;
        }
        return null;
    }
}
