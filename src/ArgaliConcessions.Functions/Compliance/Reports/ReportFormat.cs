using ArgaliConcessions.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Compliance.Reports;

/// <summary>The forms of a report.</summary>
public enum ReportFormat { Html, Csv, Json }

/// <summary>Chooses a form by the Accept header: the one of greatest weight that we have; JSON where anything will do.</summary>
internal static class AcceptedFormat
{
    private static readonly (string MediaType, ReportFormat Format)[] Known =
        [("text/html", ReportFormat.Html), ("text/csv", ReportFormat.Csv), ("application/json", ReportFormat.Json), ("*/*", ReportFormat.Json), ("application/*", ReportFormat.Json)];

    /// <summary>Null when the header names only what we do not have.</summary>
    public static ReportFormat? Of(HttpRequest request) => Accepted.Of(request, Known, ReportFormat.Json);
}
