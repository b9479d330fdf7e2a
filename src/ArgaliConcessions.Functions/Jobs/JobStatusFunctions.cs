using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Jobs;

/// <summary>How far long work has come.</summary>
public sealed class JobStatusFunctions(Endpoint endpoint, JobStore jobs)
{
    [Function("Job")]
    public Task Job([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "jobs/{id}")] HttpRequest request, string id) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.ReadNothingAsync(async () =>
            IdRules.IsId(id) && await jobs.FindAsync(id, token) is { } job ? Answers.Ok(call, JobAnswer.Of(job, call.Texts)) : Answers.NotFound("job")));
}
