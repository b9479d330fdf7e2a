using System.Net;
using System.Text.RegularExpressions;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Console;

/// <summary>Ground that two concessions claim is told at both, whichever came first.</summary>
public sealed partial class MapPageTests(MapPageTests.Claimed claimed) : IClassFixture<MapPageTests.Claimed>
{
    private const string Flagged = "stroke=\"#a01c1c\" stroke-width=\"2.2\"";

    [Theory]
    [InlineData("north", "north/valley and south/plain share")]
    [InlineData("south", "south/plain and north/valley share")]
    public async Task Concession_WhoseGroundIsAnothersToo_SaysSoAndDrawsIt(string concession, string words)
    {
        using var client = await claimed.Console.SignedInAsync(Role.Authority);
        var page = await client.PageAsync($"console/concessions/{concession}");

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains(Flagged, page, StringComparison.Ordinal);
        Assert.Contains("1 overlap", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_OfBoth_CountsTheOverlapAtEachAndTellsItOnce()
    {
        using var client = await claimed.Console.SignedInAsync(Role.Authority);
        var page = await client.PageAsync("console/concessions");

        Assert.Equal(["1", "0", "1"], LastCell().Matches(page).Select(m => m.Groups[1].Value));
        Assert.Single(Shares().Matches(page));
        Assert.Equal(3, page.Split(Flagged).Length);
    }

    [Theory]
    [InlineData("old", true)]
    [InlineData("south", false)]
    public async Task Ground_OfAConcessionThatHasEnded_IsDashed(string concession, bool dashed)
    {
        using var client = await claimed.Console.SignedInAsync(Role.Authority);
        Assert.Equal(dashed, (await client.PageAsync($"console/concessions/{concession}")).Contains("stroke-dasharray=\"6 4\"", StringComparison.Ordinal));
    }

    [GeneratedRegex("<td class=\"n\">([0-9]+)</td></tr>", RegexOptions.NonBacktracking)]
    private static partial Regex LastCell();

    [GeneratedRegex("<li>[^<]* share ", RegexOptions.NonBacktracking)]
    private static partial Regex Shares();

    /// <summary>Three concessions; the second was drawn over the first, with a reason, and the third has ended.</summary>
    public sealed class Claimed : IAsyncLifetime
    {
        public ConsoleHost Console { get; } = new();

        public async Task InitializeAsync()
        {
            await Console.InitializeAsync();
            await PutAsync("concessions/south", SmallRegister.Concession.Replace("\"NOR\"", "\"SOU\"", StringComparison.Ordinal));
            await PutAsync("concessions/south/zones/plain", SmallRegister.Zone
                .Replace("\"validFrom\"", "\"acceptOverlap\":\"Until the court decides\",\"validFrom\"", StringComparison.Ordinal)
                .Replace("[73.0,38.0],[73.2,38.0],[73.2,38.2],[73.0,38.2],[73.0,38.0]", "[73.1,37.9],[73.3,37.9],[73.3,38.1],[73.1,38.1],[73.1,37.9]", StringComparison.Ordinal));
            await PutAsync("concessions/old", SmallRegister.Concession
                .Replace("\"NOR\"", "\"OLD\"", StringComparison.Ordinal).Replace(
                "\"status\":\"active\",", $$"""
                "status":"active","basis":{{SmallRegister.Basis}} },{"from":"2014-02-01","status":"ended",
                """, StringComparison.Ordinal));
            await PutAsync("concessions/old/zones/hill", SmallRegister.Zone.Replace(
                "[73.0,38.0],[73.2,38.0],[73.2,38.2],[73.0,38.2],[73.0,38.0]", "[74.0,38.0],[74.2,38.0],[74.2,38.2],[74.0,38.2],[74.0,38.0]", StringComparison.Ordinal));
        }

        public Task DisposeAsync() => Console.DisposeAsync();

        private async Task PutAsync(string route, string body) => await Console.Host.Authority.PutJsonAsync(route, body).JsonAsync(HttpStatusCode.Created);
    }
}
