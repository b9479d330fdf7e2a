using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Permits.Papers;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages.Papers;
using ArgaliConcessions.Functions.Pages.Papers.Pdf;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>The permit on paper.</summary>
public sealed class PaperFunctions(Endpoint endpoint, ReadPaper read, PublicAddress address)
{
    private static readonly (string, PaperFormat)[] Known =
        [("text/html", PaperFormat.Html), ("application/pdf", PaperFormat.Pdf), ("*/*", PaperFormat.Html), ("text/*", PaperFormat.Html), ("application/*", PaperFormat.Pdf)];

    /// <summary>A page for the browser's printer, or a PDF. Its date and state are those of the moment, so it has no tag.</summary>
    [Function("PermitPaper")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "permits/{number}/paper")] HttpRequest request, string number) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(
            query => query.OneOf<PaperFormat>("format") ?? Accepted.Of(call.Request, Known, PaperFormat.Html), format => AnswerAsync(call, number, format, token)));

    private async Task<IResult> AnswerAsync(Call call, string number, PaperFormat? format, CancellationToken cancellationToken)
    {
        if (format is null) return Answers.Problem(new Problem(StatusCodes.Status406NotAcceptable, "paper-format-not-there"));
        var outcome = await read.RunAsync(number, call.Viewer(), call.Caller.Role == Role.Authority, cancellationToken);
        if (outcome is not Outcome<PermitPaper>.Done { Value: var paper }) return Answers.From(call, outcome, value => value);
        var form = new PaperWriter(paper, call.Texts, address.Of(call, $"console/check/{paper.Permit.Number}")).Write();
        return format == PaperFormat.Pdf
            ? new DocumentAnswer(PaperPdf.Render(form, paper.PrintedAt), "application/pdf", FormattableString.Invariant($"permit-{paper.Permit.Number}-v{paper.Permit.Version}.pdf"))
            : Answers.Html(call, PaperPage.Render(form, call.Texts));
    }
}

/// <summary>The forms of a printed permit.</summary>
internal enum PaperFormat { Html, Pdf }
