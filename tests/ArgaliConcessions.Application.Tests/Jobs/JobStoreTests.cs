using ArgaliConcessions.Application.Jobs;

namespace ArgaliConcessions.Application.Tests.Jobs;

public sealed class JobStoreTests : JobsFixture
{
    private static readonly JobKey Key = new("clerk POST /runs", "key-1", "body-a");

    [Fact]
    public async Task CreateAsync_NewJob_WaitsAndWakesTheRunner()
    {
        var created = await Jobs.CreateAsync(new NewJob("sweep", "clerk", "{\"year\":2014}"), default);
        var job = await JobAsync(created.JobId!);
        Assert.Equal(("sweep", JobState.Waiting, "clerk", "{\"year\":2014}", 0), (job.Kind, job.State, job.CreatedBy, job.Arguments, job.Attempts));
        Assert.Equal(Instant.FromUtc(2015, 9, 1, 6, 0), job.CreatedAt);
        Assert.Null(job.Lease);
        Assert.True(Waker.WaitAsync(default).IsCompletedSuccessfully);
        Assert.False(Waker.WaitAsync(default).IsCompleted);
    }

    [Fact]
    public async Task FindAsync_NoSuchJob_Null() => Assert.Null(await Jobs.FindAsync("none", default));

    [Fact]
    public async Task CreateAsync_SameKeyAndBody_SameJob()
    {
        Assert.Null(await Jobs.FindByKeyAsync(Key, default));
        var id = await CreateAsync(key: Key);
        var again = new JobCreation(JobCreationStatus.Existing, id);
        Assert.Equal(again, await Jobs.CreateAsync(new NewJob("sweep", "clerk", Key: Key), default));
        Assert.Equal(again, await Jobs.FindByKeyAsync(Key, default));
        Assert.Single(await RowsAsync("j/"));
    }

    [Fact]
    public async Task CreateAsync_SameKeyOtherBody_OtherRequest()
    {
        await CreateAsync(key: Key);
        var other = await Jobs.CreateAsync(new NewJob("sweep", "clerk", Key: Key with { BodySha256 = "body-b" }), default);
        Assert.Equal(new JobCreation(JobCreationStatus.OtherRequest, null), other);
        Assert.Single(await RowsAsync("j/"));
    }

    [Fact]
    public async Task CreateAsync_SameKeyOtherScope_AnotherJob()
    {
        var one = await CreateAsync(key: Key);
        Assert.NotEqual(one, await CreateAsync(key: Key with { Scope = "other POST /runs" }));
    }

    [Fact]
    public async Task CreateAsync_ManyWithOneKey_OneJob()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Jobs.CreateAsync(new NewJob("sweep", "clerk", Key: Key), default))));
        Assert.Single(answers, answer => answer.Status == JobCreationStatus.Created);
        Assert.Single(answers.Select(answer => answer.JobId).Distinct());
        Assert.Single(await RowsAsync("j/"));
        Assert.Single(await RowsAsync("q/"));
    }

    [Fact]
    public async Task CreateAsync_IdTaken_Refused()
    {
        var id = await CreateAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => Jobs.CreateAsync(new NewJob("sweep", "clerk", Id: id), default));
    }
}
