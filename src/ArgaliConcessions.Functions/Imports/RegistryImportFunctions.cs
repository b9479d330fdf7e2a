using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Registry;
using ArgaliConcessions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Imports;

/// <summary>Lists of the register itself: each row is recorded as its own PUT would, by every rule of that PUT, or nothing is.</summary>
public sealed class RegistryImportFunctions(Endpoint endpoint, ImportCalls calls, ImportConcessions concessions, ImportSeasons seasons, ImportQuotas quotas)
{
    /// <summary><c>POST /imports/concessions?source&amp;dryRun&amp;update&amp;sheet&amp;mapping&amp;format</c></summary>
    [Function("ImportConcessions")]
    public Task ImportConcessions([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "imports/concessions")] HttpRequest request) =>
        RunAsync(request, "concessions", concessions.RunAsync);

    /// <summary><c>POST /imports/seasons?source&amp;dryRun&amp;update&amp;sheet&amp;mapping&amp;format</c></summary>
    [Function("ImportSeasons")]
    public Task ImportSeasons([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "imports/seasons")] HttpRequest request) =>
        RunAsync(request, "seasons", seasons.RunAsync);

    /// <summary><c>POST /imports/quotas?source&amp;dryRun&amp;update&amp;sheet&amp;mapping&amp;format</c>: national quotas and quota lines.</summary>
    [Function("ImportQuotas")]
    public Task ImportQuotas([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "imports/quotas")] HttpRequest request) =>
        RunAsync(request, "quotas", quotas.RunAsync);

    private Task RunAsync(HttpRequest request, string list, Func<ImportRequest, CancellationToken, Task<Outcome<ImportAnswer>>> import) =>
        endpoint.RunAsync(
            request, Access.Authority, Intake.Import, (call, cancel) => calls.RunAsync(call, list, asked => import(asked, cancel), cancel, mayUpdate: true));
}
