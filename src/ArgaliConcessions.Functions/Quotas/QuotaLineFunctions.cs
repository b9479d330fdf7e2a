using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Quotas;

/// <summary>Quota lines of a concession's hunting year, with what stands on them.</summary>
public sealed class QuotaLineFunctions(Endpoint endpoint, SetQuotaLine set, ReadQuotaLines read)
{
    [Function("PutQuotaLine")]
    public Task Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = LineCalls.LineRoute)] HttpRequest request, string concession, string year, string line) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.CheckLine(concession, year, line).ReadAsync(
            body => QuotaLineWire.Read(body, concession, year, line, call.Precondition()),
            async asked => Answers.From(
                call, await set.RunAsync(asked, call.Actor(), token), QuotaLineAnswer.Of, _ => LineCalls.Address(concession, year, line))));

    /// <summary>Never 304: what stands on a line moves without its tag.</summary>
    [Function("GetQuotaLine")]
    public Task Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LineCalls.LineRoute)] HttpRequest request, string concession, string year, string line) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.CheckLine(concession, year, line).AskAsync(
            query => query.Law(),
            async law => Answers.FreshFrom(
                call, await read.RunAsync(concession, year, line, law.KnownAt, token), lines => QuotaLineAnswer.Of(lines[0]))));

    [Function("ListQuotaLines")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LineCalls.LinesRoute)] HttpRequest request, string concession, string year) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.CheckYear(concession, year).AskAsync(
            query => query.Law(),
            async law => Answers.From(
                call, await read.RunAsync(concession, year, null, law.KnownAt, token),
                lines => new Listing<QuotaLineAnswer>([.. lines.Select(QuotaLineAnswer.Of)], null))));
}
