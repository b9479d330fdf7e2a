using System.Net;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Host.Azure.Tests.Hosting;
using Xunit.Abstractions;

namespace ArgaliConcessions.Host.Azure.Tests;

/// <summary>Which function a request reaches behind the Functions host, which knows no order of routes but that of the functions' names.</summary>
[Collection(WorkerCollection.Name)]
public sealed class RoutingTests(WorkerFixture worker, ITestOutputHelper output) : HostTests(worker, output)
{
    [Fact]
    public async Task Request_ToEachRoute_ReachesItsOwnFunction()
    {
        var strays = new List<string>();
        foreach (var function in Host.Functions.Where(f => f.IsHttp && f.Methods is not null))
        {
            var path = string.Join('/', function.Route.Split('/').Select(s => s[0] == '{' ? "x" : s));
            foreach (var method in function.Methods!)
            {
                using var answer = await Host.Client().SendAsync(new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path));
                var reached = (await Host.InvocationsAsync())[^1].Function;
                if (reached != function.Name) strays.Add($"{method} {path}: {reached}, not {function.Name}");
            }
        }

        Assert.Empty(strays);
    }

    [Fact]
    public async Task Request_ToNoRoute_IsAnsweredInOurWords()
    {
        await ProblemAsync(await Host.Client().GetAsync("no/such/thing"), HttpStatusCode.NotFound, "route-not-found");
        Assert.Equal(RouteTable.CatchAllName, (await Host.InvocationsAsync())[^1].Function);
    }

    [Fact]
    public async Task Request_WithAnotherMethod_IsToldWhichAreServed()
    {
        using var answer = await Host.Client(Role.Authority).DeleteAsync("years/2014");

        await ProblemAsync(answer, HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        Assert.Equal(["GET", "PUT"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Request_HeadOrOptions_IsAnsweredByUs(string method)
    {
        using var answer = await Host.Client().SendAsync(new HttpRequestMessage(new HttpMethod(method), "health"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Request_InAnotherCase_ReachesItsFunction()
    {
        await Host.Client().GetAsync("KEYS");

        Assert.Equal("Keys", (await Host.InvocationsAsync())[^1].Function);
    }
}
