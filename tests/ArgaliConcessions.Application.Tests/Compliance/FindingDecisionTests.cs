using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Tests.Given;

namespace ArgaliConcessions.Application.Tests.Compliance;

public sealed class FindingDecisionTests : IAsyncLifetime
{
    private SweepRegister register = null!;
    private Finding finding = null!;

    public async Task InitializeAsync()
    {
        register = await SweepRegister.OpenAsync();
        await register.WriteAsync(SweepRegister.Permit(1) with { Ranges = [new DateInterval(new(2015, 3, 5), new(2015, 3, 10))] });
        await register.SweepAsync();
        finding = await register.FindingAsync("R01");
    }

    public Task DisposeAsync()
    {
        register.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task RunAsync_Waived_StaysSoUntilTheEvidenceChanges()
    {
        Assert.Equal(FindingStatus.Waived, Done(await DecideAsync(FindingStatus.Waived)).Status);
        await register.SweepAsync();
        var waived = await register.FindingAsync("R01");
        Assert.Equal((FindingStatus.Waived, "clerk", "because"), (waived.Status, waived.Decisions[0].By, waived.Decisions[0].Reason));
        await register.WriteAsync(SweepRegister.Permit(1) with { Ranges = [new DateInterval(new(2015, 3, 5), new(2015, 3, 12))] });
        await register.SweepAsync();
        Assert.Equal(FindingStatus.Open, (await register.FindingAsync("R01")).Status);
    }

    [Fact]
    public async Task RunAsync_Settled_IsNotDugOutAgain()
    {
        await DecideAsync(FindingStatus.Resolved);
        await register.SweepAsync();
        var settled = await register.FindingAsync("R01");
        Assert.Equal((FindingStatus.Resolved, FindingEnd.Settled), (settled.Status, settled.End));
        Assert.Equal("finding-resolved", Refused(await DecideAsync(FindingStatus.Waived, "k2")).Code);
    }

    [Fact]
    public async Task RunAsync_SameKeyAgain_AnswersTheSameAndWritesNothing()
    {
        var first = Done(await DecideAsync(FindingStatus.Acknowledged));
        var commits = register.FindingCommits;
        var again = Done(await DecideAsync(FindingStatus.Acknowledged));
        Assert.Equal((first.Status, first.Decisions.Length, commits), (again.Status, again.Decisions.Length, register.FindingCommits));
        Assert.Equal("idempotency-key-reused", Refused(await DecideAsync(FindingStatus.Acknowledged, "k", "other body")).Code);
        Assert.Equal("finding-already-so", Refused(await DecideAsync(FindingStatus.Acknowledged, "k2")).Code);
    }

    [Theory]
    [InlineData("KT7-2014-0123456789abcdef")]
    [InlineData("XX-zone-0123456789abcdef")]
    [InlineData("nonsense")]
    public async Task RunAsync_UnknownId_IsNotFound(string id) =>
        Assert.Equal("finding-not-found", Refused(await register.Host.Decisions.RunAsync(new FindingOrder(id, FindingStatus.Waived, "r", "k", ""), TestRegister.Clerk, default)).Code);

    [Fact]
    public async Task ReadAsync_ByFilters_FindsWhatFits()
    {
        Assert.Single((await ListAsync(new FindingFilter(FindingStatus.Open, "R01", "demo-north", "2014", null))).Findings);
        Assert.Empty((await ListAsync(new FindingFilter(FindingStatus.Waived, null, null, null, null))).Findings);
        Assert.Empty((await ListAsync(new FindingFilter(null, "R02", null, null, null))).Findings);
        Assert.Empty((await ListAsync(new FindingFilter(null, null, "demo-south", null, null))).Findings);
        Assert.Empty((await ListAsync(new FindingFilter(null, null, null, "2015", null))).Findings);
        Assert.Empty((await ListAsync(new FindingFilter(null, null, null, null, ["demo-south"]))).Findings);
    }

    [Fact]
    public async Task ReadAsync_PageByPage_GivesEachFindingOnce()
    {
        for (var serial = 2; serial <= 30; serial++)
        {
            await register.WriteAsync(SweepRegister.Permit(serial, serial % 2 == 0 ? "demo-north" : "demo-south") with { Ranges = [new DateInterval(new(2015, 3, 5), new(2015, 3, 10))] });
        }
        await register.SweepAsync();
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await ListAsync(new FindingFilter(null, "R01", null, null, null), after, 7);
            Assert.InRange(page.Findings.Count, 0, 7);
            seen.AddRange(page.Findings.Select(one => one.Id));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(30, seen.Count);
        Assert.Equal(30, seen.Distinct(StringComparer.Ordinal).Count());
    }

    private Task<FindingPage> ListAsync(FindingFilter filter, string? after = null, int limit = 100) => register.Host.List.ReadAsync(filter, after, limit, default);

    private Task<Outcome<Finding>> DecideAsync(FindingStatus status, string key = "k", string body = "") =>
        register.Host.Decisions.RunAsync(new FindingOrder(finding.Id, status, "because", key, body), TestRegister.Clerk, default);

    private static Finding Done(Outcome<Finding> outcome) => Assert.IsType<Outcome<Finding>.Done>(outcome).Value;

    private static Refusal Refused(Outcome<Finding> outcome) => Assert.IsType<Outcome<Finding>.Refused>(outcome).Refusal;
}
