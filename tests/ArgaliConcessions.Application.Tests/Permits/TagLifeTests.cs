using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Permits;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Permits;

/// <summary>A tag is replaced and freed in several partitions; wherever the process dies, the ledger says in the end whose it is.</summary>
public sealed class TagLifeTests
{
    /// <summary>Without a document, so that the commits of its issue are those of the tag and the permit.</summary>
    private static readonly IssueRequest Tagged = Requests.Lawful with { Tag = "TJ-0042", Hunter = Requests.Lawful.Hunter with { DocumentNumber = null } };

    [Fact]
    public async Task Replace_Tag_VoidsTheOldForEver()
    {
        using var register = await OpenAsync();
        var permit = await register.IssuedAsync(Tagged);
        var after = Assert.IsType<Outcome<PermitAnswer>.Done>(await register.RetagAsync(permit, "TJ-0043", "t")).Value.Permit;
        Assert.Equal(("TJ-0043", "TJ-0042", "torn off"), (after.Tag, after.VoidedTags.Single().Tag, after.VoidedTags.Single().Reason));
        Assert.Equal((TagState.Void, permit.Number), await StateAsync(register, "TJ-0042"));
        Assert.Equal((TagState.Held, permit.Number), await StateAsync(register, "TJ-0043"));
        Assert.Equal(["tag-out-of-order"], TestRegister.ReasonsOf(await register.IssueAsync(Tagged, "k2")));
        Assert.Equal(["tag-out-of-order"], TestRegister.ReasonsOf(await register.RetagAsync(permit, "tj 0042", "back")));
        Assert.Equal(["tag-already-used"], TestRegister.ReasonsOf(await register.RetagAsync(permit, "tj 0043", "same")));

        await register.ChangedAsync(permit, PermitAction.Return, "r");
        Assert.Equal((TagState.Void, permit.Number), await StateAsync(register, "TJ-0042"));
        Assert.Equal((TagState.Free, null), await StateAsync(register, "TJ-0043"));
    }

    [Fact]
    public async Task Replace_TagOfAnotherPermit_IsRefused()
    {
        using var register = await OpenAsync();
        var (first, second) = (await register.IssuedAsync(Tagged), await register.IssuedAsync(key: "k2"));
        Assert.Equal(["number-or-tag-twice"], TestRegister.ReasonsOf(await register.RetagAsync(second, "TJ-0042", "t")));
        Assert.Equal((TagState.Held, first.Number), await StateAsync(register, "TJ-0042"));
    }

    [Fact]
    public async Task Replace_ManyAtOnceWithOneTag_OneGetsIt()
    {
        using var register = await OpenAsync();
        var permits = new List<Permit>();
        for (var n = 0; n < 8; n++) permits.Add(await register.IssuedAsync(key: $"k{n}"));
        var answers = await Task.WhenAll(permits.Select(p => Task.Run(() => register.RetagAsync(p, "T-1", p.Number))));
        Assert.Single(answers.OfType<Outcome<PermitAnswer>.Done>());
    }

    [Theory]
    [InlineData(PermitAction.Revocation)]
    [InlineData(PermitAction.Return)]
    [InlineData(PermitAction.Closure)]
    public async Task End_Unused_FreesTheTag(PermitAction action)
    {
        using var register = await OpenAsync();
        await register.ChangedAsync(await register.IssuedAsync(Tagged), action, "end");
        Assert.Equal(2, (await register.IssuedAsync(Tagged, "k2")).Serial);
    }

    [Theory]
    [InlineData(PermitAction.Revocation)]
    [InlineData(PermitAction.Closure)]
    public async Task End_WithATake_LeavesTheTagWithTheTrophy(PermitAction action)
    {
        using var register = await OpenAsync();
        var permit = await register.IssuedAsync(Tagged);
        register.Time.Advance(TimeSpan.FromDays(45));
        await register.KillAsync(permit);
        await register.ChangedAsync(permit, action, "end");
        Assert.Equal((TagState.Held, permit.Number), await StateAsync(register, "TJ-0042"));
    }

    [Theory]
    [InlineData(0, false, false)] // the note fails
    [InlineData(0, true, false)] // the note
    [InlineData(1, false, false)] // the ledger fails
    [InlineData(1, true, true)] // the ledger
    [InlineData(2, false, true)] // the release fails
    [InlineData(2, true, true)] // the release
    public async Task Settle_DiedFreeing_DoesAsTheLedgerSays(int commits, bool lands, bool revoked)
    {
        using var register = await OpenAsync();
        var permit = await register.IssuedAsync(Tagged);
        register.Store.DieAfter(commits, lands);
        await Assert.ThrowsAsync<RecordStoreException>(() => register.ChangeAsync(permit, PermitAction.Revocation, "r"));
        register.Store.Revive();
        await SettleAsync(register);
        Assert.Equal(revoked ? TagState.Free : TagState.Held, (await StateAsync(register, "TJ-0042")).State);
        await register.ChangedAsync(permit, PermitAction.Revocation, "r");
        await SettleAsync(register);
        Assert.Equal(TagState.Free, (await StateAsync(register, "TJ-0042")).State);
    }

    [Theory]
    [InlineData(0, true, false)] // the note
    [InlineData(1, true, false)] // the claim
    [InlineData(2, false, false)] // the ledger fails
    [InlineData(2, true, true)] // the ledger
    [InlineData(3, false, true)] // the confirmation fails
    [InlineData(3, true, true)] // the confirmation
    [InlineData(4, false, true)] // the voiding fails
    public async Task Settle_DiedReplacing_DoesAsTheLedgerSays(int commits, bool lands, bool replaced)
    {
        using var register = await OpenAsync();
        var permit = await register.IssuedAsync(Tagged);
        register.Store.DieAfter(commits, lands);
        await Assert.ThrowsAsync<RecordStoreException>(() => register.RetagAsync(permit, "T-9", "t"));
        register.Store.Revive();
        await SettleAsync(register);
        Assert.Equal(
            replaced ? (TagState.Void, TagState.Held) : (TagState.Held, TagState.Free),
            ((await StateAsync(register, "TJ-0042")).State, (await StateAsync(register, "T-9")).State));
        Assert.Equal("T-9", Assert.IsType<Outcome<PermitAnswer>.Done>(await register.RetagAsync(permit, "T-9", "t")).Value.Permit.Tag);
        Assert.Equal((TagState.Held, permit.Number), await StateAsync(register, "T-9"));
    }

    [Fact]
    public async Task Settle_ReplacedThenRevokedWhileTheClaimWasPending_FreesIt()
    {
        using var register = await OpenAsync();
        var permit = await register.IssuedAsync(Tagged);
        register.Store.DieAfter(3);
        await Assert.ThrowsAsync<RecordStoreException>(() => register.RetagAsync(permit, "T-9", "t"));
        register.Store.Revive();
        Assert.Equal(TagState.Pending, (await StateAsync(register, "T-9")).State);
        await register.ChangedAsync(permit, PermitAction.Revocation, "r");
        await SettleAsync(register);
        Assert.Equal((TagState.Free, TagState.Void), ((await StateAsync(register, "T-9")).State, (await StateAsync(register, "TJ-0042")).State));
    }

    [Fact]
    public async Task Settle_TagFreedAndClaimedByAnother_LeavesItsNewHolder()
    {
        using var register = await OpenAsync();
        var first = await register.IssuedAsync(Tagged);
        await register.ChangedAsync(first, PermitAction.Return, "r");
        var second = await register.IssuedAsync(Tagged, "k2");
        await SettleAsync(register);
        Assert.Equal((TagState.Held, second.Number), await StateAsync(register, "TJ-0042"));
    }

    [Fact]
    public async Task Claim_TakenUpAgain_IsNotDroppedByTheAttemptBefore()
    {
        using var register = await OpenAsync();
        var claim = new TagClaim("demo-north", "2014", TestRegister.Key("k1").Row, null, Instant.FromUtc(2014, 9, 1, 6, 0));
        var first = await register.Tags.ClaimAsync("T-1", claim, null, default);
        var seen = await register.Tags.FindAsync("T-1", default);
        var second = await register.Tags.ClaimAsync("T-1", claim, null, default);
        Assert.NotEqual(first, second);
        Assert.NotEqual(seen!.Version, (await register.Tags.FindAsync("T-1", default))!.Version);
        await register.Tags.DropAsync("T-1", first!, default);
        Assert.Equal(TagState.Pending, (await StateAsync(register, "T-1")).State);
        await register.Tags.DropAsync("T-1", second!, default);
        Assert.Equal(TagState.Free, (await StateAsync(register, "T-1")).State);
    }

    /// <summary>A request that is slower than the timer loses its commit, and claims again.</summary>
    [Fact]
    public async Task Settle_ClaimDropped_MovesTheLedgersHeadBefore()
    {
        using var register = await OpenAsync();
        register.Store.DieAfter(1, landsFirst: true);
        await Assert.ThrowsAsync<RecordStoreException>(() => register.IssueAsync(Tagged));
        register.Store.Revive();
        var before = await HeadAsync(register);
        var order = new List<string>();
        register.Store.BeforeCommit = partition =>
        {
            order.Add(partition.Split('/')[0]);
            return Task.CompletedTask;
        };
        await SettleAsync(register);
        Assert.Equal(["ledger", "claims", "pending"], order);
        Assert.Equal(before + 1, await HeadAsync(register));
        Assert.Equal((TagState.Free, null), await StateAsync(register, "TJ-0042"));
    }

    [Fact]
    public async Task Record_KillOnAReturnedPermit_ClaimsItsTagAgain()
    {
        using var register = await OpenAsync();
        var permit = await register.IssuedAsync(Tagged);
        await register.ChangedAsync(permit, PermitAction.Return, "r");
        await register.KillAsync(permit);
        Assert.Equal((TagState.Held, permit.Number), await StateAsync(register, "TJ-0042"));
    }

    [Theory]
    [InlineData(0, true)] // the note
    [InlineData(1, true)] // the harvest
    public async Task Settle_DiedRecordingAKillOnAReturnedPermit_DoesAsTheLedgerSays(int commits, bool lands)
    {
        using var register = await OpenAsync();
        var permit = await register.IssuedAsync(Tagged);
        await register.ChangedAsync(permit, PermitAction.Return, "r");
        register.Store.DieAfter(commits, lands);
        await Assert.ThrowsAsync<RecordStoreException>(() => register.KillAsync(permit));
        register.Store.Revive();
        await SettleAsync(register);
        Assert.Equal(commits == 0 ? TagState.Free : TagState.Held, (await StateAsync(register, "TJ-0042")).State);
    }

    [Fact]
    public async Task Record_KillWhoseTagIsOnAnotherPermit_IsNotedForTheSweep()
    {
        using var register = await OpenAsync();
        var (first, second) = (await register.IssuedAsync(Tagged), default(Permit));
        await register.ChangedAsync(first, PermitAction.Return, "r");
        second = await register.IssuedAsync(Tagged, "k2");
        await register.KillAsync(first);
        Assert.Equal((TagState.Held, second.Number), await StateAsync(register, "TJ-0042"));
        var index = await new Application.Compliance.Sweeping.DuplicateReader(
            register.Store, register.Papers, register.Documents, register.Tags, register.Files, register.TagRegister).ReadAsync(default);
        Assert.Equal([second.Number], index.SameTag(first.Number));
    }

    private static async Task<long> HeadAsync(TestRegister register) =>
        (await register.Store.ReadAsync<PartitionHead>(Partitions.Ledger("demo-north", "2014"), PartitionHead.Row, default))!.Value.Sequence;

    private static async Task<TestRegister> OpenAsync()
    {
        var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(20);
        return register;
    }

    private static async Task SettleAsync(TestRegister register)
    {
        register.Time.Advance(TimeSpan.FromMinutes(11));
        await register.SettleNotes.RunAsync("settle", default);
    }

    private static async Task<(TagState State, string? Permit)> StateAsync(TestRegister register, string tag) =>
        await register.ReadTag.RunAsync(tag, default) is Outcome<TagReading>.Done done ? (done.Value.State, done.Value.Permit) : (TagState.Free, null);
}
