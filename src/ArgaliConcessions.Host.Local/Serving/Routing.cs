using ArgaliConcessions.Functions.Service;

namespace ArgaliConcessions.Host.Local.Serving;

/// <summary>Maps functions to their addresses.</summary>
internal static class Routing
{
    public static void Map(this WebApplication app, HostFile host, FunctionInvoker invoker, IEnumerable<FunctionEntry> functions)
    {
        app.UseMiddleware<LastResort>();
        app.UseMiddleware<Throttle>();
        var root = app.Services.GetRequiredService<RouteTable>();
        app.MapMethods("/", ["GET"], http => RootPage.WriteAsync(http, root, host.RoutePrefix));
        foreach (var function in functions.Where(f => f.Http is not null))
        {
            // The catch-all answers outside the prefix too: nobody is to meet an empty 404.
            var route = function.Route == RouteTable.CatchAll ? RouteTable.CatchAll : $"{host.RoutePrefix}/{function.Route}";
            if (function.Methods.Count == 0) app.Map(route, (RequestDelegate)(http => invoker.InvokeAsync(function, http)));
            else app.MapMethods(route, function.Methods, http => invoker.InvokeAsync(function, http));
        }
    }
}
