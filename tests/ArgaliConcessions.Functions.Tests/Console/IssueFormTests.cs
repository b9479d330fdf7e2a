using System.Net;
using System.Text.Json;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Console;

/// <summary>The form of a permit: checked without a trace, issued once, whoever sends what.</summary>
public sealed class IssueFormTests(ConsoleHost console) : IClassFixture<ConsoleHost>
{
    private const string Route = "console/issue";
    private const string Page = Route + "?concession=north&year=2014";

    private static readonly (string Name, string Value)[] Lawful =
    [
        ("line", "rams"), ("zones", "valley"), ("from1", "2014-10-01"), ("to1", "2014-10-14"), ("nameLatin", "Jane Roe"), ("nameCyrillic", "Джейн Роу"), ("asInPassport", "ROE JANE"),
        ("nationality", "US"), ("documentNumber", "P777"), ("outfitter", "Firm"), ("feePaidOn", "2014-09-01"), ("weapon", "Mauser"), ("party", "Guide One\r\nGuide Two"),
    ];

    [Fact]
    public async Task Page_WithoutAConcession_AsksForIt()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var page = WebUtility.HtmlDecode(await client.PageAsync(Route));

        Assert.Contains("<option value=\"north\">NOR · North</option>", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"2014\" selected>2014/15</option>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAConcession_OffersItsLinesWithWhatRemainsAndItsZones()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var page = await client.PageAsync(Page);

        Assert.Matches("rams: Marco Polo sheep, male, 5 years and more; 4,9[0-9]{2} of 5,000 left", page);
        Assert.Contains("value=\"valley\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Guides\">", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("concession=nowhere&year=2014")]
    [InlineData("concession=north&year=1999")]
    public async Task Page_OfNothingThatIsThere_Is404(string query)
    {
        using var client = await console.SignedInAsync(Role.Authority);
        await client.PageAsync($"{Route}?{query}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Check_OfALawfulPermit_SaysSoAndWritesNothing()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var form = await FormAsync(client, ("do", "check"), ("tag", "TAG-1"));
        var before = await StorePrint.OfAsync(console.Host);
        var page = await SendAsync(client, form, HttpStatusCode.OK);

        Assert.Contains("Nothing speaks against this permit.", page, StringComparison.Ordinal);
        Assert.Equal(before, await StorePrint.OfAsync(console.Host));
    }

    [Fact]
    public async Task Check_OfDaysOutsideTheSeason_TellsItBesideTheDaysWithItsActAndOffersTheOpenOnes()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var before = await StorePrint.OfAsync(console.Host);
        var page = await SendAsync(client, await FormAsync(client, ("do", "check"), ("from1", "2014-12-10"), ("to1", "2015-02-05")), HttpStatusCode.OK);

        Assert.Contains("<a href=\"#f-from1\">", page, StringComparison.Ordinal);
        Assert.Contains("id=\"f-from1\" name=\"from1\" aria-invalid=\"true\" aria-describedby=\"f-from1-error\"", page, StringComparison.Ordinal);
        Assert.Contains("Order on the hunt, 12, 1 July 2014", page, StringComparison.Ordinal);
        Assert.Contains("name=\"use\" value=\"2014-12-10/2014-12-15,2015-02-01/2015-02-05\"", page, StringComparison.Ordinal);
        Assert.Equal(before, await StorePrint.OfAsync(console.Host));
    }

    [Fact]
    public async Task Check_WhereTheAuthorityLetsAGapPass_IsGoodAndSaysIt()
    {
        var own = new ConsoleHost();
        await own.InitializeAsync();
        try
        {
            using var answer = await own.Host.Authority.GetAsync("authority");
            var lenient = SmallRegister.Authority.Replace("\"gapInPermit\":\"notice\",", "\"gapInPermit\":\"notice\",\"refuseGapAtIssue\":false,", StringComparison.Ordinal);
            await own.Host.Authority.PutJsonAsync("authority", lenient, answer.Headers.ETag!.Tag).JsonAsync(HttpStatusCode.OK);
            using var client = await own.SignedInAsync(Role.Authority);
            var page = await SendAsync(client, await FormAsync(client, ("do", "check"), ("from1", "2014-12-10"), ("to1", "2015-02-05")), HttpStatusCode.OK);

            Assert.Contains("Nothing speaks against this permit.", page, StringComparison.Ordinal);
            Assert.Contains("The authority lets this pass", page, StringComparison.Ordinal);
            Assert.Contains("name=\"use\"", page, StringComparison.Ordinal);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task Enter_InAFieldWhereDaysAreOffered_Checks()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var page = await SendAsync(client, await FormAsync(client, ("do", "check"), ("from1", "2014-12-10"), ("to1", "2015-02-05")), HttpStatusCode.OK);
        var form = page[page.IndexOf("action=\"/api/console/issue\"", StringComparison.Ordinal)..];

        // A browser presses the first button of the form.
        Assert.StartsWith(" class=\"usual\" name=\"do\" value=\"check\" tabindex=\"-1\" aria-hidden=\"true\"", form[(form.IndexOf("<button", StringComparison.Ordinal) + "<button".Length)..], StringComparison.Ordinal);
        Assert.Contains("name=\"use\"", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_OfOfferedDays_FillsThemInAndChecksThem()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var page = await SendAsync(client, await FormAsync(client, ("use", "2014-12-10/2014-12-15,2015-02-01/2015-02-05")), HttpStatusCode.OK);

        Assert.Contains("value=\"2015-02-05\" id=\"f-to2\"", page, StringComparison.Ordinal);
        Assert.Contains("Nothing speaks against this permit.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfEverythingThatIsWrong_TellsAllAtOnce()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var page = await SendAsync(
            client, await FormAsync(client, ("do", "check"), ("from1", "2014-08-01"), ("to1", "2014-08-02"), ("feePaidOn", "2016-01-01"), ("outfitter", "Nobody Known"), ("zones", "moon")), HttpStatusCode.OK);

        Assert.All(["f-from1", "f-feePaidOn", "f-outfitter", "f-zones-0"], id => Assert.Contains($"<a href=\"#{id}\">", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Issue_SentTwice_GivesOnePermit()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var before = await PermitsAsync();
        var form = await FormAsync(client, ("do", "issue"));
        var addresses = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            using var answer = await client.PostAsync(Route, form);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            return answer.Headers.Location!.ToString();
        }));

        var address = Assert.Single(addresses.Distinct(StringComparer.Ordinal));
        Assert.Equal(before + 1, await PermitsAsync());
        var page = await client.PageAsync(address["/api/".Length..]);
        Assert.Matches("Permit TJ-2014-NOR-[0-9]{5}-. is issued", page);
        Assert.Contains("Jane Roe (Джейн Роу)", page, StringComparison.Ordinal);
        Assert.Contains("Guide One, Guide Two", page, StringComparison.Ordinal);
        Assert.Contains("/api/console/check/TJ-2014-NOR-", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_SentAgainWithOtherContents_IsRefusedAndSaysWhy()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var form = await FormAsync(client, ("do", "issue"));
        using var first = await client.PostAsync(Route, form);
        var before = await PermitsAsync();
        form["weapon"] = "Bow";
        var page = await SendAsync(client, form, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("class=\"errors\"", page, StringComparison.Ordinal);
        Assert.Equal(before, await PermitsAsync());
    }

    [Fact]
    public async Task Issue_OfWhatIsUnlawful_IsRefusedAndWritesNothing()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var form = await FormAsync(client, ("do", "issue"), ("to1", "2015-01-14"));
        var before = await StorePrint.OfAsync(console.Host);
        var page = await SendAsync(client, form, HttpStatusCode.Conflict);

        Assert.Contains("<a href=\"#f-from1\">", page, StringComparison.Ordinal);
        Assert.Equal(before, await StorePrint.OfAsync(console.Host));
    }

    [Theory]
    [InlineData("line", "")]
    [InlineData("line", "NOT AN ID")]
    [InlineData("zones", "../..")]
    [InlineData("from1", "tomorrow")]
    [InlineData("from1", "0001-01-01")]
    [InlineData("to1", "2014-09-01")]
    [InlineData("to1", "")]
    [InlineData("from2", "2014-10-05")]
    [InlineData("feePaidOn", "31.12.2014")]
    [InlineData("nationality", "germany")]
    [InlineData("nationality", "<b>")]
    [InlineData("nameLatin", "x", 300)]
    [InlineData("tag", "---")]
    [InlineData("party", "a\n", 25)]
    public async Task Field_ThatIsHostileOrWrong_IsToldBesideItAndNothingIsWritten(string field, string value, int times = 1)
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var form = await FormAsync(client, ("do", "issue"), (field, string.Concat(Enumerable.Repeat(value, times))));
        var before = await StorePrint.OfAsync(console.Host);
        var page = await SendAsync(client, form, HttpStatusCode.UnprocessableEntity);

        // What ends before it begins, or overlaps, is told beside the days that a clerk would change.
        Assert.Matches($"<a href=\"#f-({field}(-0)?|from1|to2)\">", page);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Equal(before, await StorePrint.OfAsync(console.Host));
    }

    [Theory]
    [InlineData("2014-12-10")]
    [InlineData("x/y")]
    [InlineData("<script>/<script>")]
    public async Task Use_OfWhatIsNoProposal_LeavesTheDaysAsTheyAre(string use)
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var page = await SendAsync(client, await FormAsync(client, ("use", use), ("do", "issue")), HttpStatusCode.OK);

        Assert.Contains("value=\"2014-10-14\" id=\"f-to1\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Inspector)]
    [InlineData(Role.Holder)]
    public async Task Form_OfAnotherRole_IsRefused(Role role)
    {
        using var authority = await console.SignedInAsync(Role.Authority);
        using var client = await console.SignedInAsync(role, "north");
        await client.PageAsync(Page, HttpStatusCode.Forbidden);
        var before = await StorePrint.OfAsync(console.Host);
        await SendAsync(client, await FormAsync(authority, ("do", "issue")), HttpStatusCode.Forbidden);

        Assert.Equal(before, await StorePrint.OfAsync(console.Host));
    }

    [Fact]
    public async Task Form_OfAnotherSession_IsRefusedAndWritesNothing()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        using var other = await console.SignedInAsync(Role.Authority);
        var form = await FormAsync(other, ("do", "issue"));
        var before = await StorePrint.OfAsync(console.Host);
        await SendAsync(client, form, HttpStatusCode.Forbidden);

        Assert.Equal(before, await StorePrint.OfAsync(console.Host));
    }

    private static Task<Dictionary<string, string>> FormAsync(ConsoleClient client, params (string, string)[] changes) => client.FormAsync(Page, Route, [.. Lawful, .. changes]);

    private static async Task<string> SendAsync(ConsoleClient client, Dictionary<string, string> form, HttpStatusCode expected)
    {
        using var answer = await client.PostAsync(Route, form);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {page}");
        return page;
    }

    private async Task<int> PermitsAsync() =>
        (await console.Host.Authority.GetAsync("permits?limit=1000").JsonAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray().Count(p => p.ValueKind == JsonValueKind.Object);
}
