using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.Imports;

/// <summary>How far an import has come, and how it ended.</summary>
public sealed class JobFunctions(ConsoleDesk desk, JobStore jobs)
{
    internal const string Route = "console/jobs";

    [Function("ConsoleJob")]
    public Task Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}")] HttpRequest request, string id) =>
        desk.ShowAsync(request, Access.Authority, async (visit, cancel) =>
            IdRules.IsId(id) && await jobs.FindAsync(id, cancel) is { } job ? JobPage.Render(visit, job) : Answers.NotFound("job"));
}
