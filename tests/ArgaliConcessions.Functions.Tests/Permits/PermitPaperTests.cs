using System.Net;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Pages;
using ArgaliConcessions.Functions.Tests.Registry;
using ArgaliConcessions.Tests;
using UglyToad.PdfPig;

namespace ArgaliConcessions.Functions.Tests.Permits;

/// <summary>The printed permit over HTTP.</summary>
public sealed class PermitPaperTests(PermitHost host) : IClassFixture<PermitHost>
{
    [Fact]
    public async Task Paper_ForTheAuthority_HasDocumentActsAndTheAddressOfTheCheck()
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt);

        var page = await PageAsync(host.Authority, $"permits/{number}/paper");

        Papers.AssertSelfContained(page);
        foreach (var expected in new[] { number, "C01X4711", "INVENTED HUNTER", "trophy hunt", "An act of the test authority, Lines, ", "An act of the test authority, Quota, ", $"/season/polii@1]", $"/zone/north@1]", "version 1. Printed on 1 October 2015, " })
        {
            Assert.Contains(expected, Papers.Parse(page).Value, StringComparison.Ordinal);
        }

        Assert.Contains($"{host.Host.Server.Address.GetLeftPart(UriPartial.Authority)}/api/console/check/{number}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("C01X4711", await PageAsync(host.Host.Inspector, $"permits/{number}/paper"), StringComparison.Ordinal);
        Assert.DoesNotContain("C01X4711", await PageAsync(host.Host.Holder(hunt.Id), $"permits/{number}/paper"), StringComparison.Ordinal);
        await host.Host.Holder("another").GetAsync($"permits/{number}/paper").ProblemAsync(HttpStatusCode.NotFound, "permit-not-found");
    }

    [Theory]
    [InlineData("?format=pdf", null, "application/pdf")]
    [InlineData("", "application/pdf", "application/pdf")]
    [InlineData("?format=html", "application/pdf", "text/html")]
    [InlineData("", "text/html,application/pdf;q=0.5", "text/html")]
    [InlineData("", "*/*", "text/html")]
    [InlineData("", null, "text/html")]
    public async Task Paper_OfAForm_IsChosenByParameterOrHeader(string query, string? accept, string mediaType)
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt);
        var request = new HttpRequestMessage(HttpMethod.Get, $"permits/{number}/paper{query}");
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await host.Authority.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(mediaType, answer.Content.Headers.ContentType!.MediaType);
        if (mediaType != "application/pdf") return;
        Assert.Equal($"permit-{number}-v1.pdf", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        using var document = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains(number, string.Concat(document.GetPages().SelectMany(p => p.Letters).Select(l => l.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_InAFormThatIsNotThere_IsRefused()
    {
        var number = await host.IssuedAsync(await host.HuntAsync());
        var request = new HttpRequestMessage(HttpMethod.Get, $"permits/{number}/paper");
        request.Headers.TryAddWithoutValidation("Accept", "image/png");

        await host.Authority.SendAsync(request).ProblemAsync(HttpStatusCode.NotAcceptable, "paper-format-not-there");
        Assert.Equal(["format unknown-value"], (await host.Authority.GetAsync($"permits/{number}/paper?format=docx").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid")).Errors());
    }

    [Fact]
    public async Task Paper_AfterARevocation_SaysSoAndNamesItsVersion()
    {
        var number = await host.IssuedAsync(await host.HuntAsync());
        await host.Authority.PostJsonAsync($"permits/{number}/revocation", """{"reason":"As ordered."}""", number).JsonAsync(HttpStatusCode.Created);

        var page = await PageAsync(host.Authority, $"permits/{number}/paper?lang=ru");

        Assert.Contains("<p class=\"across\">отозвана</p>", page, StringComparison.Ordinal);
        Assert.Contains($"{number}, версия 2. Напечатано 1 октября 2015 г., ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicAddress_WhereItIsSet_StandsOnPaperAndInLinks()
    {
        var apart = new LocalHost
        {
            Settings = folder => new Dictionary<string, string?>(StoreUnderTest.Settings(folder)) { ["Api:PublicAddress"] = "https://permits.example.org/" },
        };
        await apart.InitializeAsync();
        try
        {
            await SmallRegister.EnterAsync(apart.Authority);
            var number = await SmallRegister.IssueAsync(apart.Authority, "k1");
            var link = await apart.Authority.PostJsonAsync("links", """{"report":"latest"}""", "k2").JsonAsync(HttpStatusCode.Created);

            Assert.Contains($"https://permits.example.org/api/console/check/{number}", await PageAsync(apart.Authority, $"permits/{number}/paper"), StringComparison.Ordinal);
            Assert.StartsWith("https://permits.example.org/api/compliance/reports/latest?link=", link.GetProperty("url").GetString(), StringComparison.Ordinal);
        }
        finally
        {
            await apart.DisposeAsync();
        }
    }

    private static async Task<string> PageAsync(HttpClient client, string route)
    {
        using var answer = await client.GetAsync(route);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, page);
        return page;
    }
}
