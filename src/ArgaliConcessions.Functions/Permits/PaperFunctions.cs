using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>The permit on paper.</summary>
public sealed class PaperFunctions(Endpoint endpoint, PaperPrinter printer)
{
    private static readonly (string, PaperFormat)[] Known =
        [("text/html", PaperFormat.Html), ("application/pdf", PaperFormat.Pdf), ("*/*", PaperFormat.Html), ("text/*", PaperFormat.Html), ("application/*", PaperFormat.Pdf)];

    /// <summary>A page for the browser's printer, or a PDF. Its date and state are those of the moment, so it has no tag.</summary>
    [Function("PermitPaper")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "permits/{number}/paper")] HttpRequest request, string number) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(
            query => query.OneOf<PaperFormat>("format") ?? Accepted.Of(call.Request, Known, PaperFormat.Html), format => AnswerAsync(call, number, format, token)));

    private async Task<IResult> AnswerAsync(Call call, string number, PaperFormat? format, CancellationToken cancellationToken) => format is { } one
        ? await printer.PrintAsync(call, number, one, page => Answers.Html(call, page), cancellationToken)
        : Answers.Problem(new Problem(StatusCodes.Status406NotAcceptable, "paper-format-not-there"));
}

/// <summary>The forms of a printed permit.</summary>
internal enum PaperFormat { Html, Pdf }
