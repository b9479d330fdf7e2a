using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Imports;
using ArgaliConcessions.Functions.Imports.Workbooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Jobs;

/// <summary>How far long work has come.</summary>
public sealed class JobStatusFunctions(Endpoint endpoint, JobStore jobs, JobInput input, ListKinds kinds)
{
    /// <summary><c>GET /jobs/{id}?format</c></summary>
    [Function("Job")]
    public Task Job([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "jobs/{id}")] HttpRequest request, string id) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.AskAsync(query => ImportFormats.Read(query, call), async format =>
        {
            if (!IdRules.IsId(id) || await jobs.FindAsync(id, token) is not { } job) return Answers.NotFound("job");
            if (format == ImportFormat.Json) return Answers.Ok(call, JobAnswer.Of(job, call.Texts));
            return ImportJobs.ListOf(job) is { } list && kinds.Find(list) is { } kind
                ? ResultWorkbook.Of(call, kind, job, await ImportJobs.InputOfAsync(input, job, token))
                : Answers.Problem(new Problem(StatusCodes.Status406NotAcceptable, "workbook-not-there"));
        }));
}
