using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Compliance;

/// <summary>Sweeps: asked for and looked at.</summary>
public sealed class RunFunctions(Endpoint endpoint, RequestRun requests, RunBook runs)
{
    [Function("StartRun")]
    public Task Start([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "compliance/runs")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Authority, Intake.Creation, (call, token) => call.ReadNothingAsync(() => StartAsync(call, token)));

    [Function("Run")]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "compliance/runs/{id}")] HttpRequest request, string id) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.ReadNothingAsync(() => ReadAsync(call, id, token)));

    private async Task<IResult> StartAsync(Call call, CancellationToken cancellationToken)
    {
        var outcome = await requests.RunAsync(call.Caller.Subject, call.IdempotencyKey!, call.Body.Sha256, cancellationToken);
        return outcome is Outcome<Run>.Done { Value: var run }
            ? Answers.Accepted(call, $"compliance/runs/{run.Id}", RunAnswer.Of(run))
            : Answers.From(call, outcome, RunAnswer.Of);
    }

    private async Task<IResult> ReadAsync(Call call, string id, CancellationToken cancellationToken)
    {
        var run = id == RunRows.Latest ? await runs.LatestAsync(cancellationToken) : IdRules.IsId(id) ? await runs.FindAsync(id, cancellationToken) : null;
        return run is null ? Answers.NotFound("run") : Answers.Ok(call, RunAnswer.Of(run));
    }
}
