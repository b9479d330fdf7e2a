using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Quotas;

public sealed class SetQuotaLineTests
{
    [Fact]
    public async Task RunAsync_NewLine_TakesFromNationalQuota()
    {
        using var register = await TestRegister.OpenAsync();
        var done = Assert.IsType<Outcome<QuotaLineStanding>.Done>(await register.PutLineAsync(12));
        Assert.True(done.Created);
        Assert.Equal("1.1", done.ETag);
        Assert.Equal("ledger/demo-north/2014/line/rams@1", done.Value.Law.Path);
        Assert.Equal(12, await register.AllocatedAsync());
    }

    [Fact]
    public async Task RunAsync_SameAgain_ChangesNothing()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(12);
        var again = Assert.IsType<Outcome<QuotaLineStanding>.Done>(await register.PutLineAsync(12, ifMatch: null));
        Assert.False(again.Created);
        Assert.Equal(1, again.Value.Latest);
    }

    [Fact]
    public async Task RunAsync_PastNationalQuota_IsRefusedWithFigures()
    {
        using var register = await TestRegister.OpenAsync(quota: 20);
        await register.PutLineAsync(12);
        await register.PutLineAsync(6, concession: "demo-south");
        var refused = Assert.IsType<Outcome<QuotaLineStanding>.Refused>(await register.PutLineAsync(15));
        var reason = Assert.Single(refused.Refusal.Reasons);
        Assert.Equal("national-quota-exceeded", refused.Refusal.Code);
        Assert.Equal((EvidenceValue)14, reason.Evidence.Values["available"]);
        Assert.Equal(18, await register.AllocatedAsync());
        Assert.IsType<Outcome<QuotaLineStanding>.Done>(await register.PutLineAsync(14));
    }

    [Fact]
    public async Task RunAsync_LinesOfAllPurposes_CountTogether()
    {
        using var register = await TestRegister.OpenAsync(quota: 20);
        Assert.IsType<Outcome<QuotaLineStanding>.Done>(await PutAsync(register, "rams", QuotaPurpose.Trophy, 12));
        Assert.IsType<Outcome<QuotaLineStanding>.Done>(await PutAsync(register, "science", QuotaPurpose.Scientific, 5));
        Assert.IsType<Outcome<QuotaLineStanding>.Refused>(await PutAsync(register, "breeding", QuotaPurpose.LiveCapture, 4));
        Assert.IsType<Outcome<QuotaLineStanding>.Done>(await PutAsync(register, "breeding", QuotaPurpose.LiveCapture, 3));
        Assert.Equal(20, await register.AllocatedAsync());
    }

    private static Task<Outcome<QuotaLineStanding>> PutAsync(TestRegister register, string line, QuotaPurpose purpose, int animals) => register.SetLine.RunAsync(
        new QuotaLineRequest("demo-north", "2014", line, new QuotaLine("polii", Sex.Any, null, purpose, animals), TestLaw.Act, Precondition.None),
        TestRegister.Clerk, default);

    [Fact]
    public async Task RunAsync_Lowered_GivesBack()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(12);
        await register.PutLineAsync(4);
        Assert.Equal(4, await register.AllocatedAsync());
        Assert.Equal(4, await register.OnLinesAsync());
    }

    [Fact]
    public async Task RunAsync_BelowIssued_IsRefusedWithFigures()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(12);
        await register.IssueStraightAsync("rams", 5);
        var refused = Assert.IsType<Outcome<QuotaLineStanding>.Refused>(await register.PutLineAsync(4));
        Assert.Equal("line-below-issued", refused.Refusal.Code);
        Assert.Equal((EvidenceValue)5, refused.Refusal.Reasons[0].Evidence.Values["issued"]);
        Assert.Equal(12, await register.AllocatedAsync());
    }

    [Fact]
    public async Task RunAsync_IssuedBetweenLookAndStep_IsTurnedAwayAndGivenBack()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(12);
        var once = true;
        register.Store.BeforeCommit = async partition =>
        {
            if (partition != Partitions.Law || !once) return;
            once = false;
            await register.IssueStraightAsync("rams", 5);
        };
        var refused = Assert.IsType<Outcome<QuotaLineStanding>.Refused>(await register.PutLineAsync(4));
        Assert.Equal("line-below-issued", refused.Refusal.Code);
        Assert.Equal(12, await register.AllocatedAsync());
        Assert.Equal(12, await register.OnLinesAsync());
        Assert.Equal(0, await register.OperationsAsync());
    }

    [Theory]
    [InlineData(null, "precondition-required")]
    [InlineData("0.9", "precondition-failed")]
    public async Task RunAsync_ChangeUnderWrongCondition_IsRefused(string? ifMatch, string code)
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(12);
        var refused = Assert.IsType<Outcome<QuotaLineStanding>.Refused>(await register.PutLineAsync(13, ifMatch: ifMatch));
        Assert.Equal(code, refused.Refusal.Code);
    }

    [Fact]
    public async Task RunAsync_NoNationalQuota_IsRefused()
    {
        using var register = await TestRegister.OpenAsync();
        var request = new QuotaLineRequest(
            "demo-north", "2014", "ibex", new("ibex", Domain.Quotas.Sex.Male, null, Domain.Quotas.QuotaPurpose.Trophy, 1), TestLaw.Act, Precondition.None);
        var unknown = Assert.IsType<Outcome<QuotaLineStanding>.Refused>(await register.SetLine.RunAsync(request, TestRegister.Clerk, default));
        Assert.Equal("taxon-unknown", unknown.Refusal.Reasons[0].Code);
        await register.Law.AuthorityAsync(new RuleSettings(), revision: 2, otherTaxon: "ibex");
        var refused = Assert.IsType<Outcome<QuotaLineStanding>.Refused>(await register.SetLine.RunAsync(request, TestRegister.Clerk, default));
        Assert.Equal("national-quota-missing", refused.Refusal.Code);
    }

    [Fact]
    public async Task RunAsync_ManyRaisesAtOnce_NeverPastNationalQuota()
    {
        using var register = await TestRegister.OpenAsync(quota: 20);
        await register.PutLineAsync(1);
        await register.PutLineAsync(1, concession: "demo-south");
        var raises = Enumerable.Range(2, 12).SelectMany(n => new[]
        {
            Task.Run(() => register.PutLineAsync(n)),
            Task.Run(() => register.PutLineAsync(n, concession: "demo-south")),
        });
        await Task.WhenAll(raises);
        Assert.Equal(await register.AllocatedAsync(), await register.OnLinesAsync());
        Assert.InRange(await register.OnLinesAsync(), 3, 20);
        Assert.Equal(0, await register.OperationsAsync());
    }
}
