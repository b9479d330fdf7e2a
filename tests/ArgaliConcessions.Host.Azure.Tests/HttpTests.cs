using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Host.Azure.Tests.Hosting;
using ArgaliConcessions.Host.Azure.Tests.Protocol;
using Xunit.Abstractions;
using Yarp.ReverseProxy.Forwarder;

namespace ArgaliConcessions.Host.Azure.Tests;

/// <summary>HTTP through the worker that needs no store.</summary>
[Collection(WorkerCollection.Name)]
public sealed class HttpTests(WorkerFixture worker, ITestOutputHelper output) : HostTests(worker, output)
{
    [Fact]
    public async Task Keys_NoToken_AnswersJson()
    {
        using var answer = await Host.Client().GetAsync("keys");

        Assert.Equal(1, (await JsonAsync(answer, HttpStatusCode.OK)).GetProperty("keys").GetArrayLength());
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Register_NoToken_IsRefused()
    {
        using var answer = await Host.Client().GetAsync("authority");

        await ProblemAsync(answer, HttpStatusCode.Unauthorized, "token-missing");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Theory]
    [InlineData("{\"names\":")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Put_BrokenJson_IsRefused(string body)
    {
        using var answer = await PutAsync(Host.Client(Role.Authority), "authority", body);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Put_BodyOverTheLimit_IsRefused(bool stated)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "authority") { Content = Json(new string(' ', Intake.Json.MaxBytes + 1)) };
        request.Headers.TransferEncodingChunked = !stated;
        using var answer = await Host.Client(Role.Authority).SendAsync(request);

        await ProblemAsync(answer, HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Fact]
    public async Task Import_LargestBody_IsReadToItsEnd()
    {
        // Kestrel's own limit, 30,000,000 bytes, lies below ours.
        using var answer = await ImportAsync(Intake.LargestBody);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.NotEqual(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Import_OneByteMore_IsRefused()
    {
        using var answer = await ImportAsync(Intake.LargestBody + 1);

        await ProblemAsync(answer, HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Fact]
    public async Task Invocations_OfAllKinds_SucceedAndReturnNothing()
    {
        // What a function returned would be serialised a second time; what it threw would become an empty 200.
        await Host.Client().GetAsync("keys");
        await Host.Client().GetAsync("authority");
        await Host.Client().GetAsync("no/such/thing");
        await PutAsync(Host.Client(Role.Authority), "authority", "{");
        await PutAsync(Host.Client(Role.Inspector), "authority", "{}");

        Assert.All((await Host.InvocationsAsync()).TakeLast(5), i =>
        {
            Assert.Equal((i.Request, ForwarderError.None, StatusResult.Types.Status.Success), (i.Request, i.Forwarding, i.Response.Result.Status));
            Assert.Equal((i.Request, null), (i.Request, i.Response.ReturnValue));
            Assert.Empty(i.Response.OutputData);
        });
    }

    [Fact]
    public async Task Call_WithAnInvocationHeaderOfItsOwn_IsServed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "keys");
        request.Headers.Add(FrontDoor.InvocationHeader, "chosen-by-the-caller");

        Assert.Equal(HttpStatusCode.OK, (await Host.Client().SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Status_AfterStart_IsAnswered() => Assert.NotNull((await Host.AskStatusAsync()).WorkerStatusResponse);

    private async Task<HttpResponseMessage> ImportAsync(int bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "imports/permits?source=ledger") { Content = new StringContent(new string('x', bytes), Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        request.Headers.Add("Idempotency-Key", $"size-{bytes}");
        return await Host.Client(Role.Authority).SendAsync(request);
    }
}
