using System.Text.Json;
using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;

namespace ArgaliConcessions.Functions.Compliance.Reports;

/// <summary>The whole report as one JSON object; its findings last, each as it comes.</summary>
internal static class ReportJson
{
    private const int FlushEvery = 50;

    public static async Task WriteAsync(ReportModel report, IAsyncEnumerable<Finding> findings, Call call, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        using (var head = JsonSerializer.SerializeToDocument(ReportAnswer.Of(report, call.Texts), Json.Options))
        {
            foreach (var member in head.RootElement.EnumerateObject()) member.WriteTo(writer);
        }
        writer.WriteStartArray("findings");
        var written = 0;
        await foreach (var finding in findings.WithCancellation(cancellationToken))
        {
            var view = new FindingView(finding, finding.LastSeen ?? report.DataAsOf.From);
            JsonSerializer.Serialize(writer, FindingAnswer.Of(view, call.Texts), Json.Options);
            if (++written % FlushEvery == 0) await FlushAsync(call, writer, cancellationToken);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // The writer hands over to the response's pipe; only flushing the pipe waits for a slow reader.
    private static async Task FlushAsync(Call call, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        await writer.FlushAsync(cancellationToken);
        await call.Request.HttpContext.Response.BodyWriter.FlushAsync(cancellationToken);
    }
}
