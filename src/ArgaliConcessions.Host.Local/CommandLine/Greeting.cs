using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Tokens;
using ArgaliConcessions.Functions.Wording;
using ArgaliConcessions.Host.Local.Serving;

namespace ArgaliConcessions.Host.Local.CommandLine;

/// <summary>What is printed when the server is up: addresses to open, and a token for each role.</summary>
internal sealed class Greeting(TextWriter output, Texts texts, TimeProvider time)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(72);

    /// <summary>Short, since it stands in a terminal's history and opens everything.</summary>
    private static readonly TimeSpan SignInLife = TimeSpan.FromHours(1);

    private static readonly Role[] Roles = [Role.Authority, Role.Inspector, Role.Auditor];

    public async Task WriteAsync(RunningServer server, string dataFolder)
    {
        await output.WriteLineAsync(texts.Format("cli.greeting", ("address", server.Address.ToString().TrimEnd('/')), ("folder", Path.GetFullPath(dataFolder))));
        var issuer = server.Services.GetRequiredService<TokenIssuer>();
        foreach (var role in Roles)
        {
            await output.WriteLineAsync(texts.Format("cli.greeting-token", ("role", role), ("token", issuer.Issue(role, []))));
        }

        await output.WriteLineAsync(texts.Format("cli.greeting-holder"));
        await output.WriteLineAsync(texts.Format("cli.greeting-report", ("url", ReportLink(server))));
        await output.WriteLineAsync(texts.Format("cli.greeting-console", ("url", ConsoleLink(server))));
    }

    private Uri ConsoleLink(RunningServer server)
    {
        var authority = new Caller("authority", Role.Authority, []);
        var link = server.Services.GetRequiredService<SessionSigner>().Sign(authority, SessionUse.SignIn, time.GetUtcNow() + SignInLife);
        return new Uri(server.Address, $"/{server.Services.GetRequiredService<ApiOptions>().RoutePrefix}/console/sign-in?lang={texts.Language.Code}&link={link}");
    }

    private Uri ReportLink(RunningServer server)
    {
        var path = $"/{server.Services.GetRequiredService<ApiOptions>().RoutePrefix}/compliance/reports/latest";
        var link = server.Services.GetRequiredService<LinkSigner>().Sign(path, time.GetUtcNow() + LinkLife);
        return new Uri(server.Address, $"{path}?format=html&lang={texts.Language.Code}&link={link}");
    }
}
