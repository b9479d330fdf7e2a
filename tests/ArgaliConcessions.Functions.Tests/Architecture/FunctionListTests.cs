using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Functions.Tests.Hostile;
using ArgaliConcessions.Functions.Tests.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Tests.Architecture;

/// <summary>
/// One list of functions, told three times: by the contract, by reflection (as the Azure build's generator finds them), and by
/// the local host's router. What the real worker reports is held to it by ArgaliConcessions.Host.Azure.Tests.
/// </summary>
public sealed class FunctionListTests
{
    private static readonly IReadOnlyList<FunctionEntry> All = FunctionList.In(typeof(Registration).Assembly);
    private static readonly IEnumerable<FunctionEntry> Http = All.Where(f => f.Http is not null && f.Route != RouteTable.CatchAll);

    [Fact]
    public void HttpFunctions_FoundByReflection_AreThoseOfTheContract() => Assert.Equal(
        ApiTable.Rows.Select(r => $"{r.Function} {r.Method} {r.Route} Anonymous").Order(StringComparer.Ordinal),
        Http.Select(f => $"{f.Name} {f.Methods.Single()} {f.Route} {f.Http!.AuthLevel}").Order(StringComparer.Ordinal));

    [Fact]
    public void Contract_WhatIsNotBuilt_IsReallyMissing() =>
        Assert.Empty(ApiTable.Missing.Intersect(Http.Select(f => $"{f.Methods.Single()} {f.Route}"), StringComparer.Ordinal));

    [Fact]
    public void TimerFunctions_FoundByReflection_AreThoseWithTheirSchedules() =>
        Assert.Equal(ApiTable.Timers, All.Where(f => f.Timer is not null).Select(f => $"{f.Name} {f.Timer!.Schedule}"));

    [Fact]
    public void Functions_AllOfThem_AreHttpTimerOrTheCatchAll() =>
        Assert.Equal(All.Count, ApiTable.Rows.Count + ApiTable.Timers.Count + All.Count(f => f.Name == RouteTable.CatchAllName));

    [Fact]
    public async Task LocalHost_AsItIsRouted_ServesTheSame()
    {
        var host = await LocalHost.StartAsync();
        try
        {
            var served = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["any"]).Select(method => $"{method} {e.RoutePattern.RawText}"));
            var expected = ApiTable.Rows.Select(r => $"{r.Method} api/{r.Route}").Append("GET /").Append("GET /console/{**page}").Append($"any {RouteTable.CatchAll}");
            Assert.Equal(expected.Order(StringComparer.Ordinal), served.Order(StringComparer.Ordinal));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }
}
