using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Permits;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.Permits;

/// <summary>A permit on a page of its own.</summary>
public sealed class PermitFunctions(ConsoleDesk desk, ReadPermit read)
{
    internal const string Route = "console/permits";

    /// <summary><c>?issued=true</c> says that it was issued just now.</summary>
    [Function("ConsolePermit")]
    public Task Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{number}")] HttpRequest request, string number) =>
        desk.ShowAsync(request, Access.Read, query => query.Flag("issued"), async (visit, issued, cancel) => visit.Page(
            await read.RunAsync(number, visit.Call.Viewer(), visit.Caller.Role == Role.Authority, null, null, cancel), permit => PermitPage.Render(visit, permit, issued)));
}
