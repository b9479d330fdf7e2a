using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;

namespace ArgaliConcessions.Host.Local.Serving;

/// <summary>Catches what fails outside the endpoint helper (a function class that cannot be made): logged, and answered in our own words.</summary>
internal sealed partial class LastResort(RequestDelegate next, ILogger<LastResort> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            var problem = Failures.Problem(failure);
            if (problem.Status >= StatusCodes.Status500InternalServerError) LogFailure(logger, failure, http.Request.Method, http.Request.Path);
            http.Response.Clear();
            await new ProblemAnswer(problem).ExecuteAsync(http);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed outside its function")]
    private static partial void LogFailure(ILogger logger, Exception failure, string method, PathString path);
}
