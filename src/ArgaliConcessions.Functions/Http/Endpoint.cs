using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ArgaliConcessions.Functions.Http;

/// <summary>
/// Every HTTP function runs its work through here: the caller is admitted or not, the body bounded, the answer
/// executed, and whatever goes wrong becomes a problem+json. Returns plain <see cref="Task"/>, because the isolated
/// worker would serialise a returned result a second time and turn an exception into an empty 200.
/// </summary>
public sealed partial class Endpoint(Gate gate, ApiOptions options, ILogger<Endpoint> logger)
{
    /// <summary>Runs a route that takes at most a small JSON document.</summary>
    public Task RunAsync(HttpRequest request, Access access, Func<Call, CancellationToken, Task<IResult>> work) =>
        RunAsync(request, access, Intake.Json, work);

    /// <param name="access">Who may call the route.</param>
    /// <param name="intake">What it takes in.</param>
    /// <param name="work">Makes the answer; cancelled when the caller goes away.</param>
    public Task RunAsync(HttpRequest request, Access access, Intake intake, Func<Call, CancellationToken, Task<IResult>> work) =>
        RunAsync(request, access, intake, work, problem => new ProblemAnswer(problem));

    /// <summary>As above, for those who tell of problems in another way.</summary>
    internal async Task RunAsync(
        HttpRequest request, Access access, Intake intake, Func<Call, CancellationToken, Task<IResult>> work, Func<Problem, IResult> explain)
    {
        var http = request.HttpContext;
        var cancellationToken = http.RequestAborted;
        SetHeaders(request);
        try
        {
            var answer = await AnswerAsync(request, access, intake, work, cancellationToken);
            await (answer is ProblemAnswer { Problem: var problem } ? explain(problem) : answer).ExecuteAsync(http);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The caller has gone: nobody is there to read an answer.
        }
        catch (Exception failure)
        {
            await ExplainAsync(http, failure, explain);
        }
    }

    private async Task<IResult> AnswerAsync(
        HttpRequest request, Access access, Intake intake, Func<Call, CancellationToken, Task<IResult>> work, CancellationToken cancellationToken)
    {
        var (caller, barred) = await gate.AdmitAsync(request, access, cancellationToken);
        if (caller is null) return new ProblemAnswer(barred!);
        var (context, faulty) = ReadContext(request, intake);
        if (context is null) return new ProblemAnswer(faulty!);
        var (body, refused) = await BodyIntake.ReadAsync(request, intake, cancellationToken);
        if (body is null) return new ProblemAnswer(refused!);
        return await work(new Call(request, caller, context, body), cancellationToken);
    }

    private (CallContext? Context, Problem? Problem) ReadContext(HttpRequest request, Intake intake)
    {
        var faults = new Faults();
        HeaderReader.CheckLanguage(request, faults);
        var conditions = HeaderReader.ConditionsOf(request, faults);
        var key = HeaderReader.IdempotencyKey(request, faults);
        if (faults.Any) return (null, Problem.Invalid(faults.List));
        if (key is null && intake.KeyRequired) return (null, new Problem(StatusCodes.Status428PreconditionRequired, "idempotency-key-required"));
        return (new CallContext(HeaderReader.LanguageOf(request), HeaderReader.RequestId(request), conditions, key, options.RoutePrefix), null);
    }

    private static void SetHeaders(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers["X-Request-Id"] = HeaderReader.RequestId(request);
        headers.XContentTypeOptions = "nosniff";
        // A signed link stands in the address: it must not leak to the next site.
        headers["Referrer-Policy"] = "no-referrer";
        headers.Vary = "Authorization, Accept, Accept-Language";
    }

    private async Task ExplainAsync(HttpContext http, Exception failure, Func<Problem, IResult> explain)
    {
        var problem = Failures.Problem(failure);
        if (problem.Status >= StatusCodes.Status500InternalServerError || http.Response.HasStarted) LogFailure(logger, failure, HeaderReader.RequestId(http.Request), http.Request.Method, http.Request.Path);
        if (http.Response.HasStarted)
        {
            // Half an answer is out: cutting the connection is the only honest end.
            http.Abort();
            return;
        }

        http.Response.Clear();
        AnswerTexts.Of(http).Clear();
        SetHeaders(http.Request);
        await explain(problem).ExecuteAsync(http);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {RequestId} failed: {Method} {Path}")]
    private static partial void LogFailure(ILogger logger, Exception failure, string requestId, string method, PathString path);
}
