using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Permits;

/// <summary>A tag is on one live permit at a time, wherever the process dies.</summary>
public sealed class TagClaimTests
{
    /// <summary>Without a document, so that the commits of its issue are those of the tag and the permit.</summary>
    private static readonly IssueRequest Tagged = Requests.Lawful with { Tag = "TJ-0042", Hunter = Requests.Lawful.Hunter with { DocumentNumber = null } };

    [Fact]
    public async Task Issue_TagOnLivePermit_IsRefused()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(5);
        var first = await register.IssuedAsync(Tagged);
        var refused = Assert.IsType<Outcome<PermitAnswer>.Refused>(await register.IssueAsync(Tagged with { Tag = "tj 0042" }, "k2")).Refusal;
        Assert.Equal("number-or-tag-twice", Assert.Single(refused.Reasons).Code);
        Assert.Equal(first.Number, (await register.Tags.FindAsync("TJ-0042", default))!.Value.Number);
    }

    [Fact]
    public async Task Issue_TagOfRevokedPermit_IsFree()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(5);
        var first = await register.IssuedAsync(Tagged);
        await register.ChangedAsync(first, PermitAction.Revocation, "r1");
        Assert.Equal(2, (await register.IssuedAsync(Tagged, "k2")).Serial);
    }

    [Fact]
    public async Task Issue_ManyAtOnceWithOneTag_OneGetsIt()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(20);
        var issues = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(() => register.IssueAsync(Tagged, $"key-{n}"))));
        Assert.Single(issues.OfType<Outcome<PermitAnswer>.Done>());
        Assert.Equal(1, (await register.BalanceAsync()).Issued);
    }

    [Theory]
    [InlineData(0, true, false)] // the note
    [InlineData(1, true, false)] // the claim
    [InlineData(2, true, true)] // the permit
    [InlineData(3, false, true)] // the confirmation
    public async Task Settle_ProcessDied_ConfirmsOrFrees(int commits, bool lands, bool issued)
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(5);
        register.Store.DieAfter(commits, lands);
        await Assert.ThrowsAsync<RecordStoreException>(() => register.IssueAsync(Tagged));
        register.Store.Revive();

        Assert.Equal(0, await register.SettleNotes.RunAsync("r", default));
        register.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, await register.SettleNotes.RunAsync("r", default));
        Assert.Equal(0, await register.SettleNotes.RunAsync("r", default));

        var claim = await register.Tags.FindAsync("TJ-0042", default);
        Assert.Equal(issued, claim?.Value.Number is not null);
        var again = await register.IssueAsync(Tagged, "k2");
        Assert.Equal(!issued, again is Outcome<PermitAnswer>.Done);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Issue_SameKeyAfterDeath_TakesItsClaimUpAgain(int commits)
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(5);
        register.Store.DieAfter(commits, landsFirst: true);
        await Assert.ThrowsAsync<RecordStoreException>(() => register.IssueAsync(Tagged));
        register.Store.Revive();
        Assert.Equal(1, (await register.IssuedAsync(Tagged)).Serial);
        Assert.Equal(1, (await register.BalanceAsync()).Issued);
    }

    [Fact]
    public async Task Settle_ManyNotes_LeavesOneWitness()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(20);
        for (var n = 0; n < 3; n++)
        {
            await register.IssuedAsync(Tagged with { Tag = $"T{n}" }, $"k{n}");
            register.Time.Advance(TimeSpan.FromMinutes(11));
            await register.SettleNotes.RunAsync("r", default);
        }

        Assert.Equal(1, await register.Store.ListAsync(Partitions.Pending, RowRange.All, default).CountAsync());
    }
}
