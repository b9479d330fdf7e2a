using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Compliance.Sweeping;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Tests.Compliance;

public sealed class FindingDiffTests : IAsyncLifetime
{
    private static readonly FindingPlace Place = FindingPlace.Ledger("KT7", "demo-north", "2014");
    private static readonly RuleAnswers Nothing = new([], []);
    private TestRegister register = null!;

    public async Task InitializeAsync() => register = await TestRegister.OpenAsync();

    public Task DisposeAsync()
    {
        register.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task TakeAsync_SecondReadingSaysOtherwise_WritesNothing()
    {
        var diff = await OpenAsync();
        var last = await diff.TakeAsync(Flagging("p1"), _ => Task.FromResult(Nothing), default);
        await diff.ResolveAsync(Gone, null, default);
        Assert.Empty(last.Flagged);
        Assert.Empty(await FindingsAsync());
    }

    [Fact]
    public async Task TakeAsync_OnlySecondReadingFlags_WaitsForTheNextRun()
    {
        var diff = await OpenAsync();
        await diff.TakeAsync(Flagging("p1"), _ => Task.FromResult(Flagging("p2")), default);
        await diff.ResolveAsync(Gone, null, default);
        Assert.Empty(await FindingsAsync());
    }

    [Fact]
    public async Task ResolveAsync_StillThereWhenAskedAgain_StaysOpen()
    {
        await WriteAsync("p1");
        await (await OpenAsync()).ResolveAsync((_, _, _) => Task.FromResult(false), null, default);
        Assert.Equal(FindingStatus.Open, Assert.Single(await FindingsAsync()).Status);
        await (await OpenAsync()).ResolveAsync(Gone, null, default);
        Assert.Equal(FindingStatus.Resolved, Assert.Single(await FindingsAsync()).Status);
    }

    [Fact]
    public async Task TakeAsync_MoreThanACommitHolds_WritesAllInSeveral()
    {
        register.Store.ResetCounts();
        await WriteAsync([.. Enumerable.Range(0, 200).Select(i => $"p{i}")]);
        Assert.Equal(200, (await FindingsAsync()).Count);
        Assert.Equal(3, register.Store.Commits);
    }

    private async Task WriteAsync(params string[] permits)
    {
        var diff = await OpenAsync();
        foreach (var permit in permits) await diff.TakeAsync(Flagging(permit), _ => Task.FromResult(Flagging(permit)), default);
        await diff.ResolveAsync(Gone, null, default);
    }

    private Task<FindingDiff> OpenAsync()
    {
        var run = new Run { Id = "r1", RequestedAt = Instant.FromUtc(2014, 9, 1, 6, 0), RequestedBy = "test" };
        var sweep = new SweepContext(run, new DuplicateIndex(), _ => Task.CompletedTask);
        return FindingDiff.OpenAsync(register.Store, new FindingWriter(register.Chain, register.Store), sweep, Place, default);
    }

    private async Task<List<Finding>> FindingsAsync() =>
        await register.Store.ListAsync(Place.Partition, new RowRange(FindingPlace.RowPrefix), default).Select(record => RecordJson.Read<Finding>(record.Payload)).ToListAsync();

    private static Task<bool> Gone(string? permit, string hash, CancellationToken cancellationToken) => Task.FromResult(true);

    private static RuleAnswers Flagging(string permit) => new([FlaggedCases.Of(permit)], []);
}

/// <summary>Cases to flag.</summary>
internal static class FlaggedCases
{
    public static FlaggedCase Of(string permit, Severity severity = Severity.Violation, int days = 3) => new(
        new RuleInfo("R01", "out-of-season", []),
        new RuleAnswer.Flagged(FindingSubject.Permit(permit), severity, FindingCause.AtIssue, Evidence.Of(("days", days)), []), permit);
}
