using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Imports;

/// <summary>Lists of what was issued and done on paper: kept as they are, judged by the sweep.</summary>
public sealed class ImportFunctions(Endpoint endpoint, ImportPermits permits, ImportHarvests harvests)
{
    /// <summary><c>POST /imports/permits?source&amp;dryRun</c></summary>
    [Function("ImportPermits")]
    public Task ImportPermits([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "imports/permits")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Authority, Intake.Import, (call, cancel) => RunAsync(call, "imports/permits", r => permits.RunAsync(r, cancel)));

    /// <summary><c>POST /imports/harvests?source&amp;dryRun</c></summary>
    [Function("ImportHarvests")]
    public Task ImportHarvests([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "imports/harvests")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Authority, Intake.Import, (call, cancel) => RunAsync(call, "imports/harvests", r => harvests.RunAsync(r, cancel)));

    /// <param name="mayUpdate">Whether the route knows <c>?update</c>.</param>
    internal static Task<IResult> RunAsync(Call call, string route, Func<ImportRequest, Task<Outcome<ImportAnswer>>> import, bool mayUpdate = false) =>
        call.AskAsync(
            query => (Source: query.Required("source", query.Text("source", 100)), DryRun: query.Flag("dryRun"), Update: mayUpdate && query.Flag("update")),
            async asked =>
            {
                // The source decides what a row is, so the same bytes from another source are another request.
                var scope = $"{call.Caller.Subject}|{route}{(asked.Update ? "?update" : "")}|{asked.Source}";
                var key = new JobKey(scope, call.IdempotencyKey!, call.Body.Sha256);
                var request = new ImportRequest(call.Body.Bytes, new ListSource(asked.Source), asked.DryRun, call.Caller.Subject, key)
                {
                    Update = asked.Update, Actor = call.Actor(),
                };
                return ImportAnswers.Of(call, asked.DryRun, await import(request));
            });
}
