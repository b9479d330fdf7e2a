using System.Net;
using ArgaliConcessions.Functions.Http;

namespace ArgaliConcessions.Functions.Tests.Console;

/// <summary>A permit on a page of the console, and on paper.</summary>
public sealed class PermitPageTests(ConsoleHost console) : IClassFixture<ConsoleHost>
{
    private string Address => $"console/permits/{console.Permit}";

    [Fact]
    public async Task Page_NamesTheAnimalInWordsAndLeadsToThePaper()
    {
        using var client = await console.SignedInAsync(Role.Inspector);
        var page = await client.PageAsync(Address);

        Assert.Contains("Marco Polo sheep", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/api/{Address}/paper\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/api/{Address}/paper?format=pdf\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_OfAPermit_IsPrintedForWhoeverHasSignedIn()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        using var page = await client.GetAsync($"{Address}/paper");
        Assert.Contains(console.Permit, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());

        using var pdf = await client.GetAsync($"{Address}/paper?format=pdf");
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        Assert.Equal("%PDF"u8.ToArray(), (await pdf.Content.ReadAsByteArrayAsync())[..4]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/paper")]
    [InlineData("/paper?format=pdf")]
    public async Task Permit_OfAnotherHoldersConcession_IsNotThere(string below)
    {
        using var client = await console.SignedInAsync(Role.Holder, "elsewhere");
        await client.PageAsync(Address + below, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Paper_InAFormThatThereIsNone_IsRefusedAsAPage()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        Assert.Contains("<h1>", await client.PageAsync($"{Address}/paper?format=scroll", HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
    }
}
