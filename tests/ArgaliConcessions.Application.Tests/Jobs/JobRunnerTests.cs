using System.Collections.Concurrent;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Application.Tests.Jobs;

public sealed class JobRunnerTests : JobsFixture
{
    private const int Parts = 10;

    /// <summary>Does ten parts of a minute each, with a checkpoint after each.</summary>
    private async Task<JobEnd> WorkAsync(JobContext context, List<int> done, CancellationToken cancellationToken)
    {
        for (var part = int.Parse(context.Job.Checkpoint ?? "0") + 1; part <= Parts; part++)
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            done.Add(part);
            if (!await context.CheckpointAsync($"{part}", new JobProgress(part, Parts), cancellationToken)) return new JobEnd.Yielded();
        }
        return new JobEnd.Done($"{done.Count}");
    }

    [Fact]
    public async Task RunAsync_TimeIsUp_YieldsAndTheNextFiringGoesOn()
    {
        var id = await CreateAsync();
        var other = await CreateAsync();
        var done = new List<int>();
        var runner = Runner(new Handler("sweep", (context, ct) => WorkAsync(context, done, ct)));
        Assert.Equal([new JobRun(id, "sweep", JobState.Waiting)], await runner.RunAsync(default));
        Assert.Equal(Enumerable.Range(1, 8), done);
        Assert.Equal(new JobProgress(8, Parts), (await JobAsync(id)).Progress);
        var second = await runner.RunAsync(default);
        Assert.Equal(new JobRun(id, "sweep", JobState.Done), second[0]);
        Assert.Equal(new JobRun(other, "sweep", JobState.Waiting), second[1]);
        Assert.Equal(Enumerable.Range(1, 10).Concat(Enumerable.Range(1, 6)), done);
    }

    [Fact]
    public async Task RunAsync_NothingToDo_Nothing() => Assert.Empty(await Runner().RunAsync(default));

    [Fact]
    public async Task RunAsync_KindOfAnother_IsLeftAlone()
    {
        var id = await CreateAsync("import");
        Assert.Empty(await Runner(new Handler("sweep", (_, _) => Task.FromResult<JobEnd>(new JobEnd.Done()))).RunAsync(default));
        Assert.Equal((JobState.Waiting, 0), ((await JobAsync(id)).State, (await JobAsync(id)).Attempts));
    }

    [Fact]
    public async Task RunAsync_HandlerFails_FailedWithItsError()
    {
        var id = await CreateAsync();
        var error = new JobError("badFile", "{\"line\":3}");
        await Runner(new Handler("sweep", (_, _) => Task.FromResult<JobEnd>(new JobEnd.Failed(error)))).RunAsync(default);
        Assert.Equal((JobState.Failed, error), ((await JobAsync(id)).State, (await JobAsync(id)).Error));
    }

    [Fact]
    public async Task RunAsync_HandlerThrows_OthersGoOnAndItIsTriedOnNextFirings()
    {
        string bad = await CreateAsync("bad"), good = await CreateAsync("good");
        var runs = 0;
        var runner = Runner(
            new Handler("bad", (_, _) => runs++ < 100 ? throw new InvalidOperationException("bug") : Task.FromResult<JobEnd>(new JobEnd.Done())),
            new Handler("good", (_, _) => Task.FromResult<JobEnd>(new JobEnd.Done())));
        var first = await runner.RunAsync(default);
        Assert.Equal([(bad, JobState.Waiting), (good, JobState.Done)], first.Select(run => (run.JobId, run.State!.Value)));
        Assert.Equal("bug", first[0].Fault!.Message);
        Assert.Equal(new JobError(JobError.Crashed, nameof(InvalidOperationException)), (await JobAsync(bad)).Error);
        for (var firing = 2; firing <= Options.MaxAttempts; firing++) await runner.RunAsync(default);
        Assert.Empty(await runner.RunAsync(default));
        Assert.Equal(Options.MaxAttempts, runs);
        Assert.Equal(new JobError(JobError.Abandoned, nameof(InvalidOperationException)), (await JobAsync(bad)).Error);
    }

    [Fact]
    public async Task RunAsync_HandlerThrowsAfterCheckpoints_IsNeverAbandoned()
    {
        var id = await CreateAsync();
        var runner = Runner(new Handler("sweep", async (context, ct) =>
        {
            var next = int.Parse(context.Job.Checkpoint ?? "0") + 1;
            await context.CheckpointAsync($"{next}", new JobProgress(next), ct);
            return next < 12 ? throw new IOException() : new JobEnd.Done();
        }));
        for (var firing = 0; firing < 12; firing++) await runner.RunAsync(default);
        Assert.Equal(JobState.Done, (await JobAsync(id)).State);
    }

    [Fact]
    public async Task RunAsync_LeaseLost_StopsAndLeavesTheJobToItsHolder()
    {
        var id = await CreateAsync();
        JobRecord? thief = null;
        var runner = Runner(new Handler("sweep", async (context, ct) =>
        {
            Time.Advance(Options.LeaseTime);
            thief = await TakeAsync("thief");
            await context.CheckpointAsync("mine", new JobProgress(), ct);
            throw new InvalidOperationException("unreachable");
        }));
        Assert.Equal([new JobRun(id, "sweep", null)], await runner.RunAsync(default));
        Assert.Equal(thief, await JobAsync(id));
    }

    [Fact]
    public async Task RunAsync_LeaseLostWithoutACheckpoint_ItsEndIsNotKept()
    {
        var id = await CreateAsync();
        var runner = Runner(new Handler("sweep", async (_, _) =>
        {
            Time.Advance(Options.LeaseTime);
            await TakeAsync("thief");
            return new JobEnd.Done("mine");
        }));
        Assert.Null(Assert.Single(await runner.RunAsync(default)).State);
        Assert.Equal((JobState.Running, null), ((await JobAsync(id)).State, (await JobAsync(id)).Result));
    }

    [Fact]
    public async Task RunAsync_Cancelled_GivesTheJobBack()
    {
        var id = await CreateAsync();
        using var stopping = new CancellationTokenSource();
        var runner = Runner(new Handler("sweep", async (context, ct) =>
        {
            await context.CheckpointAsync("1", new JobProgress(1), ct);
            await stopping.CancelAsync();
            ct.ThrowIfCancellationRequested();
            return new JobEnd.Done();
        }));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => runner.RunAsync(stopping.Token));
        var job = await JobAsync(id);
        Assert.Equal((JobState.Waiting, "1", 0), (job.State, job.Checkpoint, job.Attempts));
    }

    [Theory]
    [InlineData(31, 0.0)]
    [InlineData(32, 0.2)]
    public async Task RunAsync_RunnersRace_EveryPartOfEveryJobIsDone(int seed, double mishaps)
    {
        const int jobs = 15;
        var faulty = TestStores.Above(FaultyTable.Seeded(Table, seed, mishaps));
        for (var i = 0; i < jobs; i++) await CreateAsync();
        var done = new ConcurrentBag<(string Job, int Part)>();
        var ends = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() =>
            new JobRunner(new JobLeases(faulty, Time, new SeededIds(seed + i), Options), [new Handler("sweep", CountAsync)], Time, new SeededIds(seed + i), Options).RunAsync(default))));
        Assert.Equal(jobs, ends.SelectMany(runs => runs).Count(run => run.State == JobState.Done));
        Assert.Equal(jobs * 3, done.Count);
        Assert.Equal(jobs * 3, done.Distinct().Count());
        Assert.Empty(await RowsAsync("q/"));
        Assert.Equal(jobs, (await RowsAsync("w/")).Count);

        async Task<JobEnd> CountAsync(JobContext context, CancellationToken ct)
        {
            for (var part = 0; part < 3; part++)
            {
                done.Add((context.Job.Id, part));
                await context.CheckpointAsync($"{part}", new JobProgress(part), ct);
            }
            return new JobEnd.Done();
        }
    }

    [Fact]
    public async Task RunAsync_StoreBroken_Throws()
    {
        var broken = TestStores.Above(new FaultyTable(Table, () => Mishap.None, () => Mishap.Broken));
        var runner = new JobRunner(new JobLeases(broken, Time, Ids, Options), [], Time, Ids, Options);
        await Assert.ThrowsAsync<RecordStoreException>(() => runner.RunAsync(default));
    }
}
