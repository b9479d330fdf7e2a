using System.Net;
using System.Text.Json.Nodes;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Functions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Tests.Registry;

public sealed class YearAndQuotaTests(RegistryHost registry) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task Year_IdNotOfFirstDayOrTooLongOrInverted_IsRefused()
    {
        var problem = await registry.PutAsync("years/2016", Bodies.Year(2015).With("to", "2018-01-01")).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal(["/from year-id-not-of-first-day", "/to year-too-long"], problem.Errors());

        problem = await registry.PutAsync("years/2016", Bodies.Year(2016).With("to", "2016-06-30")).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal(["/to ends-before-it-begins"], problem.Errors());
    }

    [Fact]
    public async Task Years_ThatShareADay_AreBothThere()
    {
        await registry.DoneAsync("years/2024", new JsonObject { ["from"] = "2024-02-15", ["to"] = "2025-02-15", ["label"] = "2024/25" }, HttpStatusCode.Created);
        await registry.DoneAsync("years/2025", new JsonObject { ["from"] = "2025-02-15", ["to"] = "2026-02-15", ["label"] = "2025/26" }, HttpStatusCode.Created);

        var list = await registry.Authority.GetAsync("years?on=2025-02-15").JsonAsync(HttpStatusCode.OK);

        Assert.Equal(["2024", "2025"], list.GetProperty("items").EnumerateArray().Select(y => y.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Year_SealedAndOpenedAgain_NeedsTheTag()
    {
        await registry.DoneAsync("years/2010", Bodies.Year(2010), HttpStatusCode.Created);
        await registry.PutAsync("years/2010", Bodies.Year(2010).With("sealed", true)).ProblemAsync(HttpStatusCode.PreconditionRequired, "precondition-required");

        var (body, etag) = await registry.DoneAsync("years/2010", Bodies.Year(2010).With("sealed", true), HttpStatusCode.OK, "\"1.1\"");

        Assert.True(body.GetProperty("sealed").GetBoolean());
        Assert.Equal("\"2.2\"", etag);
        await registry.DoneAsync("years/2010", Bodies.Year(2010), HttpStatusCode.OK, etag);
    }

    [Fact]
    public async Task Quota_UnknownYearOrTaxon_IsNotFound()
    {
        await registry.PutAsync("quotas/1999/polii", Bodies.Quota(1)).ProblemAsync(HttpStatusCode.NotFound, "year-not-found");
        await registry.PutAsync("quotas/2015/yeti", Bodies.Quota(1)).ProblemAsync(HttpStatusCode.NotFound, "taxon-not-found");
        await registry.Authority.GetAsync("quotas/2015/ibex").ProblemAsync(HttpStatusCode.NotFound, "quota-not-found");
        await registry.PutAsync("quotas/2015/polii", Bodies.Quota(-1)).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task Quota_LoweredBelowAllocated_NeedsAReason()
    {
        await registry.DoneAsync("quotas/2015/argali", Bodies.Quota(80), HttpStatusCode.Created);
        await AllocateAsync("2015", "argali", 60);

        var problem = await registry.PutAsync("quotas/2015/argali", Bodies.Quota(50), "\"1.1\"").ProblemAsync(HttpStatusCode.Conflict, "quota-below-allocated");
        var (lowered, _) = await registry.DoneAsync(
            "quotas/2015/argali", Bodies.Quota(50).With("acceptOverAllocation", "Lines are lowered next week"), HttpStatusCode.OK, "\"1.1\"");

        Assert.Equal(60, problem.GetProperty("reasons")[0].GetProperty("evidence").GetProperty("allocated").GetInt32());
        Assert.Equal((60, -10), (lowered.GetProperty("allocated").GetInt32(), lowered.GetProperty("unallocated").GetInt32()));
        var list = await registry.Authority.GetAsync("quotas/2015").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(50, list.GetProperty("items").EnumerateArray().Single(q => q.GetProperty("taxon").GetString() == "argali").GetProperty("animals").GetInt32());
    }

    private async Task AllocateAsync(string year, string taxon, int animals)
    {
        var store = registry.Host.Services.GetRequiredService<IRecordStore>();
        var chain = registry.Host.Services.GetRequiredService<ChainWriter>();
        var row = QuotaRows.National(year, taxon);
        await chain.DecideAsync<bool>(Partitions.Law, new Actor("test", "authority", "r"), async (_, token) =>
        {
            var quota = (await store.ReadAsync<NationalQuotaRow>(Partitions.Law, row, token))!;
            return new ChainDecision<bool>.Write("test", [new ChainChange(TypedRecords.Put(row, quota, quota.Value with { Allocated = animals }))], true);
        }, CancellationToken.None);
    }
}
