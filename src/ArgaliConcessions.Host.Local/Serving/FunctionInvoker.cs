using System.Reflection;
using ArgaliConcessions.Functions.Service;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Host.Local.Serving;

/// <summary>
/// Runs a function: makes its class from the services and binds its parameters. Like the Functions host it binds route
/// values by name; unlike it, nothing from query or body, so that a function which relied on that would fail here first.
/// </summary>
internal sealed class FunctionInvoker(IServiceProvider services)
{
    /// <summary>Runs an HTTP function on a request.</summary>
    public async Task InvokeAsync(FunctionEntry function, HttpContext http)
    {
        await using var scope = services.CreateAsyncScope();
        await InvokeAsync(function, scope.ServiceProvider, parameter => parameter.ParameterType switch
        {
            var type when type == typeof(HttpRequest) => http.Request,
            var type when type == typeof(CancellationToken) => http.RequestAborted,
            var type when type == typeof(string) && http.GetRouteValue(parameter.Name!) is string value => value,
            _ => throw Unbound(function, parameter),
        });
    }

    /// <summary>Runs a timer function.</summary>
    public async Task InvokeAsync(FunctionEntry function, TimerInfo timer, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await InvokeAsync(function, scope.ServiceProvider, parameter => parameter.ParameterType switch
        {
            var type when type == typeof(TimerInfo) => timer,
            var type when type == typeof(CancellationToken) => cancellationToken,
            _ => throw Unbound(function, parameter),
        });
    }

    private static async Task InvokeAsync(FunctionEntry function, IServiceProvider provider, Func<ParameterInfo, object> bind)
    {
        var instance = ActivatorUtilities.CreateInstance(provider, function.Method.DeclaringType!);
        var arguments = function.Method.GetParameters().Select(bind).ToArray();
        var running = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        await (Task)running!;
    }

    private static InvalidOperationException Unbound(FunctionEntry function, ParameterInfo parameter) =>
        new($"Function {function.Name} declares the parameter {parameter.Name}, which no host binds.");
}
