using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Quotas;

/// <summary>National quotas of a hunting year.</summary>
public sealed class NationalQuotaFunctions(Endpoint endpoint, PutNationalQuota put, ReadNationalQuotas read)
{
    private const string QuotaRoute = "quotas/{year}/{taxon}";

    [Function("PutNationalQuota")]
    public Task Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = QuotaRoute)] HttpRequest request, string year, string taxon) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.ReadAsync(body => NationalQuotaWire.Read(body, year, taxon), async draft => Answers.From(
            call, await put.RunAsync(draft, call.Precondition(), call.Actor(), token), NationalQuotaAnswer.Of, _ => $"quotas/{year}/{taxon}")));

    /// <summary>Never 304: what is allocated of it and the survey that it rests on move without its tag.</summary>
    [Function("GetNationalQuota")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = QuotaRoute)] HttpRequest request, string year, string taxon) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => q.Law(), async query =>
            Answers.FreshFrom(call, await read.RunAsync(year, taxon, query, token), quotas => NationalQuotaAnswer.Of(quotas[0]))));

    [Function("ListNationalQuotas")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "quotas/{year}")] HttpRequest request, string year) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => q.Law(), async query => Answers.From(
            call, await read.RunAsync(year, null, query, token), quotas => new Listing<NationalQuotaAnswer>([.. quotas.Select(NationalQuotaAnswer.Of)], null))));
}
