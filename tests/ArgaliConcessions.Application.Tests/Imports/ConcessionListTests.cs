using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Tests.Imports;

public sealed class ConcessionListTests
{
    private const string Header = $"concession,code,nameEn,nameRu,region,tenureFrom,tenureTo,{RegistryLists.Act},holder,holderEn,holderFrom,holderTo,status,statusFrom,succeeds\n";

    private static string Row(string id, string code, string rest = "firm,Firm,2009-01-01,,,,") =>
        $"{id},{code},Name of {code},Имя {code},gbao,2009-01-01,2029-12-31,{RegistryLists.AnAct},{rest}\n";

    [Fact]
    public async Task Import_NewList_RegistersEach()
    {
        using var lists = await RegistryLists.OpenAsync();
        var list = Header + Row("east", "EAS") + Row("west", "WES", "firm,Firm,2009-01-01,2011-12-31,suspended,2013-05-01,demo-north|east")
            + "west,,,,,,,,,,other-firm,Other Firm,2012-01-01,,active,2014-01-01,\n";

        var tried = await lists.TryAsync("concessions", list);
        Assert.Null(await lists.ConcessionAsync("east"));
        var answer = await lists.ImportAsync("concessions", list);

        Assert.Equal(["2 concessions/east New", "3 concessions/west New"], RegistryLists.Actions(answer));
        Assert.Equal(RegistryLists.Actions(tried), RegistryLists.Actions(answer));
        var west = (await lists.ConcessionAsync("west"))!;
        Assert.Equal("Имя WES", west.Names.In("ru"));
        Assert.Equal(["firm 2009-01-01 2011-12-31", "other-firm 2012-01-01 "], west.Holders.Select(h => FormattableString.Invariant($"{h.Id} {h.From:uuuu-MM-dd} {h.To:uuuu-MM-dd}")));
        Assert.Equal([(ConcessionStatus.Suspended, 2013), (ConcessionStatus.Active, 2014)], west.Status.Select(s => (s.Status, s.From.Year)));
        Assert.Equal(["demo-north", "east"], west.Succeeds.ToArray());
    }

    [Fact]
    public async Task Import_SameListAgain_ChangesNothing()
    {
        using var lists = await RegistryLists.OpenAsync();
        var list = Header + Row("east", "EAS") + Row("west", "WES");
        await lists.ImportAsync("concessions", list);

        var again = await lists.ImportAsync("concessions", list);

        Assert.Equal((0, 0, 2), (again.Preview.Counts!.Added, again.Preview.Counts.Changed, again.Preview.Counts.Unchanged));
        Assert.Equal(1, (await lists.Register.Library.ConcessionAsync("east", Application.Law.LawFreshness.Checked, default))!.Concession.Terms.Latest.Number);
    }

    [Fact]
    public async Task Import_SameKey_GivesTheFirstAnswerAgainAndNotForAnotherList()
    {
        using var lists = await RegistryLists.OpenAsync();
        await lists.RunAsync("concessions", Header + Row("east", "EAS"), key: "k");

        var again = Assert.IsType<Outcome<Application.Imports.ImportAnswer>.Done>(await lists.RunAsync("concessions", Header + Row("east", "EAS"), key: "k"));
        var other = Assert.IsType<Outcome<Application.Imports.ImportAnswer>.Refused>(await lists.RunAsync("concessions", Header + Row("west", "WES"), key: "k"));

        Assert.Equal(["2 concessions/east New"], RegistryLists.Actions(again.Value));
        Assert.Equal("idempotency-key-reused", other.Refusal.Code);
        Assert.Null(await lists.ConcessionAsync("west"));
    }

    [Fact]
    public async Task Import_OneBadRow_LeavesNothing()
    {
        using var lists = await RegistryLists.OpenAsync();

        var answer = await lists.ImportAsync("concessions", Header + Row("east", "EAS") + Row("west", "KT7") + Row("south", "EAS") + Row("far", "FA", "firm,Firm,2008-01-01,,,,"));

        Assert.Equal(["3 code code-taken", "4 code code-taken", "5 holderFrom before-tenure"], RegistryLists.Faults(answer));
        Assert.Null(await lists.ConcessionAsync("east"));
    }

    [Fact]
    public async Task Import_RecordedOtherwise_IsAFaultThatSaysWhatUnlessUpdateIsAsked()
    {
        using var lists = await RegistryLists.OpenAsync();
        await lists.ImportAsync("concessions", Header + Row("east", "EAS"));
        var list = Header + Row("east", "EAS").Replace("gbao", "khatlon", StringComparison.Ordinal).Replace("2029-12-31", "", StringComparison.Ordinal);

        var refused = await lists.ImportAsync("concessions", list);
        Assert.Equal(["2 region exists-differently", "2 tenureTo exists-differently"], RegistryLists.Faults(refused));
        Assert.Equal(["gbao", "2029-12-31"], refused.Preview.Faults.Select(f => f.Recorded));
        Assert.Equal("gbao", (await lists.ConcessionAsync("east"))!.Region);

        var changed = await lists.ImportAsync("concessions", list, update: true);
        Assert.Equal(["region gbao khatlon", "tenureTo 2029-12-31 "], changed.Lines!.Value[0].Changes.Select(c => $"{c.Column} {c.From} {c.To}"));
        Assert.Equal(("khatlon", (LocalDate?)null), ((await lists.ConcessionAsync("east"))!.Region, (await lists.ConcessionAsync("east"))!.Tenure.To));
        // A code is for ever, update or not.
        var code = await lists.ImportAsync("concessions", list.Replace("EAS", "EST", StringComparison.Ordinal), update: true);
        Assert.Contains("2 code code-fixed", RegistryLists.Faults(code));
    }

    [Fact]
    public async Task Import_SuccessorBeforeItsOrigin_IsRefusedAsItsPutWouldBe()
    {
        using var lists = await RegistryLists.OpenAsync();

        var answer = await lists.TryAsync("concessions", Header + Row("west", "WES", "firm,Firm,2009-01-01,,,,east") + Row("east", "EAS", "firm,Firm,2009-01-01,,,,west"));

        Assert.Equal(["2 succeeds concession-unknown", "3 succeeds concession-unknown"], RegistryLists.Faults(answer));
    }

    [Theory]
    [InlineData("concession", "East", "2 concession not-an-id")]
    [InlineData("concession", "latest", "2 concession not-an-id")]
    [InlineData("code", "east", "2 code bad-concession-code")]
    [InlineData("region", "ГБАО", "2 region not-an-id")]
    [InlineData("tenureFrom", "01.09.15", "2 tenureFrom two-digit-year")]
    [InlineData("tenureTo", "2200-01-01", "2 tenureTo date-out-of-range")]
    [InlineData("tenureTo", "2001-01-01", "2 tenureTo ends-before-it-begins")]
    [InlineData("basisNumber", "", "2 basisNumber required")]
    [InlineData("basisUrl", "javascript:alert(1)", "2 basisUrl bad-url")]
    [InlineData("timeZone", "Asia/Nowhere", "2 timeZone time-zone-unknown")]
    [InlineData("status", "notBegun", "2 status unknown-word")]
    [InlineData("statusFrom", "2010-01-01", "2 status required")]
    [InlineData("holderFrom", "", "2 holderFrom required")]
    [InlineData("succeeds", "East", "2 succeeds not-ids")]
    [InlineData("succeeds", "demo-north|demo-north", "2 succeeds repeated-value")]
    [InlineData("code", "", "2 code required")]
    [InlineData("nameEn", "", "2 nameEn required")]
    public async Task Try_OneCellSpoiled_IsNamed(string column, string value, string fault)
    {
        using var lists = await RegistryLists.OpenAsync();
        var cells = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["concession"] = "east", ["code"] = "EAS", ["nameEn"] = "East", ["region"] = "gbao", ["tenureFrom"] = "2009-01-01", ["tenureTo"] = "", ["basisTitle"] = "Order",
            ["basisNumber"] = "1", ["basisPublishedOn"] = "2009-01-01", ["holder"] = "firm", ["holderEn"] = "Firm", ["holderFrom"] = "2009-01-01",
        };
        cells[column] = value;

        var answer = await lists.TryAsync("concessions", $"{string.Join(';', cells.Keys)}\n{string.Join(';', cells.Values)}\n");

        Assert.Contains(fault, RegistryLists.Faults(answer));
    }

    [Fact]
    public async Task Try_RowsOfOneConcessionThatDisagree_AreNamed()
    {
        using var lists = await RegistryLists.OpenAsync();

        var answer = await lists.TryAsync("concessions", Header + Row("east", "EAS") + Row("east", "EST"));

        Assert.Equal(["3 code differs-within", "3 nameEn differs-within", "3 nameRu differs-within"], RegistryLists.Faults(answer));
    }

    [Fact]
    public async Task Try_RussianHeadingsAndDates_AreUnderstood()
    {
        using var lists = await RegistryLists.OpenAsync();

        var answer = await lists.TryAsync("concessions", "Концессия;Код;Название;Регион;Срок с;Акт;Номер акта;Дата акта;Код держателя;Держатель;Держатель с;Статус;Статус с\n"
            + "vostok;VOS;Восток;gbao;01.01.2009;Приказ;1;15.12.2008;firm;Фирма;01.01.2009;приостановлена;1.5.2012\n");

        Assert.Equal(["2 concessions/vostok New"], RegistryLists.Actions(answer));
        Assert.Empty(answer.Preview.IgnoredColumns);
    }

    [Fact]
    public async Task Import_CutOffAnywhere_IsCompletedBySendingItAgain()
    {
        var list = Header + Row("east", "EAS") + Row("west", "WES") + Row("far", "FAR");
        for (var commits = 0; commits < 7; commits++)
        {
            using var lists = await RegistryLists.OpenAsync();
            lists.Register.Store.DieAfter(commits, landsFirst: commits % 2 == 0);
            await Assert.ThrowsAnyAsync<Exception>(() => lists.RunAsync("concessions", list, key: "k"));
            lists.Register.Store.Revive();

            Assert.IsType<Outcome<Application.Imports.ImportAnswer>.Done>(await lists.RunAsync("concessions", list, key: "k"));

            Assert.Equal(["EAS", "WES", "FAR"], [(await lists.ConcessionAsync("east"))!.Code, (await lists.ConcessionAsync("west"))!.Code, (await lists.ConcessionAsync("far"))!.Code]);
        }
    }

    [Fact]
    public async Task Import_ChangedByAnotherWhileItIsRecorded_StopsAndOverwritesNothing()
    {
        using var lists = await RegistryLists.OpenAsync();
        await lists.ImportAsync("concessions", Header + Row("east", "EAS") + Row("west", "WES"));
        var list = Header + Row("east", "EAS").Replace("gbao", "khatlon", StringComparison.Ordinal) + Row("west", "WES").Replace("gbao", "khatlon", StringComparison.Ordinal);
        lists.Register.Store.BeforeCommit = async partition =>
        {
            if (partition != "concession/east") return;
            lists.Register.Store.BeforeCommit = null;
            var west = (await lists.ConcessionAsync("west"))!;
            var draft = new Application.Law.RevisionDraft<ConcessionTerms>(west with { Region = "sughd" }, new LegalBasis("Order", "No. 3", new LocalDate(2014, 3, 1)));
            Assert.IsType<Outcome<Application.Concessions.ConcessionStanding>.Done>(
                await lists.PutConcession.RunAsync("west", draft, new Application.Law.Precondition("*", false), Given.TestRegister.Clerk, default));
        };

        var refused = Assert.IsType<Outcome<Application.Imports.ImportAnswer>.Refused>(await lists.RunAsync("concessions", list, update: true));

        Assert.Equal((RefusalKind.Conflict, "list-stopped"), (refused.Refusal.Kind, refused.Refusal.Code));
        Assert.Equal(("khatlon", "sughd"), ((await lists.ConcessionAsync("east"))!.Region, (await lists.ConcessionAsync("west"))!.Region));
    }
}
