using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Permits;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace ArgaliConcessions.Functions.Quotas;

/// <summary>What has moved on a quota line: its whole history, of which its balance is the sum.</summary>
public sealed class LineSeriesFunctions(Endpoint endpoint, ReadLineSeries read, Paging paging)
{
    [Function("GetQuotaLineEntries")]
    public Task List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LineCalls.LineRoute + "/entries")] HttpRequest request, string concession, string year, string line)
    {
        var scope = $"entries|{concession}|{year}|{line}";
        return endpoint.RunAsync(request, Access.Read, (call, token) => call.CheckLine(concession, year, line).AskAsync(
            query => (query.Limit, After: query.After(paging, scope)),
            async asked => Answers.From(
                call, await read.RunAsync(concession, year, line, call.Viewer(), asked.Limit, asked.After, token),
                page => paging.Page<LineEntryAnswer>(call, [.. page.Items.Select(LineEntryAnswer.Of)], page.Next, scope))));
    }
}

/// <summary>One entry of a line's series.</summary>
/// <param name="Number">1, 2, 3, … without a gap.</param>
/// <param name="Balance">What stood on the line after it.</param>
public sealed record LineEntryAnswer(int Number, IReadOnlyList<PostingAnswer> Postings, LineAmounts Balance, Instant RecordedAt, string By)
{
    internal static LineEntryAnswer Of(LineEntry entry) =>
        new(entry.Number, [.. entry.Postings.Select(PostingAnswer.Of)], entry.Balance, entry.RecordedAt, entry.By);
}

/// <summary>One movement of whole animals; what it came from where it came from something.</summary>
public sealed record PostingAnswer(PostingKind Kind, LineAmounts Change, string? Permit, string? Reservation, string? Allocation)
{
    internal static PostingAnswer Of(Posting posting) => new(posting.Kind, posting.Change, posting.Permit, posting.Reservation, posting.Allocation);
}
