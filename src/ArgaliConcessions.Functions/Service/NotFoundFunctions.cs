using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Service;

/// <summary>Answers what no other function does: unknown addresses with 404, known ones with another method with 405.</summary>
public sealed class NotFoundFunctions(Endpoint endpoint, RouteTable routes, ApiOptions options)
{
    [Function(RouteTable.CatchAllName)]
    public Task NotFound([HttpTrigger(AuthorizationLevel.Anonymous, Route = RouteTable.CatchAll)] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Public, Intake.Anything, (call, _) => Task.FromResult(Answers.Problem(Explain(call))));

    private Problem Explain(Call call)
    {
        var path = call.Request.Path.Value?.Trim('/') ?? "";
        var prefix = options.RoutePrefix.Length == 0 ? "" : options.RoutePrefix + "/";
        var methods = path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? routes.MethodsOf(path[prefix.Length..]) : [];
        if (methods.Count == 0) return new Problem(StatusCodes.Status404NotFound, "route-not-found");
        return new Problem(StatusCodes.Status405MethodNotAllowed, "method-not-allowed")
        {
            Allow = methods,
            Args = new Dictionary<string, object?> { ["allowed"] = string.Join(", ", methods) },
        };
    }
}
