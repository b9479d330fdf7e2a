using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ArgaliConcessions.Functions.Tests.Http;

public sealed class EndpointTests
{
    [Fact]
    public async Task Failure_Unknown_Is500WithoutItsTextAndIsLogged()
    {
        await using var probe = await Probe.StartAsync(Access.Public, (_, _) => throw new InvalidOperationException("the secret of the house"));
        var answer = await probe.Client(null).GetAsync("probe");

        var problem = await Task.FromResult(answer).ProblemAsync(HttpStatusCode.InternalServerError, "internal-error");
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(problem.GetProperty("requestId").GetString(), answer.Headers.GetValues("X-Request-Id").Single());
        Assert.Contains(probe.Log.Lines, l => l.Level == LogLevel.Error && l.Text.Contains("the secret of the house", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failure_OfTheStore_Is503WithRetryAfter()
    {
        await using var probe = await Probe.StartAsync(Access.Public, (_, _) => throw new RecordStoreException("disk", TimeSpan.FromSeconds(6.2)));
        var answer = await probe.Client(null).GetAsync("probe");

        await Task.FromResult(answer).ProblemAsync(HttpStatusCode.ServiceUnavailable, "store-unavailable");
        Assert.Equal(TimeSpan.FromSeconds(7), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task Failure_WhileTheAnswerIsWritten_IsAProblemAsLongAsNothingIsOut()
    {
        await using var probe = await Probe.StartAsync(Access.Public, (call, _) => Task.FromResult(Answers.Ok(call, new Unwritable())));

        await probe.Client(null).GetAsync("probe").ProblemAsync(HttpStatusCode.InternalServerError, "internal-error");
    }

    [Fact]
    public async Task Failure_HalfWayThroughTheAnswer_CutsTheConnection()
    {
        await using var probe = await Probe.StartAsync(Access.Public, (_, _) => Task.FromResult(Answers.Csv("half.csv", async (writer, cancellationToken) =>
        {
            await writer.WriteAsync(new string('x', 200_000));
            await writer.FlushAsync(cancellationToken);
            throw new InvalidOperationException("half");
        })));

        await Assert.ThrowsAnyAsync<Exception>(() => probe.Client(null).GetStringAsync("probe"));
    }

    [Fact]
    public async Task Csv_WrittenWithoutAwaiting_ComesWholeWithItsMark()
    {
        await using var probe = await Probe.StartAsync(Access.Public, (_, _) => Task.FromResult(Answers.Csv("long.csv", (writer, _) =>
        {
            for (var row = 0; row < 100_000; row++) writer.Write("Мургаб;1\r\n");
            return Task.CompletedTask;
        })));

        var answer = await probe.Client(null).GetAsync("probe");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal("\uFEFFМургаб;1\r\n", Encoding.UTF8.GetString(bytes.AsSpan(0, 19)));
        Assert.Equal(3 + (100_000 * 16), bytes.Length);
        Assert.Equal("attachment; filename=\"long.csv\"", answer.Content.Headers.ContentDisposition?.ToString());
    }

    [Fact]
    public async Task Caller_GoneAway_LeavesNoErrorInTheLog()
    {
        var begun = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        await using var probe = await Probe.StartAsync(Access.Public, async (call, cancellationToken) =>
        {
            begun.SetResult();
            await using var registration = cancellationToken.Register(() => ended.TrySetResult());
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Answers.Ok(call, "");
        });
        using var leaving = new CancellationTokenSource();
        var asking = probe.Client(null).GetAsync("probe", leaving.Token);
        await begun.Task;
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.DoesNotContain(probe.Log.Lines, l => l.Level >= LogLevel.Error);
    }

    [Theory]
    [InlineData(1024 * 1024, HttpStatusCode.OK)]
    [InlineData(1024 * 1024 + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Body_AtTheBound_IsTakenAndPastItRefused(int bytes, HttpStatusCode expected)
    {
        await using var probe = await EchoAsync(Intake.Json);

        Assert.Equal(expected, (await probe.Client(null).PostAsync("probe", Sized(bytes, chunked: false))).StatusCode);
        Assert.Equal(expected, (await probe.Client(null).PostAsync("probe", Sized(bytes, chunked: true))).StatusCode);
    }

    [Theory]
    [InlineData("application/json", null, HttpStatusCode.OK)]
    [InlineData("application/json; charset=\"UTF-8\"", null, HttpStatusCode.OK)]
    [InlineData("application/geo+json", null, HttpStatusCode.OK)]
    [InlineData("application/json", "identity", HttpStatusCode.OK)]
    [InlineData("application/json; charset=windows-1251", null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "gzip", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/csv", null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("nonsense", null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData(null, null, HttpStatusCode.UnsupportedMediaType)]
    public async Task Body_OfAType_IsTakenOrRefused(string? type, string? encoding, HttpStatusCode expected)
    {
        await using var probe = await EchoAsync(Intake.Json);
        using var content = new ByteArrayContent("{}"u8.ToArray());
        if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (encoding is not null) content.Headers.ContentEncoding.Add(encoding);

        Assert.Equal(expected, (await probe.Client(null).PostAsync("probe", content)).StatusCode);
    }

    [Fact]
    public async Task Body_OfAnImport_MayBeCsvInItsOwnCharset()
    {
        await using var probe = await EchoAsync(Intake.Import with { KeyRequired = false });
        using var content = new ByteArrayContent([0xcf, 0xe0]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv; charset=Windows-1251");

        var echo = await probe.Client(null).PostAsync("probe", content).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("windows-1251", echo.GetProperty("charset").GetString());
        Assert.Equal(2, echo.GetProperty("bytes").GetInt32());
    }

    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired)]
    [InlineData("k", HttpStatusCode.OK)]
    [InlineData("has space", HttpStatusCode.UnprocessableEntity)]
    public async Task IdempotencyKey_WhereItIsRequired_MustBeThere(string? key, HttpStatusCode expected)
    {
        await using var probe = await EchoAsync(Intake.Creation);

        Assert.Equal(expected, (await probe.Client(null).PostJsonAsync("probe", "{}", key)).StatusCode);
    }

    [Theory]
    [InlineData(128, HttpStatusCode.OK)]
    [InlineData(129, HttpStatusCode.UnprocessableEntity)]
    public async Task IdempotencyKey_HasItsLength(int length, HttpStatusCode expected)
    {
        await using var probe = await EchoAsync(Intake.Creation);

        Assert.Equal(expected, (await probe.Client(null).PostJsonAsync("probe", "{}", new string('k', length))).StatusCode);
    }

    [Theory]
    [InlineData("\"a\"", HttpStatusCode.NotModified)]
    [InlineData("W/\"a\", \"b\"", HttpStatusCode.OK)]
    [InlineData("\"b\", \"a\"", HttpStatusCode.NotModified)]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("a", HttpStatusCode.UnprocessableEntity)]
    [InlineData("\"a", HttpStatusCode.UnprocessableEntity)]
    public async Task Get_WithIfNoneMatch_AnswersByTheTag(string header, HttpStatusCode expected)
    {
        await using var probe = await Probe.StartAsync(Access.Public, (call, _) => Task.FromResult(Answers.Ok(call, new { x = 1 }, "a")));
        using var request = new HttpRequestMessage(HttpMethod.Get, "probe");
        request.Headers.TryAddWithoutValidation("If-None-Match", header);

        var answer = await probe.Client(null).SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        if (expected != HttpStatusCode.UnprocessableEntity) Assert.Equal("\"a\"", answer.Headers.ETag?.Tag);
    }

    [Theory]
    [InlineData(RefusalKind.Invalid, 422)]
    [InlineData(RefusalKind.Conflict, 409)]
    [InlineData(RefusalKind.NotFound, 404)]
    [InlineData(RefusalKind.Forbidden, 403)]
    [InlineData(RefusalKind.Stale, 412)]
    [InlineData(RefusalKind.ConditionRequired, 428)]
    [InlineData(RefusalKind.KeyReused, 422)]
    [InlineData(RefusalKind.Busy, 503)]
    [InlineData(RefusalKind.TooLarge, 413)]
    public async Task Refusal_OfAUseCase_IsAProblemWithAllItsReasons(RefusalKind kind, int status)
    {
        Outcome<string> outcome = Refusal.Because(kind, "busy", Reason.Of("out-of-season", "/ranges/0", ("daysOutside", 13)), Reason.Of("no-animals-left"));
        await using var probe = await Probe.StartAsync(Access.Public, (call, _) => Task.FromResult(Answers.From(call, outcome, text => text)));

        var problem = await probe.Client(null).GetAsync("probe").ProblemAsync((HttpStatusCode)status, "busy");
        Assert.Equal(["out-of-season", "no-animals-left"], problem.GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("code").GetString()));
        Assert.Equal(13, problem.GetProperty("reasons")[0].GetProperty("evidence").GetProperty("daysOutside").GetInt32());
        Assert.Equal(["/ranges/0 out-of-season"], problem.Errors());
    }

    [Fact]
    public async Task Outcome_OfSomethingNew_IsCreatedWithItsAddressAndTag()
    {
        Outcome<string> outcome = new Outcome<string>.Done("demo-north", Created: true, ETag: "3-1");
        await using var probe = await Probe.StartAsync(Access.Public, (call, _) => Task.FromResult(Answers.From(call, outcome, id => new { id }, id => $"concessions/{id}")));

        var answer = await probe.Client(null).GetAsync("probe");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("/api/concessions/demo-north", answer.Headers.Location?.ToString());
        Assert.Equal("\"3-1\"", answer.Headers.ETag?.Tag);
    }

    [Theory]
    [InlineData(null, null, "en")]
    [InlineData(null, "ru", "ru")]
    [InlineData(null, "fr, ru-TJ;q=0.8, en;q=0.7", "ru")]
    [InlineData(null, "tg-TJ, en;q=0.7", "ru")]
    [InlineData(null, "ru;q=0.1, en;q=0.2", "en")]
    [InlineData(null, "ru;q=0", "en")]
    [InlineData(null, "*;q=0.5, ru;q=0.4", "en")]
    [InlineData(null, ";;q=,,,", "en")]
    [InlineData("ru", "en", "ru")]
    [InlineData("RU-ru", null, "ru")]
    public async Task Language_OfACall_IsTheParametersElseTheHeaders(string? lang, string? accept, string expected)
    {
        await using var probe = await Probe.StartAsync(Access.Public, (_, _) => Task.FromResult(Answers.NotFound("route")));
        using var request = new HttpRequestMessage(HttpMethod.Get, lang is null ? "probe" : $"probe?lang={lang}");
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept-Language", accept);

        var answer = await probe.Client(null).SendAsync(request);
        Assert.Equal(expected, answer.Content.Headers.ContentLanguage.Single());
    }

    [Fact]
    public async Task Language_ThatWeDoNotHave_IsAFaultOfTheParameter()
    {
        await using var probe = await EchoAsync(Intake.Json);

        var problem = await probe.Client(null).GetAsync("probe?lang=fr").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal(["lang unknown-value"], problem.Errors());
    }

    [Theory]
    [InlineData("my-own-id", true)]
    [InlineData("with\u00a0blank", false)]
    public async Task RequestId_OfTheCaller_IsKeptWhenFitToBeLogged(string id, bool kept)
    {
        await using var probe = await EchoAsync(Intake.Json);
        using var request = new HttpRequestMessage(HttpMethod.Get, "probe");
        request.Headers.TryAddWithoutValidation("X-Request-Id", id);

        var answer = await probe.Client(null).SendAsync(request);
        Assert.Equal(kept, answer.Headers.GetValues("X-Request-Id").Single() == id);
    }

    private static Task<Probe> EchoAsync(Intake intake) => Probe.StartAsync(Access.Public, intake, (call, _) =>
        Task.FromResult(Answers.Ok(call, new { bytes = call.Body.Bytes.Length, charset = call.Body.Charset, sha256 = call.Body.Sha256 })));

    private static HttpContent Sized(int bytes, bool chunked)
    {
        var body = Encoding.ASCII.GetBytes(new string(' ', bytes));
        HttpContent content = chunked ? new StreamContent(new Unsized(body)) : new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    private sealed class Unwritable
    {
        public string Text => throw new InvalidOperationException("cannot be written");
    }
}
