using ArgaliConcessions.Application.Inspections;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Permits.Verdicts;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Inspections;

public sealed class RecordInspectionTests
{
    private static readonly string Number = new PermitNumber("TJ", "2014", "KT7", 1).ToString();

    private static readonly InspectionReport Met = new(
        "i-1", Instant.FromUtc(2014, 10, 10, 7, 0), new GeoPosition(73.1, 38.3, 10), [Number, "TJ-2014-KT7-00099-0"], "TJ 2014", 3, "one rifle", null);

    [Fact]
    public async Task RunAsync_PermitAndUnknownNumber_JudgesTheOneAndKeepsTheOther()
    {
        using var register = await PreparedAsync();
        var done = await DoneAsync(register, Met);
        Assert.True(done.Created);
        Assert.Equal([VerdictKind.Valid, null], done.Value.Permits.Select(p => p.View?.Verdict.Kind));
        var file = await register.Files.FindAsync("demo-north", "2014", 1, default);
        Assert.Equal("i-1", Assert.Single(file!.Inspections).Id);
    }

    [Fact]
    public async Task RunAsync_LateReport_IsJudgedAsOfItsInstant()
    {
        using var register = await PreparedAsync();
        await register.Change.RunAsync(
            Number, new PermitChange(PermitAction.Suspension, "inquiry", new(2014, 10, 9)), Viewer.Everything, TestRegister.Key("s"), TestRegister.Clerk, default);
        register.Time.Advance(TimeSpan.FromDays(100));
        var during = await DoneAsync(register, Met);
        Assert.Equal(VerdictKind.NotValid, during.Value.Permits[0].View!.Verdict.Kind);
        Assert.Contains(during.Value.Permits[0].Findings, f => f.Rule.Code == "while-suspended-or-revoked");
        var before = await DoneAsync(register, Met with { Id = "i-2", At = Instant.FromUtc(2014, 10, 8, 7, 0) });
        Assert.Equal(VerdictKind.Valid, before.Value.Permits[0].View!.Verdict.Kind);
        Assert.Empty(before.Value.Permits[0].Findings);
    }

    [Fact]
    public async Task RunAsync_SameAgain_IsThereOnce()
    {
        using var register = await PreparedAsync();
        await DoneAsync(register, Met);
        Assert.False((await DoneAsync(register, Met)).Created);
        Assert.Single((await register.Files.FindAsync("demo-north", "2014", 1, default))!.Inspections);
    }

    [Fact]
    public async Task RunAsync_OtherContentUnderTheId_IsRefused()
    {
        using var register = await PreparedAsync();
        await DoneAsync(register, Met);
        var refused = await register.Inspect.RunAsync(Met with { Notes = "other" }, TestRegister.Clerk, default);
        Assert.Equal("inspection-id-used", Assert.IsType<Outcome<RecordedInspection>.Refused>(refused).Refusal.Code);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Settle_DiedBeforeThePermit_BringsItThere(int commits, bool lands)
    {
        using var register = await PreparedAsync();
        register.Store.DieAfter(commits, lands);
        await Assert.ThrowsAsync<RecordStoreException>(() => DoneAsync(register, Met));
        register.Store.Revive();
        Assert.Empty((await register.Files.FindAsync("demo-north", "2014", 1, default))!.Inspections);
        register.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, await register.SettleNotes.RunAsync("t1", default));
        Assert.Single((await register.Files.FindAsync("demo-north", "2014", 1, default))!.Inspections);
        Assert.Equal(0, await register.SettleNotes.RunAsync("t2", default));
    }

    private static async Task<TestRegister> PreparedAsync()
    {
        var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(5);
        await register.IssuedAsync();
        return register;
    }

    private static async Task<Outcome<RecordedInspection>.Done> DoneAsync(TestRegister register, InspectionReport report) =>
        Assert.IsType<Outcome<RecordedInspection>.Done>(await register.Inspect.RunAsync(report, TestRegister.Clerk, default));
}
