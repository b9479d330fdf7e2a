using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages.Report;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Compliance.Reports;

/// <summary>The report of a sweep, in three forms.</summary>
public sealed class ReportFunctions(Endpoint endpoint, BuildReport reports)
{
    [Function("Report")]
    public Task Report([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "compliance/reports/{run}")] HttpRequest request, string run) =>
        endpoint.RunAsync(request, Access.AuditorOrAuthority | Access.Link, (call, token) =>
            call.AskAsync(query => query.OneOf<ReportFormat>("format") ?? AcceptedFormat.Of(request), format => AnswerAsync(call, run, format, token)));

    private async Task<IResult> AnswerAsync(Call call, string run, ReportFormat? format, CancellationToken cancellationToken)
    {
        if (format is null) return Answers.Problem(new Problem(StatusCodes.Status406NotAcceptable, "format-not-there"));
        if (run != RunRows.Latest && !IdRules.IsId(run)) return Answers.NotFound("run");
        var outcome = await reports.RunAsync(run, cancellationToken);
        if (outcome is not Outcome<ReportModel>.Done { Value: var report }) return Answers.From(call, outcome, model => model);
        var findings = reports.FindingsAsync(report.Run.Id, cancellationToken);
        return format switch
        {
            ReportFormat.Html => Answers.Html(call, ReportPage.Render(report, call.Texts.Whole)),
            ReportFormat.Csv => Answers.Csv($"report-{report.Run.Id}.csv", (writer, token) => new ReportCsv(report, call.Texts.Whole).WriteAsync(findings, writer, token)),
            _ => Answers.Stream("application/json", (writer, token) => ReportJson.WriteAsync(report, findings, call, writer, token)),
        };
    }
}
