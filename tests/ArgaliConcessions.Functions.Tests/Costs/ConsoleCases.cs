using System.Net;
using ArgaliConcessions.Functions.Tests.Console;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Functions.Tests.Costs;

/// <summary>The console's pages, asked by the authority, and its forms.</summary>
internal static class ConsoleCases
{
    public static IEnumerable<CostCase> All =>
    [
        Page("GET /console", "console"),
        Page("GET /console/sign-in", "console/sign-in"),
        new("POST /console/sign-in", "", SignInAsync),
        Form("POST /console/sign-out", "console", "console/sign-out"),
        Page("GET /console/concessions", "console/concessions"),
        Page("GET /console/concessions/{concession}", "console/concessions/north"),
        Page("GET /console/calendar", "console/calendar?year=2015"),
        Page("GET /console/quotas", "console/quotas?year=2015"),
        Page("GET /console/check", "console/check"),
        Form("POST /console/check", "console/check", "console/check", ("number", "{permit}")),
        Page("GET /console/check/{number}", "console/check/{permit}"),
    ];

    private static CostCase Page(string of, string address, string when = "") => CostCase.Get(of, address, when, "text/html");

    /// <summary>A form of a page, sent by hand with the authority's token; where it leads to is another case.</summary>
    private static CostCase Form(string of, string page, string action, params (string Name, string Value)[] fields) => new(of, "", async register =>
    {
        using var client = Open(register);
        using var _ = await client.SignInAsync(register.Token);
        var form = await client.FormAsync(page, action, [.. fields.Select(f => (f.Name, CostCase.Filled(register, f.Value)))]);
        await register.FreshenAsync();
        return await CountAsync(register, client, action, form);
    });

    private static async Task<Operations> SignInAsync(CostRegister register)
    {
        using var client = Open(register);
        return await CountAsync(register, client, "console/sign-in", await client.FormAsync("console/sign-in", "console/sign-in", ("token", register.Token)));
    }

    private static Task<Operations> CountAsync(CostRegister register, ConsoleClient client, string action, Dictionary<string, string> form) => register.CountAsync(async () =>
    {
        using var answer = await client.PostAsync(action, form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    });

    private static ConsoleClient Open(CostRegister register) => new(register.Authority.BaseAddress!);
}
