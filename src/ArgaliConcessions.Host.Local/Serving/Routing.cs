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
        // Shorter to type than the address below the prefix, which is the same in Azure.
        if (host.RoutePrefix.Length > 0) app.MapMethods("/console/{**page}", ["GET"], (RequestDelegate)(http => ToConsole(http, host.RoutePrefix)));
        foreach (var function in functions.Where(f => f.Http is not null))
        {
            // The catch-all answers outside the prefix too: nobody is to meet an empty 404.
            var route = function.Route == RouteTable.CatchAll ? RouteTable.CatchAll : $"{host.RoutePrefix}/{function.Route}";
            if (function.Methods.Count == 0) app.Map(route, (RequestDelegate)(http => invoker.InvokeAsync(function, http)));
            else app.MapMethods(route, function.Methods, http => invoker.InvokeAsync(function, http));
        }
    }

    private static Task ToConsole(HttpContext http, string prefix)
    {
        http.Response.Redirect($"/{prefix}{http.Request.Path.ToUriComponent()}{http.Request.QueryString}");
        return Task.CompletedTask;
    }
}
