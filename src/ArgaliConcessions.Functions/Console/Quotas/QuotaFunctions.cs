using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.Quotas;

/// <summary>How far the quotas of a hunting year are used.</summary>
public sealed class QuotaFunctions(ConsoleDesk desk, ReadYearQuotas quotas)
{
    internal const string Route = "console/quotas";

    /// <summary><c>?year=</c> a hunting year's id; today's without it.</summary>
    [Function("ConsoleQuotas")]
    public Task Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        desk.ShowAsync(request, Access.Read, query => query.Id("year"), async (visit, year, cancel) =>
            visit.Page(await quotas.RunAsync(year, null, cancel), found => QuotaPage.Render(visit, found)));
}
