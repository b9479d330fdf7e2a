using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.Runs;

/// <summary>The sweep: asked for now, followed, and its end.</summary>
public sealed class RunFunctions(ConsoleDesk desk, RequestRun requests, RunBook runs, JobStore jobs)
{
    internal const string Route = "console/runs";

    [Function("ConsoleRuns")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        desk.ShowAsync(request, Access.Read, async (visit, cancel) => RunPages.Start(visit, await runs.LatestAsync(cancel), await runs.NewestAsync(cancel)));

    [Function("ConsoleStartRun")]
    public Task Start([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request) =>
        desk.TakeAsync(request, Access.Authority, Intake.Form, async (visit, form, cancel) => visit.Page(
            await requests.RunAsync(visit.Caller.Subject, form.Key, visit.Call.Body.Sha256, cancel), run => visit.Go($"{Route}/{run.Id}")));

    [Function("ConsoleRun")]
    public Task Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}")] HttpRequest request, string id) =>
        desk.ShowAsync(request, Access.Read, async (visit, cancel) => IdRules.IsId(id) && await runs.FindAsync(id, cancel) is { } run
            ? RunPages.Of(visit, run, run.State is RunState.Queued or RunState.Running ? await jobs.FindAsync(id, cancel) : null)
            : Answers.NotFound("run"));
}
