using ArgaliConcessions.Browser.Tests.Running;
using ArgaliConcessions.Functions.Http;

namespace ArgaliConcessions.Browser.Tests;

/// <summary>A clerk's work from end to end: a permit, a finding, a list; in a wide and a narrow window.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class WorkTests(ConsoleWorld world)
{
    private const string Header = "concession,year,line,taxon,sex,number,from,to,zones,hunter,issuedOn,issuedBy\n";

    [SkippableTheory]
    [InlineData(Window.Wide)]
    [InlineData(Window.Narrow)]
    public async Task Permit_AfterAWrongTurn_IsIssuedWithKeysAlone(Window window)
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        await using var tab = await world.SignedInAsync(Role.Authority, window);
        await tab.GoAsync("/api/console/issue?concession=north");
        await tab.TabToAsync("main .ask button");
        await tab.EnterAsync();

        await tab.TabToAsync("#f-line");
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await tab.TabToAsync("#f-zones-0");
        await tab.Page.Keyboard.PressAsync("Space");
        await tab.TypeDateAsync("from1", 2014, 12, 10);
        await tab.TypeDateAsync("to1", 2015, 2, 5);
        await tab.TabToAsync("#f-nameLatin");
        await tab.Page.Keyboard.TypeAsync("Jane Roe");
        await tab.TypeDateAsync("feePaidOn", 2014, 9, 1);
        await tab.TabToAsync("button[value=check]");
        await tab.EnterAsync();
        await tab.PictureAsync($"issue-objection-{window}".ToLowerInvariant());

        Assert.Equal("errors", await tab.Page.EvaluateExpressionAsync<string>("document.activeElement.className"));
        Assert.True(await tab.HasAsync("#f-from1[aria-invalid=true][aria-describedby~=f-from1-error]"));
        Assert.Equal("Jane Roe", await tab.Page.EvaluateExpressionAsync<string>("document.getElementById('f-nameLatin').value"));
        Assert.Empty(await tab.BarriersAsync());
        Assert.Equal(0, await tab.OverflowAsync());

        // From the summary to the field, and on to what is offered.
        await tab.TabToAsync(".errors a[href='#f-from1']");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.TabToAsync("button[name=use]");
        await tab.EnterAsync();
        Assert.Contains("Nothing speaks against this permit.", await tab.TextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("2014-12-15", await tab.Page.EvaluateExpressionAsync<string>("document.getElementById('f-to1').value"));
        Assert.Equal("2015-02-01", await tab.Page.EvaluateExpressionAsync<string>("document.getElementById('f-from2').value"));
        Assert.Empty(await tab.BarriersAsync());

        await tab.TabToAsync("button[value=issue]");
        await tab.EnterAsync();
        await tab.PictureAsync($"issued-{window}".ToLowerInvariant());
        Assert.Contains("is issued.", await tab.TextAsync("main .done"), StringComparison.Ordinal);
        Assert.Empty(await tab.BarriersAsync());
        await tab.SendAsync("main .actions a");
        Assert.StartsWith("/api/console/check/TJ-2014-NOR-", tab.Address, StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);
    }

    [SkippableTheory]
    [InlineData(Window.Wide, "acknowledged")]
    [InlineData(Window.Narrow, "waived")]
    public async Task Finding_FromTheQueue_IsDecidedWithAReason(Window window, string status)
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        await using var tab = await world.SignedInAsync(Role.Authority, window);
        await tab.GoAsync("/api/console/findings");
        await tab.SendAsync(".finding h2 a");
        await tab.PictureAsync($"finding-{window}".ToLowerInvariant());
        Assert.Empty(await tab.BarriersAsync());
        Assert.Equal(0, await tab.OverflowAsync());

        await tab.SendAsync($"button[value={status}]");
        Assert.True(await tab.HasAsync("#f-reason[aria-invalid=true]"));
        Assert.Empty(await tab.BarriersAsync());
        await tab.FillAsync("reason", "Seen on the spot.");
        await tab.SendAsync($"button[value={status}]");

        Assert.Contains($"The finding is now: {status}.", await tab.TextAsync("main .done"), StringComparison.Ordinal);
        Assert.Contains("Seen on the spot.", await tab.TextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(await tab.BarriersAsync());
        Assert.DoesNotContain(tab.Complaints, c => !c.Contains("422", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData(Window.Wide, "0101")]
    [InlineData(Window.Narrow, "0102")]
    public async Task List_WithAFaultThenRight_IsImported(Window window, string number)
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        await using var tab = await world.SignedInAsync(Role.Authority, window);
        await TryAsync(tab, number, "2014-13-01");
        await tab.PictureAsync($"import-fault-{window}".ToLowerInvariant());
        Assert.Contains("This file cannot be imported: 1 fault.", await tab.TextAsync("main .errors"), StringComparison.Ordinal);
        Assert.Contains("2014-13-01", await tab.TextAsync("main table td:nth-child(3)"), StringComparison.Ordinal);
        Assert.False(await tab.HasAsync("main form button"));
        Assert.Empty(await tab.BarriersAsync());
        Assert.Equal(0, await tab.OverflowAsync());

        await TryAsync(tab, number, "2014-10-01");
        await tab.PictureAsync($"import-trial-{window}".ToLowerInvariant());
        Assert.Empty(await tab.BarriersAsync());
        Assert.Equal(0, await tab.OverflowAsync());
        await tab.SendAsync("main form button");
        await tab.UntilAsync("Imported.");
        await tab.PictureAsync($"imported-{window}".ToLowerInvariant());
        Assert.Empty(await tab.BarriersAsync());
    }

    [SkippableTheory]
    [InlineData(Window.Wide)]
    [InlineData(Window.Narrow)]
    public async Task Register_CheckedNow_LeadsToItsReport(Window window)
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        await using var tab = await world.SignedInAsync(Role.Authority, window);
        await tab.GoAsync("/api/console/runs");
        await tab.SendAsync("main form button");
        await tab.PictureAsync($"run-{window}".ToLowerInvariant());
        await tab.UntilAsync("The register is checked.");
        Assert.Empty(await tab.BarriersAsync());
        await tab.SendAsync("main .actions a");

        Assert.StartsWith("/api/console/reports/", tab.Address, StringComparison.Ordinal);
        Assert.Contains("Demo authority", await tab.TextAsync("body"), StringComparison.Ordinal);
    }

    private static async Task TryAsync(Tab tab, string number, string from)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("argali-list-").FullName, "list.csv");
        await File.WriteAllTextAsync(path, $"{Header}NOR,2014,rams,polii,male,{number},{from},2014-10-14,valley,John Smith,2014-09-15,Clerk One\n");
        await tab.GoAsync("/api/console/imports/permits");
        await tab.FillAsync("source", "Office");
        await tab.ChooseFileAsync("file", path);
        await tab.SendAsync("main form button");
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
