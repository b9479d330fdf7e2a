using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Permits;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.Permits;

/// <summary>A permit on a page of its own.</summary>
public sealed class PermitFunctions(ConsoleDesk desk, ReadPermit read, LawLibrary library, PaperPrinter printer)
{
    internal const string Route = "console/permits";

    /// <summary><c>?issued=true</c> says that it was issued just now.</summary>
    [Function("ConsolePermit")]
    public Task Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{number}")] HttpRequest request, string number) =>
        desk.ShowAsync(request, Access.Read, query => query.Flag("issued"), (visit, issued, cancel) => ShowAsync(visit, number, issued, cancel));

    /// <summary>Its paper, for the printer; <c>?format=pdf</c> as a PDF.</summary>
    [Function("ConsolePaper")]
    public Task Print([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{number}/paper")] HttpRequest request, string number) =>
        desk.ShowAsync(request, Access.Read, query => query.OneOf<PaperFormat>("format") ?? PaperFormat.Html, (visit, format, cancel) => printer.PrintAsync(visit.Call, number, format, page => new ConsoleAnswer(page, StatusCodes.Status200OK), cancel));

    private async Task<IResult> ShowAsync(Visit visit, string number, bool issued, CancellationToken cancellationToken)
    {
        var found = await read.RunAsync(number, visit.Call.Viewer(), visit.Caller.Role == Role.Authority, null, null, cancellationToken);
        var national = await library.NationalAsync(LawFreshness.Cached, cancellationToken);
        return visit.Page(found, permit => PermitPage.Render(visit, permit, national?.Law.Authority.Latest.Value, issued));
    }
}
