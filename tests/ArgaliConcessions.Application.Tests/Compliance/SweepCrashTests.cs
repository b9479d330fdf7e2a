using ArgaliConcessions.Tests;
using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;

namespace ArgaliConcessions.Application.Tests.Compliance;

public sealed class SweepCrashTests
{
    [Fact]
    public async Task Sweep_DyingAtEveryCommit_EndsAsIfNothingHadHappened()
    {
        using var whole = await PlantedAsync();
        whole.Register.Store.ResetCounts();
        var commits = await CommitsAsync(whole);
        var expected = await ResultAsync(whole);
        Assert.InRange(commits, 8, 60);
        for (var at = 1; at < commits; at++)
        {
            using var broken = await PlantedAsync();
            await DyingAsync(broken, at, landsFirst: at % 2 == 0);
            Assert.Equal(expected, await ResultAsync(broken));
        }
    }

    [Fact]
    public async Task Sweep_TwoInstancesAtOnce_OneSweepsAndTheOtherStandsBack()
    {
        using var register = await PlantedAsync();
        var other = new SweepHost(register.Register.Store, TimeProvider.System, new SeededIds(99));
        var here = new SweepHost(register.Register.Store, TimeProvider.System, new SeededIds(98));
        await here.Requests.RunAsync("clerk", "a", "", default);
        await here.Requests.RunAsync("clerk", "b", "", default);
        for (var firing = 0; firing < 5; firing++)
        {
            var done = await Task.WhenAll(here.Runner.RunAsync(default), other.Runner.RunAsync(default));
            Assert.All(done.SelectMany(runs => runs), run => Assert.Null(run.Fault));
        }
        var runs = await register.Register.Store.ListAsync(Partitions.Runs, new RowRange("r/"), default).Select(record => RecordJson.Read<Run>(record.Payload)).ToListAsync();
        Assert.Equal(2, runs.Count);
        Assert.All(runs, run => Assert.Equal(RunState.Complete, run.State));
        // One began only after the other had ended, so the second found everything known.
        var (first, second) = runs[0].FinishedAt < runs[1].FinishedAt ? (runs[0], runs[1]) : (runs[1], runs[0]);
        Assert.True(first.FinishedAt <= second.StartedAt);
        Assert.Equal(first.Id, second.Previous);
        Assert.Equal(first.Totals! with { Changes = second.Totals!.Changes }, second.Totals);
        Assert.Equal((first.Totals.Standing, 0), (first.Totals.Changes.New, second.Totals.Changes.New));
    }

    [Fact]
    public async Task Sweep_OutOfTime_GoesOnAtTheNextFiring()
    {
        using var register = await PlantedAsync();
        var hurried = new SweepHost(register.Register.Store, register.Register.Time, register.Register.Ids, new JobsOptions { WorkTime = TimeSpan.FromMinutes(1) });
        var asked = (Outcome<Run>.Done)await hurried.Requests.RunAsync("clerk", "a", "", default);
        register.Register.Store.BeforeCommit = partition =>
        {
            if (partition.StartsWith("run/", StringComparison.Ordinal)) register.Register.Time.Advance(TimeSpan.FromMinutes(2));
            return Task.CompletedTask;
        };
        var firings = 0;
        for (; (await hurried.Runs.FindAsync(asked.Value.Id, default))!.State != RunState.Complete; firings++) await hurried.Runner.RunAsync(default);
        Assert.InRange(firings, 3, 10);
        Assert.Equal(2, (await hurried.Runs.LatestAsync(default))!.Totals!.Standing);
    }

    [Fact]
    public async Task Sweep_GivenUp_LeavesAFailedRunAndTheNextOneTakesItsPlace()
    {
        using var register = await PlantedAsync();
        var asked = (Outcome<Run>.Done)await register.Host.Requests.RunAsync("clerk", "a", "", default);
        register.Register.Store.BeforeCommit = partition =>
            partition.StartsWith("run/", StringComparison.Ordinal) ? throw new RecordStoreException("no room left") : Task.CompletedTask;
        for (var attempt = 0; attempt <= new JobsOptions().MaxAttempts; attempt++) await register.Host.Runner.RunAsync(default);
        var failed = await register.Host.Runs.FindAsync(asked.Value.Id, default);
        Assert.Equal(RunState.Failed, failed!.State);
        Assert.Equal(failed.Id, (await register.Host.Health.ReadAsync(default)).Failed?.Id);
        register.Register.Store.BeforeCommit = null;
        var next = await register.SweepAsync();
        Assert.Null((await register.Host.Health.ReadAsync(default)).Failed);
        Assert.Equal(RunState.Failed, (await register.Host.Runs.FindAsync(failed.Id, default))!.State);
        Assert.Equal(next.Id, (await register.Host.Runs.LatestAsync(default))!.Id);
    }

    private static async Task<SweepRegister> PlantedAsync()
    {
        var register = await SweepRegister.OpenAsync();
        await register.WriteAsync(SweepRegister.Permit(1), SweepRegister.Kill());
        await register.WriteAsync(SweepRegister.Permit(2) with { Ranges = [new DateInterval(new(2015, 3, 5), new(2015, 3, 10))] });
        await register.WriteAsync(SweepRegister.Permit(1, "demo-south"), SweepRegister.Kill(concession: "demo-south"), SweepRegister.Kill("h2", "demo-south"));
        return register;
    }

    private static async Task<int> CommitsAsync(SweepRegister register)
    {
        await register.SweepAsync();
        return register.Register.Store.Commits;
    }

    /// <summary>Lets the program die at a commit, and starts it anew until the sweep is done.</summary>
    private static async Task DyingAsync(SweepRegister register, int at, bool landsFirst)
    {
        var store = register.Register.Store;
        await register.Host.Requests.RunAsync("clerk", "key-1", "", default);
        store.DieAfter(at - 1, landsFirst);
        await RunAsync(register);
        store.Revive();
        register.Register.Time.Advance(TimeSpan.FromMinutes(10));
        for (var firing = 0; firing < 5 && await register.Host.Runs.LatestAsync(default) is null; firing++) await RunAsync(register);
    }

    private static async Task RunAsync(SweepRegister register)
    {
        var reborn = new SweepHost(register.Register.Store, register.Register.Time, register.Register.Ids);
        try
        {
            await reborn.Runner.RunAsync(default);
        }
        catch (RecordStoreException)
        {
            // The store is gone for this process: what it would have done is left to the next one.
        }
    }

    /// <summary>Totals, partial results and findings, without ids and instants that depend on when the run was asked for.</summary>
    private static async Task<string> ResultAsync(SweepRegister register)
    {
        var run = (await register.Host.Runs.LatestAsync(default))!;
        var lines = new List<string> { $"{run.State} {run.Totals}" };
        await foreach (var place in register.Host.Results.ListAsync(run.Id, default))
        {
            lines.Add($"{place.Concession}/{place.Year}: {place.Judged} {place.Flagged} {place.NotJudged} {place.Standing} {place.Changes} {place.Chunks} "
                + $"{string.Join(' ', place.Rules)} {string.Join(' ', place.Unanswered.Select(one => (one.Rule, one.Missing, one.Count)))} {string.Join(' ', place.Lines)}");
        }
        await foreach (var finding in register.Host.Results.FindingsAsync(run.Id, default)) lines.Add($"{finding.Id} {finding.Status} {finding.Change.Kind} {finding.Change.Run == run.Id}");
        return string.Join('\n', lines);
    }
}
