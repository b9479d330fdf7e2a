using ArgaliConcessions.Functions.Http.Responses;

namespace ArgaliConcessions.Host.Local.Serving;

/// <summary>Keeps the limits of <c>host.json</c>: so many requests at once, so many waiting, the rest told to come back.</summary>
internal sealed class Throttle(RequestDelegate next, HostFile host) : IDisposable
{
    private readonly SemaphoreSlim _places = new(host.MaxConcurrentRequests);
    private int _outstanding;

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            if (Interlocked.Increment(ref _outstanding) > host.MaxOutstandingRequests) await new ProblemAnswer(Problem.Busy()).ExecuteAsync(http);
            else await WorkAsync(http);
        }
        finally
        {
            Interlocked.Decrement(ref _outstanding);
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task WorkAsync(HttpContext http)
    {
        await _places.WaitAsync(http.RequestAborted);
        try
        {
            await next(http);
        }
        finally
        {
            _places.Release();
        }
    }
}
