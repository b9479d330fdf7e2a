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
        Page("GET /console/issue", "console/issue?concession=north&year=2015"),
        Page("GET /console/issue", "console/issue", "to choose concession and year"),
        Send("POST /console/issue", "console/issue?concession=north&year=2015", "console/issue", HttpStatusCode.OK, "to check", [.. Permit, ("do", "check")]),
        Send("POST /console/issue", "console/issue?concession=north&year=2015", "console/issue", HttpStatusCode.SeeOther, "", [.. Permit, ("do", "issue")]),
        Page("GET /console/permits/{number}", "console/permits/{permit}"),
        Page("GET /console/permits/{number}/paper", "console/permits/{permit}/paper"),
        Page("GET /console/fieldsheets/{concession}", "console/fieldsheets/north"),
        Page("GET /console/findings", "console/findings"),
        Page("GET /console/findings/{id}", "console/findings/{finding}"),
        Page("GET /console/imports", "console/imports"),
        Page("GET /console/imports/{kind}", "console/imports/permits"),
        new("POST /console/imports/{kind}", "", HandInAsync),
        Page("GET /console/imports/{kind}/{file}", "{held}"),
        CostCase.Get("GET /console/results/{kind}/{file}", "{results}"),
        CostCase.Get("GET /console/templates/{list}", "console/templates/permits"),
        Send("POST /console/imports/{kind}/{file}", "{held}", "{held}", HttpStatusCode.SeeOther, ""),
        Page("GET /console/jobs/{id}", "console/jobs/{run}"),
        Page("GET /console/runs", "console/runs"),
        Form("POST /console/runs", "console/runs", "console/runs"),
        Page("GET /console/runs/{id}", "console/runs/{run}"),
        Page("GET /console/reports/{run}", "console/reports/{run}"),
    ];

    /// <summary>Asked while the finding is still open to decisions: before its resolution.</summary>
    public static CostCase Decision =>
        Send("POST /console/findings/{id}", "console/findings/{finding}", "console/findings/{finding}", HttpStatusCode.SeeOther, "", [("status", "acknowledged"), ("reason", "Seen.")]);

    private static (string Name, string Value)[] Permit =>
    [
        ("line", "rams"), ("zones", "north"), ("from1", "2015-10-05"), ("to1", "2015-10-20"), ("nameLatin", "Invented Clerk"), ("documentNumber", "K1234567"), ("feePaidOn", "2015-09-01"),
    ];

    private static CostCase Page(string of, string address, string when = "") => CostCase.Get(of, address, when, "text/html");

    /// <summary>A form of a page, sent by hand with the authority's token; where it leads to is another case.</summary>
    private static CostCase Form(string of, string page, string action, params (string Name, string Value)[] fields) => Send(of, page, action, HttpStatusCode.SeeOther, "", fields);

    private static CostCase Send(string of, string page, string action, HttpStatusCode expected, string when, params (string Name, string Value)[] fields) => new(of, when, async register =>
    {
        using var client = Open(register);
        using var _ = await client.SignInAsync(register.Token);
        var (from, to) = (CostCase.Filled(register, page), CostCase.Filled(register, action));
        var form = await client.FormAsync(from, to, [.. fields.Select(f => (f.Name, CostCase.Filled(register, f.Value)))]);
        await register.FreshenAsync();
        return await CountAsync(register, client, to, new FormUrlEncodedContent(form), expected);
    });

    private static async Task<Operations> HandInAsync(CostRegister register)
    {
        const string Route = "console/imports/permits";
        using var client = Open(register);
        using var _ = await client.SignInAsync(register.Token);
        using var parts = new MultipartFormDataContent();
        foreach (var (name, value) in await client.FormAsync(Route, Route, ("source", "third"))) parts.Add(new StringContent(value), $"\"{name}\"");
        parts.Add(new StringContent(CostStart.Permits("0004")), "\"file\"", "\"list.csv\"");
        await register.FreshenAsync();
        return await register.CountAsync(async () =>
        {
            using var answer = await client.PostAsync(Route, parts);
            register.Known["held"] = answer.Headers.Location!.ToString()["/api/".Length..];
            register.Known["results"] = register.Known["held"].Replace("/imports/", "/results/", StringComparison.Ordinal);
        });
    }

    private static async Task<Operations> SignInAsync(CostRegister register)
    {
        using var client = Open(register);
        var form = await client.FormAsync("console/sign-in", "console/sign-in", ("token", register.Token));
        return await CountAsync(register, client, "console/sign-in", new FormUrlEncodedContent(form), HttpStatusCode.SeeOther);
    }

    private static Task<Operations> CountAsync(CostRegister register, ConsoleClient client, string action, HttpContent form, HttpStatusCode expected) => register.CountAsync(async () =>
    {
        using var answer = await client.PostAsync(action, form);
        Assert.Equal(expected, answer.StatusCode);
    });

    private static ConsoleClient Open(CostRegister register) => new(register.Authority.BaseAddress!);
}
