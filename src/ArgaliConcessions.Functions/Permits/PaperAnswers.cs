using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Permits.Papers;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages.Papers;
using ArgaliConcessions.Functions.Pages.Papers.Pdf;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>A permit's paper in the form that was asked for: of the API's route and of the console's.</summary>
public sealed class PaperAnswers(ReadPaper read, PublicAddress address)
{
    private static readonly (string, PaperFormat)[] Known =
        [("text/html", PaperFormat.Html), ("application/pdf", PaperFormat.Pdf), ("*/*", PaperFormat.Html), ("text/*", PaperFormat.Html), ("application/*", PaperFormat.Pdf)];

    /// <summary>By <c>?format</c>, else by Accept; null when that names only what we do not have.</summary>
    internal static PaperFormat? FormatOf(QueryReader query, HttpRequest request) => query.OneOf<PaperFormat>("format") ?? Accepted.Of(request, Known, PaperFormat.Html);

    internal async Task<IResult> AnswerAsync(Call call, string number, PaperFormat? format, CancellationToken cancellationToken)
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
