using ArgaliConcessions.Application.Jobs;

namespace ArgaliConcessions.Application.Tests.Jobs;

public sealed class JobLeasesTests : JobsFixture
{
    [Fact]
    public async Task TakeNextAsync_SeveralWait_OldestFirst()
    {
        string first = await CreateAsync(), second = await CreateAsync(), third = await CreateAsync();
        Assert.Equal([first, second, third], new[] { (await TakeAsync())!.Id, (await TakeAsync())!.Id, (await TakeAsync())!.Id });
        Assert.Null(await TakeAsync());
    }

    [Fact]
    public async Task TakeNextAsync_Unwanted_IsPassedOver()
    {
        await CreateAsync("import");
        var sweep = await CreateAsync("sweep");
        Assert.Equal(sweep, (await Leases.TakeNextAsync("one", job => job.Kind == "sweep", default))!.Id);
    }

    [Fact]
    public async Task TakeNextAsync_Taken_RunsUnderALease()
    {
        var id = await CreateAsync();
        var taken = await TakeAsync();
        Assert.Equal((JobState.Running, 1), (taken!.State, taken.Attempts));
        Assert.Equal(new JobLease("one", Instant.FromUtc(2015, 9, 1, 6, 3, 1), 1), taken.Lease);
        Assert.Equal(taken, await JobAsync(id));
    }

    [Fact]
    public async Task TakeNextAsync_LeaseRanOut_AnotherTakesItAndTheFirstIsFenced()
    {
        var id = await CreateAsync();
        var first = (await TakeAsync("one"))!;
        Time.Advance(Options.LeaseTime - TimeSpan.FromTicks(1));
        Assert.Null(await TakeAsync("two"));
        Time.Advance(TimeSpan.FromTicks(1));
        var second = (await TakeAsync("two"))!;
        Assert.Equal(("two", 2), (second.Lease!.Owner, second.Lease.Fence));
        Assert.Null(await Leases.CheckpointAsync(first, "late", new JobProgress(9), default));
        Assert.Null(await Leases.CompleteAsync(first, "late", default));
        Assert.Null(await Leases.FailAsync(first, new JobError("late"), default));
        Assert.Null(await Leases.ReleaseAsync(first, null, default));
        Assert.Equal(second, await JobAsync(id));
        Assert.NotNull(await Leases.CheckpointAsync(second, "mine", new JobProgress(1), default));
    }

    [Fact]
    public async Task CheckpointAsync_Held_KeepsItAndRenewsTheLease()
    {
        await CreateAsync();
        var job = (await TakeAsync())!;
        for (var part = 1; part <= 5; part++)
        {
            Time.Advance(TimeSpan.FromMinutes(2));
            job = (await Leases.CheckpointAsync(job, $"{part}", new JobProgress(part, 5, "judging"), default))!;
            Assert.Null(await TakeAsync("two"));
        }
        Assert.Equal(("5", new JobProgress(5, 5, "judging"), 0), (job.Checkpoint, job.Progress, job.Attempts));
        Assert.Equal(job, await JobAsync(job.Id));
    }

    [Fact]
    public async Task CheckpointAsync_LeaseRanOutButNobodyCame_IsKept()
    {
        await CreateAsync();
        var job = (await TakeAsync())!;
        Time.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await Leases.CheckpointAsync(job, "1", new JobProgress(1), default));
        Assert.Null(await TakeAsync("two"));
    }

    [Fact]
    public async Task CompleteAsync_Held_EndsItForGood()
    {
        var id = await CreateAsync();
        var done = await Leases.CompleteAsync((await TakeAsync())!, "{\"ok\":1}", default);
        Assert.Equal((JobState.Done, "{\"ok\":1}", Instant.FromUtc(2015, 9, 1, 6, 0, 1)), (done!.State, done.Result, done.EndedAt));
        Assert.Equal(done, await JobAsync(id));
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await TakeAsync());
        Assert.Null(await Leases.CheckpointAsync(done, "more", new JobProgress(), default));
        Assert.Empty(await RowsAsync("q/"));
    }

    [Fact]
    public async Task ReleaseAsync_TimeUp_WaitsWithItsCheckpointAndNoAttemptCounted()
    {
        await CreateAsync();
        var job = await Leases.CheckpointAsync((await TakeAsync())!, "half", new JobProgress(1, 2), default);
        await Leases.ReleaseAsync(job!, null, default);
        var again = (await TakeAsync("two"))!;
        Assert.Equal(("half", 1, 2), (again.Checkpoint, again.Attempts, again.Lease!.Fence));
    }

    [Fact]
    public async Task TakeNextAsync_TooManyAttemptsWithoutACheckpoint_Failed()
    {
        var id = await CreateAsync();
        for (var attempt = 1; attempt <= Options.MaxAttempts; attempt++)
        {
            Assert.Equal(attempt, (await TakeAsync())!.Attempts);
            Time.Advance(Options.LeaseTime);
        }
        Assert.Null(await TakeAsync());
        Assert.Equal((JobState.Failed, JobError.Abandoned), ((await JobAsync(id)).State, (await JobAsync(id)).Error!.Code));
        Assert.Empty(await RowsAsync("q/"));
    }

    [Fact]
    public async Task AnyChange_ManyTimes_LeavesOneWitnessAJob()
    {
        await CreateAsync();
        await CreateAsync();
        var job = (await TakeAsync())!;
        for (var i = 0; i < 10; i++) job = (await Leases.CheckpointAsync(job, $"{i}", new JobProgress(i), default))!;
        Assert.Equal(2, (await RowsAsync("w/")).Count);
    }

    [Fact]
    public async Task TakeNextAsync_ManyTakers_EachJobOnce()
    {
        for (var i = 0; i < 20; i++) await CreateAsync();
        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => TakeAsync($"owner-{i}"))));
        Assert.Equal(20, taken.OfType<JobRecord>().Select(job => job.Id).Distinct().Count());
        Assert.Equal(20, taken.Count(job => job is null));
    }
}
