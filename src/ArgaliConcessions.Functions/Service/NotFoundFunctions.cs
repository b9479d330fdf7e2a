using ArgaliConcessions.Functions.Console;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Service;

/// <summary>Answers what no other function does: unknown addresses with 404, known ones with another method with 405; below the console as a page.</summary>
public sealed class NotFoundFunctions(Endpoint endpoint, RouteTable routes, ApiOptions options)
{
    [Function(RouteTable.CatchAllName)]
    public Task NotFound([HttpTrigger(AuthorizationLevel.Anonymous, Route = RouteTable.CatchAll)] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Public, Intake.Anything, (call, _) => Task.FromResult(Answers.Problem(Explain(call))), problem => Told(request, problem));

    private IResult Told(HttpRequest request, Problem problem) =>
        RouteOf(request)?.StartsWith(ConsoleDesk.Home + "/", StringComparison.OrdinalIgnoreCase) is true ? ConsoleProblem.Answer(request, problem, options.RoutePrefix) : new ProblemAnswer(problem);

    /// <summary>What stands below the prefix; null for what does not.</summary>
    private string? RouteOf(HttpRequest request)
    {
        var path = request.Path.Value?.Trim('/') ?? "";
        var prefix = options.RoutePrefix.Length == 0 ? "" : options.RoutePrefix + "/";
        return path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? path[prefix.Length..] : null;
    }

    private Problem Explain(Call call)
    {
        var methods = RouteOf(call.Request) is { } route ? routes.MethodsOf(route) : [];
        if (methods.Count == 0) return new Problem(StatusCodes.Status404NotFound, "route-not-found");
        return new Problem(StatusCodes.Status405MethodNotAllowed, "method-not-allowed")
        {
            Allow = methods,
            Args = new Dictionary<string, object?> { ["allowed"] = string.Join(", ", methods) },
        };
    }
}
