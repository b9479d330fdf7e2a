using ArgaliConcessions.Browser.Tests.Running;
using ArgaliConcessions.Functions.Http;

namespace ArgaliConcessions.Browser.Tests;

/// <summary>Every page of the console, as the authority sees it: in a wide and a narrow window, in both languages, without a barrier for anybody.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class PageTests(ConsoleWorld world)
{
    /// <summary>Addresses below the console's, by a name for their pictures.</summary>
    private static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        ["start"] = "",
        ["sign-in"] = "/sign-in",
        ["map"] = "/concessions",
        ["concession"] = "/concessions/north",
        ["calendar"] = "/calendar",
        ["quotas"] = "/quotas",
        ["check"] = "/check",
        ["verdict"] = "/check/{permit}",
        ["verdict-outside"] = "/check/{permit}?lon=70&lat=38&on=2014-10-05",
        ["issue-choose"] = "/issue",
        ["issue"] = "/issue?concession=north&year=2014",
        ["permit"] = "/permits/{permit}?issued=true",
        ["findings"] = "/findings?status=any",
        ["imports"] = "/imports",
        ["import-permits"] = "/imports/permits",
        ["runs"] = "/runs",
    };

    public static TheoryData<string, Window> All
    {
        get
        {
            var all = new TheoryData<string, Window>();
            foreach (var name in Pages.Keys)
            {
                all.Add(name, Window.Wide);
                all.Add(name, Window.Narrow);
            }

            return all;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task Page_InEitherWindow_HasNoBarrierAndFits(string name, Window window)
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        await using var tab = await world.SignedInAsync(Role.Authority, window);
        // The wide window reads English, the narrow one Russian, whose words are longer.
        var address = Pages[name].Replace("{permit}", world.Register.Permit, StringComparison.Ordinal);
        var status = await tab.GoAsync($"/api/console{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={(window == Window.Wide ? "en" : "ru")}");
        await tab.PictureAsync($"{name}-{window}".ToLowerInvariant());

        Assert.Equal(200, status);
        Assert.Empty(await tab.BarriersAsync());
        Assert.Equal(0, await tab.OverflowAsync());
        Assert.Empty(tab.Complaints);
    }
}
