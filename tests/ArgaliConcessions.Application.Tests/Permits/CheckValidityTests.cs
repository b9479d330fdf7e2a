using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Application.Permits.Validity;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Permits.Verdicts;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Permits;

public sealed class CheckValidityTests
{
    private static readonly GeoPosition InNorth = new(73.1, 38.3, 10);
    private static readonly ValidityQuestion InSeason = new(Instant.FromUtc(2014, 10, 10, 7, 0), null, InNorth, null);

    [Fact]
    public async Task OfNumberAsync_LawFresh_CostsOneRead()
    {
        using var register = await PreparedAsync();
        await ViewAsync(register, InSeason);
        register.Store.ResetCounts();
        var view = await ViewAsync(register, InSeason);
        Assert.Equal((1, 0, 0), (register.Store.Finds, register.Store.Pages, register.Store.Commits));
        Assert.Equal(VerdictKind.Valid, view.Verdict.Kind);
        Assert.Equal((VerdictScope.Hunting, 1), (view.Verdict.Scope, view.AnimalsLeft));
    }

    [Fact]
    public async Task OfNumberAsync_LawStale_CostsThreeReads()
    {
        using var register = await PreparedAsync();
        await ViewAsync(register, InSeason);
        register.Time.Advance(TimeSpan.FromSeconds(31));
        register.Store.ResetCounts();
        await ViewAsync(register, InSeason);
        Assert.Equal((3, 0), (register.Store.Finds, register.Store.Pages));
    }

    [Fact]
    public async Task OfPaperAsync_LawFresh_CostsOneReadMore()
    {
        using var register = await PreparedAsync(new PaperNumber("AA", "0007"));
        await register.Library.ReadAsync("demo-north", LawFreshness.Checked, default);
        register.Store.ResetCounts();
        var views = Assert.IsType<Outcome<IReadOnlyList<VerdictView>>.Done>(
            await register.Validity.OfPaperAsync("aa 0007", InSeason, Viewer.Everything, default)).Value;
        Assert.Equal((1, 1), (register.Store.Finds, register.Store.Pages));
        Assert.Equal(VerdictKind.Valid, Assert.Single(views).Verdict.Kind);
    }

    [Fact]
    public async Task OfPaperAsync_VoidedPaper_IsNotValidAndNamesTheNewOne()
    {
        using var register = await PreparedAsync(new PaperNumber("AA", "0007"));
        await register.Change.RunAsync(
            Number, new PermitChange(PermitAction.Replacement, "lost", null, new PaperNumber("AA", "0008")), Viewer.Everything, TestRegister.Key("p"), TestRegister.Clerk, default);
        var old = await PaperAsync(register, "AA-0007");
        Assert.Equal((VerdictKind.NotValid, "ask-for-new-paper"), (old.Verdict.Kind, old.Verdict.NextStep));
        Assert.Equal("paper-voided", old.Verdict.Checks[0].Code);
        Assert.Equal(VerdictKind.Valid, (await PaperAsync(register, "AA-0008")).Verdict.Kind);
    }

    [Fact]
    public async Task OfPaperAsync_TwoPermitsWithOneNumber_AnswersBoth()
    {
        using var register = await PreparedAsync(new PaperNumber("AA", "0007"));
        var other = await WithPaperAsync(register, await register.IssuedAsync(key: "k2"), new PaperNumber("AA", "0007"));
        var views = Assert.IsType<Outcome<IReadOnlyList<VerdictView>>.Done>(
            await register.Validity.OfPaperAsync("AA-0007", InSeason, Viewer.Everything, default)).Value;
        Assert.Equal([Number, other.Number], views.Select(v => v.Permit.Number));
    }

    /// <summary>As an old list has it that holds a number twice: the register itself does not give a number out again.</summary>
    private static async Task<Permit> WithPaperAsync(TestRegister register, Permit permit, PaperNumber paper)
    {
        var (ledger, row, twin) = (Partitions.Ledger(permit.Concession, permit.Year), LedgerRows.Permit(permit.Serial), permit with { Paper = paper });
        await register.Papers.AddAsync(twin, paper, default);
        var stored = await register.Store.ReadAsync<Permit>(ledger, row, default);
        await register.Store.CommitAsync(ledger, [TypedRecords.Put(row, stored, twin)], new CommitWitness("twin", "twin", RecordJson.Write(twin)), default);
        return twin;
    }

    [Fact]
    public async Task OfNumberAsync_NoPosition_SpeaksOfPapersOnly()
    {
        using var register = await PreparedAsync();
        var view = await ViewAsync(register, InSeason with { Position = null });
        Assert.Equal((VerdictKind.Valid, VerdictScope.Papers), (view.Verdict.Kind, view.Verdict.Scope));
    }

    [Fact]
    public async Task OfNumberAsync_DateWithoutHour_IsThatLocalDate()
    {
        using var register = await PreparedAsync();
        var view = await ViewAsync(register, new ValidityQuestion(null, new LocalDate(2014, 10, 21), null, null));
        Assert.Equal((new LocalDate(2014, 10, 21), VerdictKind.NotValid), (view.Question.On, view.Verdict.Kind));
    }

    [Fact]
    public async Task OfNumberAsync_AsKnownBeforeASuspension_IsStillValid()
    {
        using var register = await PreparedAsync();
        register.Time.Advance(TimeSpan.FromDays(1));
        var before = Instant.FromDateTimeOffset(register.Time.GetUtcNow());
        register.Time.Advance(TimeSpan.FromDays(1));
        await register.Change.RunAsync(
            Number, new PermitChange(PermitAction.Suspension, "inquiry", null), Viewer.Everything, TestRegister.Key("s"), TestRegister.Clerk, default);
        Assert.Equal(VerdictKind.NotValid, (await ViewAsync(register, InSeason)).Verdict.Kind);
        Assert.Equal(VerdictKind.Valid, (await ViewAsync(register, InSeason with { KnownAt = before })).Verdict.Kind);
    }

    [Theory]
    [InlineData("TJ-2014-KT7-00001-0", "permit-number-misread")]
    [InlineData("nonsense", "permit-not-found")]
    public async Task OfNumberAsync_NoSuchNumber_TellsMisreadFromUnknown(string number, string code)
    {
        using var register = await PreparedAsync();
        var outcome = await register.Validity.OfNumberAsync(number, InSeason, Viewer.Everything, default);
        Assert.Equal(code, Assert.IsType<Outcome<VerdictView>.Refused>(outcome).Refusal.Code);
    }

    [Fact]
    public async Task OfNumberAsync_ForeignHolder_FindsNothing()
    {
        using var register = await PreparedAsync();
        var outcome = await register.Validity.OfNumberAsync(Number, InSeason, new Viewer(["demo-south"]), default);
        Assert.Equal("permit-not-found", Assert.IsType<Outcome<VerdictView>.Refused>(outcome).Refusal.Code);
    }

    private static string Number { get; } = new PermitNumber("TJ", "2014", "KT7", 1).ToString();

    private static async Task<TestRegister> PreparedAsync(PaperNumber? paper = null)
    {
        var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(5);
        await register.IssuedAsync(Requests.Lawful with { Paper = paper });
        return register;
    }

    private static async Task<VerdictView> ViewAsync(TestRegister register, ValidityQuestion question) =>
        Assert.IsType<Outcome<VerdictView>.Done>(await register.Validity.OfNumberAsync(Number, question, Viewer.Everything, default)).Value;

    private static async Task<VerdictView> PaperAsync(TestRegister register, string paper) => Assert.Single(
        Assert.IsType<Outcome<IReadOnlyList<VerdictView>>.Done>(await register.Validity.OfPaperAsync(paper, InSeason, Viewer.Everything, default)).Value);
}
