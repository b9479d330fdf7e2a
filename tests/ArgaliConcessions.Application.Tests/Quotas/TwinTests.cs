using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Tests;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Quotas;

/// <summary>The same thing done at two instances at once, the second between two reads of the first. The simulator found these.</summary>
public sealed class TwinTests
{
    private static readonly PermitChange Revocation = new(PermitAction.Revocation, "Reported twice.", null);

    [Fact]
    public async Task Complete_FinishedElsewhereBetweenTwoReads_IsApplied()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(12);
        var draft = new LineOperation(
            "op1", "demo-north", "2014", "rams", "argali", 1, 0, new QuotaLine("polii", Sex.Male, 7, QuotaPurpose.Trophy, 13), TestLaw.Act, Instant.FromUtc(2014, 9, 1, 6, 0));
        var begun = Assert.IsType<BeginResult.Begun>(await register.Allocation.BeginAsync(draft, TestRegister.Clerk, default)).Operation;
        var elsewhere = Elsewhere(register);
        var twin = new LineAllocation(register.Store, elsewhere, new LineStep(register.Store, elsewhere));
        BetweenReads(register, QuotaRows.Operation("op1"), () => twin.CompleteAsync(begun, TestRegister.Clerk, default));

        Assert.IsType<ApplyResult.Applied>(await register.Allocation.CompleteAsync(begun, TestRegister.Clerk, default));

        Assert.Equal((13, 13, 0), (await register.AllocatedAsync(), await register.OnLinesAsync(), await register.OperationsAsync()));
    }

    [Fact]
    public async Task Issue_TwinTookTheLastPlace_IsAnsweredAsTheTwin()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var chain = Elsewhere(register);
        var twin = new IssuePermit(
            chain, new IssueJudge(register.Store, register.Library, register.Calendar, register.Lines, register.Papers, register.Lookup), register.Papers, register.Tags, register.Fates,
            register.Answers, new SecondLook(chain, register.Library, register.Answers, new LateFindings(new FindingWriter(chain, register.Store))), register.Documents);
        BetweenReads(register, LedgerRows.Balance("rams"), () => twin.RunAsync(Requests.Lawful, TestRegister.Key("k1"), TestRegister.Clerk, default));

        var permit = Assert.IsType<Outcome<PermitAnswer>.Done>(await register.IssueAsync(Requests.Lawful)).Value.Permit;

        Assert.Equal((1, 1), (permit.Serial, (await register.BalanceAsync()).Issued));
    }

    [Fact]
    public async Task Change_TwinMadeIt_IsAnsweredAsTheTwin()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        var twin = new ChangePermit(
            register.Store, new PermitWriter(Elsewhere(register), register.Finder, register.Answers), register.Finder, register.Library, register.Calendar,
            register.Papers, register.Fates);
        BetweenReads(register, LedgerRows.Permit(1), () => twin.RunAsync(permit.Number, Revocation, Viewer.Everything, TestRegister.Key("k2"), TestRegister.Clerk, default));

        var answer = await register.Change.RunAsync(permit.Number, Revocation, Viewer.Everything, TestRegister.Key("k2"), TestRegister.Clerk, default);

        Assert.Equal(2, Assert.IsType<Outcome<PermitAnswer>.Done>(answer).Value.Permit.Version);
    }

    [Fact]
    public async Task Transfer_TwinBeganAndDied_IsCarriedOnNotRefused()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(3);
        await register.PutLineAsync(3, concession: "demo-south");
        var elsewhere = Elsewhere(register);
        var line = new LineStep(register.Store, elsewhere);
        var twin = new TransferAnimals(
            register.Store, register.Library, register.Lines, new TransferSteps(register.Store, elsewhere, line), register.Operations, register.Ids, register.Time);
        var request = new TransferRequest("demo-north", "2014", "rams", "demo-south", "rams", 2, TestLaw.Act);
        BetweenReads(register, LedgerRows.Balance("rams"), async () =>
        {
            register.Store.DieAfter(2);
            await Assert.ThrowsAsync<Application.Records.RecordStoreException>(() => twin.RunAsync(request, new RequestKey(TestRegister.TransferRow, "body"), TestRegister.Clerk, default));
            register.Store.Revive();
        });

        Assert.Equal(5, Assert.IsType<Outcome<Transfer>.Done>(await register.TransferAsync(2)).Value.To.Animals);
        Assert.Equal((1, 5), (await register.LineAsync("demo-north"), await register.LineAsync("demo-south")));
    }

    /// <summary>Writes as another instance does: it does not wait at this one's gates.</summary>
    private static ChainWriter Elsewhere(TestRegister register) => new(register.Store, register.Time, new SeededIds(8), new PartitionGates());

    private static void BetweenReads(TestRegister register, string row, Func<Task> twin)
    {
        register.Store.BeforeFind = async key =>
        {
            if (key.Row != row) return;
            register.Store.BeforeFind = null;
            await twin();
        };
    }
}
