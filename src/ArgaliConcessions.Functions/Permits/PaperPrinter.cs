using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Permits.Papers;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages.Papers;
using ArgaliConcessions.Functions.Pages.Papers.Pdf;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>Writes a permit's paper for whoever asks, by the API or by the console.</summary>
public sealed class PaperPrinter(ReadPaper read, PublicAddress address)
{
    /// <param name="page">Answers a page.</param>
    /// <returns>The paper, as the caller may see it; the refusal where he may not.</returns>
    internal async Task<IResult> PrintAsync(Call call, string number, PaperFormat format, Func<string, IResult> page, CancellationToken cancellationToken)
    {
        var outcome = await read.RunAsync(number, call.Viewer(), call.Caller.Role == Role.Authority, cancellationToken);
        if (outcome is not Outcome<PermitPaper>.Done { Value: var paper }) return Answers.From(call, outcome, value => value);
        var form = new PaperWriter(paper, call.Texts, address.Of(call, $"console/check/{paper.Permit.Number}")).Write();
        return format == PaperFormat.Pdf
            ? new DocumentAnswer(PaperPdf.Render(form, paper.PrintedAt), "application/pdf", FormattableString.Invariant($"permit-{paper.Permit.Number}-v{paper.Permit.Version}.pdf"))
            : page(PaperPage.Render(form, call.Texts));
    }
}
