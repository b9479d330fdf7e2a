using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages.Report;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.Runs;

/// <summary>The report's page for whoever has signed in: the route of the API looks at no cookie.</summary>
public sealed class ReportFunctions(ConsoleDesk desk, BuildReport reports)
{
    internal const string Route = "console/reports";

    /// <summary><c>latest</c>, or a run's id. The page is the report's own, to be read and printed as it is.</summary>
    [Function("ConsoleReport")]
    public Task Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{run}")] HttpRequest request, string run) =>
        desk.ShowAsync(request, Access.AuditorOrAuthority, async (visit, cancel) => run == RunRows.Latest || IdRules.IsId(run)
            ? visit.Page(await reports.RunAsync(run, cancel), report => new ConsoleAnswer(ReportPage.Render(report, visit.Texts), StatusCodes.Status200OK))
            : Answers.NotFound("run"));
}
