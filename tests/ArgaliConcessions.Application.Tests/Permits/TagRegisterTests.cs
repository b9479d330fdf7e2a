using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Law;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Permits;

public sealed class TagRegisterTests
{
    private static readonly TagSeries Hundred = new("TJ-", 1, 250, 4, TestLaw.Act, null);

    [Fact]
    public async Task RunAsync_Series_RegistersEachOnceHoweverOftenItIsSent()
    {
        using var register = await TestRegister.OpenAsync();
        await register.RegisterTag.RunAsync("tj 0007", null, "lost and found", Precondition.None, TestRegister.Clerk, default);
        foreach (var key in new[] { "s", "s", "another" }) Assert.IsType<Outcome<TagSeries>.Done>(await RunAsync(register, Hundred, key));
        Assert.Equal(250, await register.TagRegister.ListAsync("", default).CountAsync());
        Assert.Equal("lost and found", (await register.TagRegister.FindAsync("TJ-0007", default))!.Value.Note);
    }

    [Fact]
    public async Task RunAsync_OtherSeriesUnderTheKey_IsRefused()
    {
        using var register = await TestRegister.OpenAsync();
        await RunAsync(register, Hundred, "s");
        var refused = await register.RegisterTagSeries.RunAsync(Hundred with { To = 10 }, TestRegister.Key("s", "other"), TestRegister.Clerk, default);
        Assert.Equal(RefusalKind.KeyReused, Assert.IsType<Outcome<TagSeries>.Refused>(refused).Refusal.Kind);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task RunAsync_DiesBetweenCommits_SameRequestGoesOn(int commits)
    {
        using var register = await TestRegister.OpenAsync();
        register.Store.DieAfter(commits, landsFirst: true);
        await Assert.ThrowsAsync<RecordStoreException>(() => RunAsync(register, Hundred, "s"));
        register.Store.Revive();
        Assert.IsType<Outcome<TagSeries>.Done>(await RunAsync(register, Hundred, "s"));
        Assert.Equal(250, await register.TagRegister.ListAsync("TJ", default).CountAsync());
    }

    [Fact]
    public async Task RunAsync_EntryChanged_AsksForTheTagAndKeepsTheOldOne()
    {
        using var register = await TestRegister.OpenAsync();
        var first = Assert.IsType<Outcome<RegisteredTag>.Done>(await PutAsync(register, "one", null));
        Assert.True(first.Created);
        Assert.False(Assert.IsType<Outcome<RegisteredTag>.Done>(await PutAsync(register, "one", null)).Created);
        Assert.Equal(RefusalKind.ConditionRequired, Assert.IsType<Outcome<RegisteredTag>.Refused>(await PutAsync(register, "two", null)).Refusal.Kind);
        Assert.Equal(2, Assert.IsType<Outcome<RegisteredTag>.Done>(await PutAsync(register, "two", first.ETag)).Value.Revision);
        Assert.Equal(RefusalKind.Stale, Assert.IsType<Outcome<RegisteredTag>.Refused>(await PutAsync(register, "three", first.ETag)).Refusal.Kind);
        Assert.Equal("one", (await register.Store.ReadAsync<RegisteredTag>(Partitions.Tags, TagRegister.Replaced("T1", 1), default))!.Value.Note);
    }

    [Fact]
    public async Task Issue_TagsMustBeRegistered_RefusesOthers()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(5);
        await register.Law.AuthorityAsync(new RuleSettings(TagsRegistered: true), revision: 2);
        Assert.Equal(["tag-out-of-order"], TestRegister.ReasonsOf(await register.IssueAsync(Requests.Lawful with { Tag = "TJ-0001" })));
        var untagged = await register.IssuedAsync();
        Assert.Equal(["tag-out-of-order"], TestRegister.ReasonsOf(await register.RetagAsync(untagged, "TJ-0001", "t")));
        await RunAsync(register, Hundred, "s");
        Assert.Equal("TJ-0001", (await register.IssuedAsync(Requests.Lawful with { Tag = "TJ-0001" }, "k2")).Tag);
        Assert.IsType<Outcome<PermitAnswer>.Done>(await register.RetagAsync(untagged, "TJ-0002", "t2"));
    }

    private static Task<Outcome<TagSeries>> RunAsync(TestRegister register, TagSeries series, string key) =>
        register.RegisterTagSeries.RunAsync(series, TestRegister.Key(key), TestRegister.Clerk, default);

    private static Task<Outcome<RegisteredTag>> PutAsync(TestRegister register, string note, string? ifMatch) =>
        register.RegisterTag.RunAsync("T-1", null, note, new Precondition(ifMatch, false), TestRegister.Clerk, default);
}
