using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Registry;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Tests.Permits;

/// <summary>A verdict is told wholly in the language of whoever asks, whatever it says; what was answered in which language, the answer says.</summary>
public sealed partial class VerdictLanguageTests(PermitHost host) : IClassFixture<PermitHost>
{
    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Verdict_OfEveryKind_IsInOneLanguage(string language)
    {
        var hunt = await host.HuntAsync();
        var (sound, used, wounded, suspended) = (await Permit("sound"), await Permit("used"), await Permit("wounded"), await Permit("suspended"));
        await host.Authority.PutJsonAsync($"permits/{used}/harvests/h", hunt.Kill().ToJsonString()).JsonAsync(HttpStatusCode.Created);
        await host.Authority.PutJsonAsync($"permits/{wounded}/harvests/h", hunt.Kill().With("outcome", "wounded").ToJsonString()).JsonAsync(HttpStatusCode.Created);
        await host.Authority.PostJsonAsync($"permits/{suspended}/suspension", """{"from":"2015-10-02","reason":"1"}""", "s").JsonAsync(HttpStatusCode.Created);
        string[] questions =
        [
            $"{sound}/validity?at=2015-10-10T07:00:00Z&{hunt.Place}", $"{sound}/validity?on=2015-10-10", $"{sound}/validity?on=2016-03-14", $"{sound}/validity?on=2014-10-10",
            $"{sound}/validity?at=2015-10-10T07:00:00Z&lon={FormattableString.Invariant($"{hunt.Ground.West}")}&lat={FormattableString.Invariant($"{hunt.Ground.South + 0.3}")}",
            $"{used}/validity?on=2015-10-12", $"{wounded}/validity?on=2015-10-12", $"{suspended}/validity?at=2015-10-10T07:00:00Z&lon=10&lat=10",
        ];
        foreach (var question in questions)
        {
            await IsWhollyIn(language, $"permits/{question}&lang={language}");
        }

        async Task<string> Permit(string key) => await host.IssuedAsync(hunt, $"{key}{language}", hunt.Request().With("hunter", new JsonObject
        {
            ["names"] = Bodies.Names($"Hunter {key}"), ["asInPassport"] = $"HUNTER {key}", ["nationality"] = "DE", ["documentNumber"] = $"C{key}{language}",
        }));
    }

    [Theory]
    [InlineData("tg", "tg")]
    [InlineData("ky-KG, ru;q=0.9", "ky")]
    [InlineData("kk, ru;q=0.9, en;q=0.1", "ru")]
    public async Task Verdict_AskedForByABrowser_IsInItsLanguage(string accept, string expected)
    {
        var hunt = await host.HuntAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, $"permits/{await host.IssuedAsync(hunt)}/validity?on=2015-10-10");
        request.Headers.TryAddWithoutValidation("Accept-Language", accept);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");

        var answer = await host.Host.Inspector.SendAsync(request);

        Assert.Equal([expected], answer.Content.Headers.ContentLanguage);
        Assert.Contains($"<html lang=\"{expected}\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>The name in the page's own language comes first and bears no mark; the others say which language they are in.</summary>
    [Fact]
    public async Task Names_OnThePage_BeginWithTheReadersOwn()
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt);

        var tajik = await host.Host.Inspector.GetStringAsync($"permits/{number}/validity?on=2015-10-10&format=html&lang=tg");
        var kyrgyz = await host.Host.Inspector.GetStringAsync($"permits/{number}/validity?on=2015-10-10&format=html&lang=ky");

        Assert.Contains("<dt>Шикорчӣ</dt><dd>Invented Hunter (тоҷ.) (<span lang=\"en\">Invented Hunter</span> · <span lang=\"ru\">Invented Hunter (рус.)</span>)</dd>", WebUtility.HtmlDecode(tajik), StringComparison.Ordinal);
        Assert.Contains("<dt>Аңчы</dt><dd><span lang=\"ru\">Invented Hunter (рус.)</span> (", WebUtility.HtmlDecode(kyrgyz), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("permits/-/validity?paper=nobody", "permit-not-found", HttpStatusCode.NotFound, "tg")]
    [InlineData("permits/-/validity?paper=x&lon=70", "invalid", HttpStatusCode.UnprocessableEntity, "ru")]
    public async Task Refusal_OfAQuestion_SaysWhatLanguageItIsIn(string question, string code, HttpStatusCode status, string expected)
    {
        var answer = await host.Host.Inspector.GetAsync($"{question}&lang=tg");

        await Task.FromResult(answer).ProblemAsync(status, code);
        Assert.Equal([expected], answer.Content.Headers.ContentLanguage);
    }

    [Fact]
    public async Task Data_WithoutWords_HasNoLanguage() =>
        Assert.Empty((await host.Host.Inspector.GetAsync("years/2015?lang=tg")).EnsureSuccessStatusCode().Content.Headers.ContentLanguage);

    private async Task IsWhollyIn(string language, string question)
    {
        var json = await host.Host.Inspector.GetAsync(question);
        var page = await host.Host.Inspector.GetAsync($"{question}&format=html");

        Assert.Equal([language], json.Content.Headers.ContentLanguage);
        Assert.Equal([language], page.Content.Headers.ContentLanguage);
        var html = XDocument.Parse((await page.Content.ReadAsStringAsync()).Replace("<!doctype html>", "", StringComparison.Ordinal).Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal)
            .Replace("initial-scale=1\">", "initial-scale=1\"/>", StringComparison.Ordinal).Replace("noindex\">", "noindex\"/>", StringComparison.Ordinal).Replace("<br>", "<br/>", StringComparison.Ordinal));
        Assert.Equal(language, html.Root!.Attribute("lang")!.Value);
        Assert.DoesNotMatch(Raw(), html.Root.Element("body")!.Value);
        var detail = (await Task.FromResult(json).JsonAsync(HttpStatusCode.OK)).GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("detail").GetString()!);
        Assert.All(detail, text => Assert.DoesNotMatch(Raw(), text));
    }

    /// <summary>A key in place of its text, or a placeholder that nothing has filled.</summary>
    [GeneratedRegex(@"\b(check|page|verdict|nextStep|word|report)\.[a-z]|[{}]", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Raw();
}
