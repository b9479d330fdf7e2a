using ArgaliConcessions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>The permit on paper.</summary>
public sealed class PaperFunctions(Endpoint endpoint, PaperAnswers answers)
{
    /// <summary>A page for the browser's printer, or a PDF. Its date and state are those of the moment, so it has no tag.</summary>
    [Function("PermitPaper")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "permits/{number}/paper")] HttpRequest request, string number) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(
            query => PaperAnswers.FormatOf(query, request), format => answers.AnswerAsync(call, number, format, token)));
}
