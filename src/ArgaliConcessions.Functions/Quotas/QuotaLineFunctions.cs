using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Quotas;

/// <summary>Quota lines of a concession's hunting year, with what stands on them.</summary>
public sealed class QuotaLineFunctions(Endpoint endpoint, SetQuotaLine set, ReadQuotaLines read)
{
    private const string LinesRoute = "concessions/{concession}/quotas/{year}";
    private const string LineRoute = LinesRoute + "/{line}";

    [Function("PutQuotaLine")]
    public Task Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = LineRoute)] HttpRequest request, string concession, string year, string line) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => Checked(call, concession, year).CheckId("line", line).ReadAsync(
            body => QuotaLineWire.Read(body, concession, year, line, call.Precondition()),
            async asked => Answers.From(
                call, await set.RunAsync(asked, call.Actor(), token), QuotaLineAnswer.Of, _ => $"concessions/{concession}/quotas/{year}/{line}")));

    /// <summary>Never 304: what stands on a line moves without its tag.</summary>
    [Function("GetQuotaLine")]
    public Task Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LineRoute)] HttpRequest request, string concession, string year, string line) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => Checked(call, concession, year).CheckId("line", line).AskAsync(
            query => query.Law(),
            async law => Answers.FreshFrom(
                call, await read.RunAsync(concession, year, line, law.KnownAt, token), lines => QuotaLineAnswer.Of(lines[0]))));

    [Function("ListQuotaLines")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LinesRoute)] HttpRequest request, string concession, string year) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => Checked(call, concession, year).AskAsync(
            query => query.Law(),
            async law => Answers.From(
                call, await read.RunAsync(concession, year, null, law.KnownAt, token),
                lines => new Listing<QuotaLineAnswer>([.. lines.Select(QuotaLineAnswer.Of)], null))));

    private static Call Checked(Call call, string concession, string year) => call.CheckId("concession", concession).CheckId("year", year);
}
