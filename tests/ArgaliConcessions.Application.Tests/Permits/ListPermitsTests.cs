using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Tests.Given;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Permits;

public sealed class ListPermitsTests
{
    private static readonly PermitQuestion All = new(null, null, null, null, null, null, 100, null);

    [Theory]
    [InlineData(null)]
    [InlineData("2014")]
    public async Task RunAsync_ManyEmptyLedgers_StopsAfterTwentyPagesAndGoesOn(string? year)
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(3);
        var issued = new[] { (await register.IssuedAsync(key: "a")).Number, (await register.IssuedAsync(key: "b")).Number };
        for (var n = 0; n < 45; n++) await register.Ledgers.EnterAsync($"a{n}", n % 2 == 0 ? "2014" : "2013", TestRegister.Clerk, default);

        var (found, requests, after) = (new List<string>(), 0, (string?)null);
        do
        {
            register.Store.ResetCounts();
            var page = await register.List.RunAsync(All with { Year = year, After = after }, Viewer.Everything, default);
            Assert.InRange(register.Store.Pages, 1, 20);
            found.AddRange(page.Items.Select(i => i.Permit.Number));
            after = page.Next;
            Assert.InRange(++requests, 1, 10);
        }
        while (after is not null);

        Assert.Equal(issued, found);
        Assert.True(requests > 1);
    }

    [Fact]
    public async Task RunAsync_OneByOne_GivesEachOnce()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(3);
        foreach (var key in new[] { "a", "b", "c" }) await register.IssuedAsync(key: key);
        await register.Record.RunAsync(
            new Domain.Permits.PermitNumber("TJ", "2014", "KT7", 1).ToString(), Requests.Kill(), Viewer.Everything, TestRegister.Clerk, default);

        var (serials, after) = (new List<int>(), (string?)null);
        do
        {
            var page = await register.List.RunAsync(All with { Limit = 1, After = after }, Viewer.Everything, default);
            serials.AddRange(page.Items.Select(i => i.Permit.Serial));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal([1, 2, 3], serials);
    }
}
