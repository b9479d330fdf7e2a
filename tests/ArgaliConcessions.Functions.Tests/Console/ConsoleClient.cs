using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace ArgaliConcessions.Functions.Tests.Console;

/// <summary>A browser without a screen: it keeps cookies, asks for pages, says where its forms stood, and follows no redirect by itself.</summary>
internal sealed partial class ConsoleClient : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };
    private readonly HttpClient _client;

    /// <param name="api">The address of the API, with its prefix and a slash.</param>
    public ConsoleClient(Uri api)
    {
        _client = new HttpClient(_handler) { BaseAddress = api };
        _client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    /// <summary>The value of a cookie that the console's pages are sent; null when there is none.</summary>
    public string? Cookie(string name) => _handler.CookieContainer.GetCookies(new Uri(_client.BaseAddress!, "console"))[name]?.Value;

    /// <summary>Puts a cookie there by hand.</summary>
    public void SetCookie(string name, string value) => _handler.CookieContainer.Add(new Uri(_client.BaseAddress!, "console"), new Cookie(name, value, new Uri(_client.BaseAddress!, "console").AbsolutePath));

    public Task<HttpResponseMessage> GetAsync(string route) => _client.GetAsync(route);

    public async Task<string> PageAsync(string route, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await GetAsync(route);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{route}: {(int)answer.StatusCode} {answer.Headers.Location} {text}");
        return text;
    }

    /// <summary>Asks for the page of long work, which the host does beside, until it says these words.</summary>
    public async Task<string> UntilAsync(string route, string words)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var page = await PageAsync(route);
            if (page.Contains(words, StringComparison.Ordinal)) return page;
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(1), page);
            await Task.Delay(100);
        }
    }

    /// <summary>Sends a form from a page of ours, unless the change says otherwise.</summary>
    public Task<HttpResponseMessage> PostAsync(string route, IEnumerable<KeyValuePair<string, string>> fields, Action<HttpRequestMessage>? change = null) =>
        PostAsync(route, new FormUrlEncodedContent(fields), change);

    public async Task<HttpResponseMessage> PostAsync(string route, HttpContent content, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, route) { Content = content };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        change?.Invoke(request);
        return await _client.SendAsync(request);
    }

    /// <summary>The hidden fields of the form that a page sends to an address, as the browser would send them, and more.</summary>
    public async Task<Dictionary<string, string>> FormAsync(string page, string action, params (string Name, string Value)[] more)
    {
        var form = FormsOf(await PageAsync(page)).Single(f => f.Action.Split('?')[0] == $"/api/{action}");
        var fields = HiddenField().Matches(form.Body).ToDictionary(m => WebUtility.HtmlDecode(m.Groups[1].Value), m => WebUtility.HtmlDecode(m.Groups[2].Value), StringComparer.Ordinal);
        foreach (var (name, value) in more) fields[name] = value;
        return fields;
    }

    /// <summary>Signs in by the page that was asked for, and answers the answer.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string token, string page = "console/sign-in") =>
        await PostAsync("console/sign-in", await FormAsync(page, "console/sign-in", ("token", token)));

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private static IEnumerable<(string Action, string Body)> FormsOf(string page) =>
        Form().Matches(page).Select(m => (WebUtility.HtmlDecode(m.Groups[1].Value), m.Groups[2].Value));

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\"[^>]*>(.*?)</form>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">", RegexOptions.NonBacktracking)]
    private static partial Regex HiddenField();
}
