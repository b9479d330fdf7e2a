using System.Net;
using System.Text.RegularExpressions;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Console;

/// <summary>The sweep that is asked for, the queue of what it found, and the decisions on it.</summary>
public sealed partial class FindingPageTests(FindingPageTests.Swept swept) : IClassFixture<FindingPageTests.Swept>
{
    private const string Queue = "console/findings";

    [Fact]
    public async Task Queue_OfAllFindings_HasTheMostSevereAndOldestFirst()
    {
        using var client = await swept.Console.SignedInAsync(Role.Auditor);
        var page = await client.PageAsync($"{Queue}?status=any");
        var severities = Marks().Matches(page).Select(m => m.Groups[1].Value).ToList();

        Assert.Contains("violation", severities);
        Assert.Contains("to be checked", severities);
        Assert.Equal(severities.OrderByDescending(s => s, StringComparer.Ordinal), severities);
    }

    [Fact]
    public async Task Finding_InTheQueue_HasWordsEvidencePermitAndAct()
    {
        using var client = await swept.Console.SignedInAsync(Role.Authority);
        var page = await client.PageAsync($"{Queue}?rule=R01&status=any&concession=north&year=2014");

        Assert.Contains("1 finding.", page, StringComparison.Ordinal);
        Assert.Contains("Order on the hunt, 12, 1 July 2014", page, StringComparison.Ordinal);
        Assert.Contains("/api/console/permits/TJ-2014-NOR-", page, StringComparison.Ordinal);
        Assert.Contains("<code>daysOutside</code>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rule=R99&status=&concession=&year=", "0 findings.")]
    [InlineData("status=resolved", "0 findings.")]
    [InlineData("concession=elsewhere&status=any", "0 findings.")]
    [InlineData("page=200", "Page 200 of 1")]
    public async Task Queue_NarrowedDownToNothing_SaysSo(string query, string words)
    {
        using var client = await swept.Console.SignedInAsync(Role.Authority);
        Assert.Contains(words, await client.PageAsync($"{Queue}?{query}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status=gone")]
    [InlineData("status=open&status=any")]
    [InlineData("page=0")]
    [InlineData("page=9999999")]
    [InlineData("concession=NORTH")]
    [InlineData("rule=aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("color=red")]
    public async Task Queue_AskedForWrongly_IsRefused(string query)
    {
        using var client = await swept.Console.SignedInAsync(Role.Authority);
        await client.PageAsync($"{Queue}?{query}", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Waiver_WithAReason_IsKeptWithItAndDoneOnce()
    {
        using var client = await swept.Console.SignedInAsync(Role.Authority);
        var address = await FirstAsync(client, "R01");
        var form = await client.FormAsync(address, address, ("status", "waived"), ("reason", "The winter was late <b>."));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var answer = await client.PostAsync(address, form);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        var page = await client.PageAsync($"{address}?decided=true");
        Assert.Contains("Done. The finding is now: waived.", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("The winter was late &lt;b&gt;.").Length);
        using var again = await client.PostAsync(address, await client.FormAsync(address, address, ("status", "waived"), ("reason", "Again.")));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Theory]
    [InlineData("waived", null, "f-reason")]
    [InlineData("acknowledged", "x", "f-reason", 3000)]
    [InlineData("open", "Why not.", "one of")]
    [InlineData("<b>", "Why not.", "one of")]
    public async Task Decision_ThatIsNone_IsRefusedAndWritesNothing(string status, string? reason, string told, int times = 1)
    {
        using var client = await swept.Console.SignedInAsync(Role.Authority);
        var address = await FirstAsync(client, null);
        var form = await client.FormAsync(address, address, ("status", status), ("reason", string.Concat(Enumerable.Repeat(reason ?? "", times))));
        var before = await StorePrint.OfAsync(swept.Console.Host);
        using var answer = await client.PostAsync(address, form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(told, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await StorePrint.OfAsync(swept.Console.Host));
    }

    [Fact]
    public async Task Auditor_AtAFinding_ReadsItAndCannotDecide()
    {
        using var authority = await swept.Console.SignedInAsync(Role.Authority);
        using var client = await swept.Console.SignedInAsync(Role.Auditor);
        var address = await FirstAsync(client, null);
        Assert.DoesNotContain("name=\"reason\"", await client.PageAsync(address), StringComparison.Ordinal);
        using var answer = await client.PostAsync(address, await authority.FormAsync(address, address, ("status", "waived"), ("reason", "Mine.")));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Holder_OfAnotherConcession_SeesNoneOfIt()
    {
        using var authority = await swept.Console.SignedInAsync(Role.Authority);
        using var stranger = await swept.Console.SignedInAsync(Role.Holder, "elsewhere");
        var address = await FirstAsync(authority, null);

        Assert.Contains("0 findings.", await stranger.PageAsync(Queue), StringComparison.Ordinal);
        await stranger.PageAsync(address, HttpStatusCode.Forbidden);
        await stranger.PageAsync($"{Queue}?concession=north", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Finding_ThatIsNotThere_Is404()
    {
        using var client = await swept.Console.SignedInAsync(Role.Authority);
        await client.PageAsync($"{Queue}/NOR-2014-0123456789abcdef", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Report_OfTheSweep_IsThereForWhoeverHasSignedIn()
    {
        using var auditor = await swept.Console.SignedInAsync(Role.Auditor);
        using var inspector = await swept.Console.SignedInAsync(Role.Inspector);

        Assert.Contains("Demo authority", await auditor.PageAsync(swept.Report), StringComparison.Ordinal);
        Assert.Contains("Demo authority", await auditor.PageAsync("console/reports/latest"), StringComparison.Ordinal);
        await auditor.PageAsync("console/reports/nonsense", HttpStatusCode.NotFound);
        await inspector.PageAsync(swept.Report, HttpStatusCode.Forbidden);
        Assert.DoesNotContain("Run now", await auditor.PageAsync("console/runs"), StringComparison.Ordinal);
    }

    private static async Task<string> FirstAsync(ConsoleClient client, string? rule) =>
        Address().Match(await client.PageAsync($"{Queue}?status=any{(rule is null ? "" : $"&rule={rule}")}")).Groups[1].Value;

    [GeneratedRegex("<span class=\"mark\">. ([^<]*)</span>", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();

    [GeneratedRegex("<a href=\"/api/(console/findings/[A-Z0-9a-z-]+)\">", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    /// <summary>A register with an unlawful permit from a paper list, and a sweep that was asked for in the console.</summary>
    public sealed class Swept : IAsyncLifetime
    {
        private const string List = "concession,year,line,taxon,sex,number,from,to,zones,hunter,issuedOn,issuedBy\nNOR,2014,rams,polii,male,0009,2014-12-20,2014-12-30,valley,John Smith,2014-09-15,Clerk One\n";

        public ConsoleHost Console { get; } = new();

        /// <summary>The address that the page of the sweep leads to.</summary>
        public string Report { get; private set; } = "";

        public async Task InitializeAsync()
        {
            await Console.InitializeAsync();
            using var request = new HttpRequestMessage(HttpMethod.Post, "imports/permits?source=office") { Content = HttpAnswers.Json(List, "text/csv") };
            request.Headers.Add("Idempotency-Key", "list");
            var job = (await Console.Host.Authority.SendAsync(request).JsonAsync(HttpStatusCode.Accepted)).GetProperty("job").GetString();
            using var client = await Console.SignedInAsync(Role.Authority);
            await client.UntilAsync($"console/jobs/{job}", "Imported.");
            var form = await client.FormAsync("console/runs", "console/runs");
            using var first = await client.PostAsync("console/runs", form);
            using var second = await client.PostAsync("console/runs", form);
            Assert.Equal(first.Headers.Location, second.Headers.Location);
            var run = first.Headers.Location!.ToString()["/api/".Length..];
            await client.UntilAsync(run, "The register is checked.");
            Report = run.Replace("/runs/", "/reports/", StringComparison.Ordinal);
        }

        public Task DisposeAsync() => Console.DisposeAsync();
    }
}
