using System.Net.Http.Headers;
using System.Text;
using ArgaliConcessions.Functions.Spreadsheets;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Imports;

/// <summary>A host with a small register, into which tests import lists of their own sources.</summary>
public sealed class ImportHost : IAsyncLifetime
{
    private int _keys;

    public LocalHost Host { get; private set; } = null!;

    public HttpClient Authority => Host.Authority;

    public async Task InitializeAsync()
    {
        Host = await LocalHost.StartAsync();
        await SmallRegister.EnterAsync(Authority);
    }

    public Task DisposeAsync() => Host.DisposeAsync();

    public Task<HttpResponseMessage> SendAsync(string route, byte[] list, string type = WorkbookWriter.MediaType, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, route) { Content = new ByteArrayContent(list) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.Add("Idempotency-Key", $"list-{Interlocked.Increment(ref _keys)}");
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return Authority.SendAsync(request);
    }

    public Task<HttpResponseMessage> SendCsvAsync(string route, string csv, string? accept = null) => SendAsync(route, Encoding.UTF8.GetBytes(csv), "text/csv", accept);

    /// <summary>Imports to the end; the job's id and its answer.</summary>
    public async Task<(string Job, System.Text.Json.JsonElement Answer)> ImportAsync(string route, byte[] list)
    {
        var job = (await SendAsync(route, list).JsonAsync(System.Net.HttpStatusCode.Accepted)).GetProperty("job").GetString()!;
        for (var tries = 0; tries < 200; tries++)
        {
            await Host.RunTimerAsync("RunJobs");
            var answer = await Authority.GetAsync($"jobs/{job}").JsonAsync(System.Net.HttpStatusCode.OK);
            if (answer.GetProperty("state").GetString() is "done" or "failed") return (job, answer);
            await Task.Delay(50);
        }

        throw new InvalidOperationException($"Job {job} does not end.");
    }
}
