using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Imports;

/// <summary>Lists of what was issued and done on paper: kept as they are, judged by the sweep.</summary>
public sealed class ImportFunctions(Endpoint endpoint, ImportCalls calls, ImportPermits permits, ImportHarvests harvests)
{
    /// <summary><c>POST /imports/permits?source&amp;dryRun&amp;sheet&amp;mapping&amp;format</c></summary>
    [Function("ImportPermits")]
    public Task ImportPermits([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "imports/permits")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Authority, Intake.Import, (call, cancel) => calls.RunAsync(call, "permits", r => permits.RunAsync(r, cancel), cancel));

    /// <summary><c>POST /imports/harvests?source&amp;dryRun&amp;sheet&amp;mapping&amp;format</c></summary>
    [Function("ImportHarvests")]
    public Task ImportHarvests([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "imports/harvests")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Authority, Intake.Import, (call, cancel) => calls.RunAsync(call, "harvests", r => harvests.RunAsync(r, cancel), cancel));
}
