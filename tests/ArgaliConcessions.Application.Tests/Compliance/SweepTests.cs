using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Tests.Compliance;

public sealed class SweepTests : IAsyncLifetime
{
    private SweepRegister register = null!;

    public async Task InitializeAsync() => register = await SweepRegister.OpenAsync();

    public Task DisposeAsync()
    {
        register.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Sweep_LawfulPermits_CountsThemAndFindsNothing()
    {
        await register.WriteAsync(SweepRegister.Permit(1), SweepRegister.Kill());
        await register.WriteAsync(SweepRegister.Permit(1, "demo-south"), SweepRegister.Kill(concession: "demo-south"));
        var run = await register.SweepAsync();
        Assert.Equal(new RunTotals(2, 2, 0, 0, 0, ChangeCounts.Zero), run.Totals);
        Assert.Empty(await register.FindingsAsync());
    }

    [Fact]
    public async Task Sweep_PlantedFaults_AreFoundWithSubjectCauseAndSeverity()
    {
        await register.WriteAsync(SweepRegister.Permit(1), SweepRegister.Kill());
        var late = SweepRegister.Permit(2) with { Ranges = [new DateInterval(new(2015, 2, 20), new(2015, 3, 10))] };
        await register.WriteAsync(late);
        await register.WriteAsync(SweepRegister.Permit(3), SweepRegister.Kill(), SweepRegister.Kill("h2"));
        var run = await register.SweepAsync();
        Assert.Equal(
            [$"R01 {late.Number} AtIssue Violation Open", $"R15 {SweepRegister.Permit(3).Number} Conduct Violation Open"],
            await register.TextsAsync());
        Assert.Equal((3, 2, 2, 2), (run.Totals!.Judged, run.Totals.Flagged, run.Totals.Standing, run.Totals.Changes.New));
    }

    [Fact]
    public async Task Sweep_NothingChanged_WritesNoFinding()
    {
        await register.WriteAsync(OutOfSeason());
        await register.SweepAsync();
        var (commits, before) = (register.FindingCommits, await register.FindingAsync("R01"));
        register.Register.Time.Advance(TimeSpan.FromDays(1));
        var second = await register.SweepAsync();
        Assert.Equal(commits, register.FindingCommits);
        Assert.Equal(Compare(before), Compare(await register.FindingAsync("R01")));
        Assert.Equal(ChangeCounts.Zero, second.Totals!.Changes);
        var view = Assert.Single(await register.Host.Ages.ViewAsync([before], default));
        Assert.Equal(second.StartedAt, view.LastSeen);
    }

    [Fact]
    public async Task Sweep_CauseGone_ResolvesAndReappearingReopens()
    {
        await register.WriteAsync(OutOfSeason());
        var first = await register.SweepAsync();
        register.Register.Time.Advance(TimeSpan.FromDays(1));
        await register.WriteAsync(SweepRegister.Permit(1));
        var second = await register.SweepAsync();
        var gone = await register.FindingAsync("R01");
        Assert.Equal((FindingStatus.Resolved, FindingEnd.CauseGone, first.StartedAt, first.StartedAt!.Value), (gone.Status, gone.End, gone.LastSeen, gone.FirstSeen));
        Assert.Equal(1, second.Totals!.Changes.Resolved);
        register.Register.Time.Advance(TimeSpan.FromDays(1));
        await register.WriteAsync(OutOfSeason());
        var third = await register.SweepAsync();
        var back = await register.FindingAsync("R01");
        Assert.Equal((gone.Id, FindingStatus.Open, null, first.StartedAt!.Value), (back.Id, back.Status, back.End, back.FirstSeen));
        Assert.Equal(1, third.Totals!.Changes.Reopened);
    }

    [Fact]
    public async Task Sweep_HarvestWithoutPosition_IsCountedAsNotJudged()
    {
        await register.WriteAsync(SweepRegister.Permit(1), SweepRegister.Kill() with { Position = null });
        await register.WriteAsync(SweepRegister.Permit(2), SweepRegister.Kill() with { Position = null });
        var run = await register.SweepAsync();
        var place = await register.Host.Results.FindAsync(run.Id, FindingPlace.Ledger("KT7", SweepRegister.North, "2014"), default);
        var count = Assert.Single(place!.Unanswered, one => one is { Rule: "R03", Missing: "position" });
        Assert.Equal((2, 2, 0), (count.Count, run.Totals!.NotJudged, run.Totals.Flagged));
        Assert.Equal([$"{SweepRegister.Permit(1).Number}/h1", $"{SweepRegister.Permit(2).Number}/h1"], count.Subjects.Select(subject => subject.Id));
    }

    [Fact]
    public async Task Sweep_SamePaperTwice_FlagsBoth()
    {
        var paper = new PaperNumber("AB", "0012");
        foreach (var serial in new[] { 1, 2 })
        {
            var permit = SweepRegister.Permit(serial) with { Paper = paper };
            await new PaperIndex(register.Register.Store, register.Register.Ids).AddAsync(permit, paper, default);
            await register.WriteAsync(permit);
        }
        await register.SweepAsync();
        Assert.Equal([SweepRegister.Permit(1).Number, SweepRegister.Permit(2).Number], (await register.FindingsAsync()).Where(f => f.Rule == "R16").Select(f => f.Permit!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Sweep_SameDocumentTwice_FlagsBothButNotOneGivenBack()
    {
        await register.Register.IssuedAsync(key: "a");
        var other = Requests.Lawful with { Hunter = Requests.Lawful.Hunter with { AsInPassport = null, Names = Domain.Law.LocalizedNames.Of("en", "Somebody Else") } };
        var second = await register.Register.IssuedAsync(other, "b");
        await register.SweepAsync();
        var found = (await register.FindingsAsync()).Where(f => f.Rule == "R34").ToList();
        Assert.Equal(2, found.Count);
        Assert.All(found, f => Assert.Equal(new Domain.Law.EvidenceValue.Text("other-name"), f.Evidence.Values["kind"]));
        await register.WriteAsync(second with { StatusChanges = [new(PermitStatus.Returned, new(2014, 9, 1), second.RecordedAt, "unused", "clerk")] });
        await register.SweepAsync();
        Assert.All((await register.FindingsAsync()).Where(f => f.Rule == "R34"), f => Assert.Equal(FindingStatus.Resolved, f.Status));
    }

    [Fact]
    public async Task Sweep_SameTagThrice_FlagsAllThree()
    {
        var tags = new Application.Permits.Tags.TagClaims(register.Register.Store, register.Register.Ids);
        foreach (var serial in new[] { 1, 2, 3 })
        {
            var permit = SweepRegister.Permit(serial) with { Tag = "T/7" };
            await tags.RecordAsync(permit, "T/7", default);
            await register.WriteAsync(permit);
        }
        await register.SweepAsync();
        var first = (await register.FindingsAsync()).Single(f => f.Rule == "R16" && f.Permit == SweepRegister.Permit(1).Number);
        Assert.Equal(3, (await register.FindingsAsync()).Count(f => f.Rule == "R16"));
        var others = Assert.IsType<Domain.Law.EvidenceValue.Many>(first.Evidence.Values["otherPermits"]);
        Assert.Equal([SweepRegister.Permit(2).Number, SweepRegister.Permit(3).Number], others.Items.Cast<Domain.Law.EvidenceValue.Text>().Select(text => text.Value));
    }

    [Fact]
    public async Task Sweep_MorePermitsThanTheCountryHas_IsANationalFinding()
    {
        for (var serial = 1; serial <= 11; serial++) await register.WriteAsync(SweepRegister.Permit(serial));
        for (var serial = 1; serial <= 10; serial++) await register.WriteAsync(SweepRegister.Permit(serial, "demo-south"));
        await register.SweepAsync();
        Assert.Equal(["R06 2014/argali Register Violation Open"], await register.TextsAsync("-"));
        Assert.Equal([$"R06 demo-north/2014/rams AtIssue Violation Open"], await register.TextsAsync());
    }

    private static Permit OutOfSeason() => SweepRegister.Permit(1) with { Ranges = [new DateInterval(new(2015, 3, 5), new(2015, 3, 10))] };

    private static string Compare(Finding finding) => System.Text.Encoding.UTF8.GetString(Application.Records.RecordJson.Write(finding));
}
