using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Host.Azure.Tests.Hosting;
using Xunit.Abstractions;

namespace ArgaliConcessions.Host.Azure.Tests;

/// <summary>The same requests, about nothing that is registered, to both hosts, get the same answers.</summary>
[Collection(WorkerCollection.Name)]
[Trait("Category", "Azurite")]
public sealed partial class ParityTests(WorkerFixture worker, ITestOutputHelper output) : HostTests(worker, output)
{
    private static readonly string[] Ids =
    [
        "x", "%78", "x%20y", "a%2Fb", "a%252Fb", "a%5Cb", "%D0%BA%D0%B8%D1%80", "%F0%9F%90%8F", "a%0d%0ab", "%7f", "a'--", "%3Cscript%3E", "{id}", "a;b", "%25", "%u0041", "~", "A+B", "..%2f..", new('a', 3000),
    ];

    private static readonly string[] Others =
    [
        "GET no/such/thing", "GET jobs/x/", "GET HEALTH/x", "POST health", "HEAD health", "OPTIONS health", "PATCH authority", "TRACE authority", "GET authority?nonsense=1", "GET authority?lang=xx",
        "GET zones?lon=999&lat=38", "GET zones?LON=73&lat=38", "GET permits?status=perhaps", "GET permits?status=&status=", "GET years//1999", "GET years/1999/", "GET years/1999?id=2014", "GET jobs/x?Query=1&Headers=2&request=3",
    ];

    [AzuriteFact]
    public async Task Answers_OnBothHosts_AreTheSame()
    {
        var folder = Directory.CreateTempSubdirectory("argali-").FullName;
        try
        {
            using var local = await HostProcess.StartAsync(folder);
            var client = Host.Client(Role.Authority);
            foreach (var host in new[] { client, local.Authority }) Assert.True((await PutAsync(host, "authority", RegisterTests.Authority)).IsSuccessStatusCode);
            string[] routes = ["GET jobs/{0}", "GET permits/{0}", "GET concessions/{0}/zones/{0}", "GET compliance/findings/{0}", "PUT concessions/{0}"];
            var differences = new List<string>();
            foreach (var request in routes.SelectMany(r => Ids.Select(id => r.Replace("{0}", id, StringComparison.Ordinal))).Concat(Others))
            {
                var (here, there) = (await AskAsync(client, request), await AskAsync(local.Authority, request));
                if (here != there) differences.Add($"{request[..Math.Min(60, request.Length)]}\n  behind the Functions host: {here}\n  local: {there}");
            }

            Assert.True(differences.Count == 0, string.Join('\n', differences));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> AskAsync(HttpClient client, string request)
    {
        var words = request.Split(' ', 2);
        using var message = new HttpRequestMessage(new HttpMethod(words[0]), words[1]);
        if (words[0] == "PUT") message.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(message);
        var body = RequestId().Replace(await answer.Content.ReadAsStringAsync(), "");
        return $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {string.Join(',', answer.Content.Headers.Allow)} {body}";
    }

    [GeneratedRegex("\"requestId\":\"[^\"]*\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RequestId();
}
