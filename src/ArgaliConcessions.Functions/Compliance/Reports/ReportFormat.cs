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
    public static ReportFormat? Of(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0) return ReportFormat.Json;
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)) return ReportFormat.Json;
        return accepted.Where(type => type.Quality != 0).OrderByDescending(type => type.Quality ?? 1).Select(Find).FirstOrDefault(format => format is not null);
    }

    private static ReportFormat? Find(MediaTypeHeaderValue type)
    {
        foreach (var (mediaType, format) in Known)
        {
            if (type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)) return format;
        }
        return null;
    }
}
