using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Http.Tokens;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Host.Local.Demo;
using ArgaliConcessions.Host.Local.Serving;
using ArgaliConcessions.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Tests.Demo;

/// <summary>A running local host with the demo's data, or a variant of it, in a folder of its own; its day is 1 October 2017.</summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    private readonly RunningServer _server;

    private DemoWorld(RunningServer server, string folder)
    {
        (_server, Folder) = (server, folder);
        Client = new DemoClient(Api, Token);
        Loading = new DemoLoading(Client);
    }

    public string Folder { get; }

    public IServiceProvider Services => _server.Services;

    public DemoClient Client { get; }

    /// <summary>The address of the API, with a slash at the end.</summary>
    public Uri Api => new(_server.Address, "api/");

    /// <summary>A token of the authority.</summary>
    public string Token => Services.GetRequiredService<TokenIssuer>().Issue(Role.Authority, []);

    public DemoLoading Loading { get; }

    /// <param name="copyOf">A folder whose store to begin with; null for an empty one.</param>
    public static async Task<DemoWorld> StartAsync(string? copyOf = null)
    {
        var folder = Directory.CreateTempSubdirectory("argali-demo-").FullName;
        foreach (var file in copyOf is null ? [] : Directory.GetFiles(copyOf)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var settings = new LocalSettings(folder, 0, new TestClock(new DateTimeOffset(2017, 10, 1, 6, 0, 0, TimeSpan.Zero)))
        {
            // Sweeps are run by hand here.
            Overrides = new Dictionary<string, string?>(StoreUnderTest.Settings(folder)) { ["NightlySweepSchedule"] = "0 0 0 29 2 *" },
        };
        return new DemoWorld(await LocalServer.StartAsync(settings, CancellationToken.None), folder);
    }

    /// <summary>Stops the host and keeps its folder.</summary>
    public async Task StopAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A client without the demo's words, for a role.</summary>
    public HttpClient Plain(Role role)
    {
        var client = new HttpClient { BaseAddress = new Uri(_server.Address, "api/") };
        client.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", Services.GetRequiredService<TokenIssuer>().Issue(role, []));
        return client;
    }

    public Task PutLawAsync(DemoVariant variant) => Loading.PutLawAsync(variant.Law, resume: false, CancellationToken.None);

    /// <summary>Imports all lists into a store that has only the law.</summary>
    public async Task ImportAsync(DemoVariant variant)
    {
        await ImportAsync(variant.Lists);
        await Loading.ReplaceLostPaperAsync(CancellationToken.None);
    }

    /// <summary>Imports some lists, as next month's into a store that has them from before.</summary>
    public async Task ImportAsync(IEnumerable<EditableList> lists)
    {
        foreach (var list in lists) await Loading.ImportAsync(list.List, list.Write(), CancellationToken.None);
    }

    /// <summary>Sweeps, then answers what stands and what could not be judged, in the words of <see cref="PlantedCase.Expected"/>.</summary>
    public async Task<IReadOnlyList<string>> SweepAsync()
    {
        var run = await Loading.SweepAsync(Guid.NewGuid().ToString(), CancellationToken.None);
        return await ReadAsync((string)run["id"]!);
    }

    /// <summary>What a run found.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string run)
    {
        var papers = await PapersAsync();
        var results = Services.GetRequiredService<RunResults>();
        var said = new List<string>();
        await foreach (var finding in results.FindingsAsync(run, CancellationToken.None))
        {
            // A run also tells which findings it closed.
            if (finding.Status == FindingStatus.Resolved) continue;
            said.Add(new PlantedFinding(finding.Rule, Named(finding.Subject, papers), Camel(finding.Severity), Camel(finding.Cause)).ToString());
        }

        await foreach (var place in results.ListAsync(run, CancellationToken.None))
        {
            foreach (var gap in place.Unanswered)
            {
                Assert.Equal(gap.Count, gap.Subjects.Length);
                said.AddRange(gap.Subjects.Select(subject => new PlantedGap(gap.Rule, Named(subject, papers), gap.Missing).ToString()));
            }
        }

        return said;
    }

    /// <summary>The paper that each permit's row in the list bears, by its number.</summary>
    private async Task<Dictionary<string, string>> PapersAsync()
    {
        var files = Services.GetRequiredService<PermitFiles>();
        var permits = new List<Permit>();
        foreach (var (concession, year) in Ledgers)
        {
            await foreach (var file in files.ListAsync(concession, year, CancellationToken.None)) permits.Add(file.Permit);
        }

        return permits.GroupBy(FirstPaper, StringComparer.Ordinal)
            .SelectMany(g => g.Select(p => (p.Number, Name: g.Count() == 1 ? g.Key : $"{g.Key}@{p.Concession}")))
            .ToDictionary(p => p.Number, p => p.Name, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Concession, string Year)> Ledgers =>
        new DemoVariant().Lists.Where(l => l.List.Kind == "permits")
            .SelectMany(list => list.Keys.Select(key => (list.Cell(key, "concession"), list.Cell(key, "year")))).Distinct();

    private static string FirstPaper(Permit permit) => (permit.VoidedPapers.IsEmpty ? permit.Paper! : permit.VoidedPapers[0].Paper).ToString();

    private static string Named(FindingSubject subject, Dictionary<string, string> papers)
    {
        var parts = subject.Id.Split('/');
        var id = papers.TryGetValue(parts[0], out var paper) ? string.Join('/', parts.Skip(1).Prepend(paper)) : subject.Id;
        return $"{Camel(subject.Type)} {id}";
    }

    private static string Camel<T>(T value) where T : struct, Enum => Json.Camel(value.ToString());
}
