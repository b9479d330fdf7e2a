using System.Net;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Http.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Tests.Http;

public sealed class LinkTests
{
    private const string Path = "/api/probe";

    [Fact]
    public async Task Link_ToThisPath_OpensItReadOnlyUntilItExpires()
    {
        await using var probe = await StartAsync(Access.Auditor | Access.Link);
        var link = Sign(probe, Path);

        var caller = await probe.Client(null).GetAsync($"probe?lang=en&link={link}").JsonAsync(HttpStatusCode.OK);
        Assert.Equal("link", caller.GetProperty("role").GetString());
        await probe.Client(null).PostJsonAsync($"probe?link={link}", "{}").ProblemAsync(HttpStatusCode.Unauthorized, "link-invalid");

        probe.Time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        await probe.Client(null).GetAsync($"probe?link={link}").ProblemAsync(HttpStatusCode.Unauthorized, "link-expired");
    }

    [Fact]
    public async Task Link_ToAnotherPath_OpensNothing()
    {
        await using var probe = await StartAsync(Access.Auditor | Access.Link);

        await probe.Client(null).GetAsync($"probe?link={Sign(probe, "/api/probe2")}").ProblemAsync(HttpStatusCode.Unauthorized, "link-invalid");
        await probe.Client(null).GetAsync("probe?link=x").ProblemAsync(HttpStatusCode.Unauthorized, "link-invalid");
    }

    [Fact]
    public async Task Link_WhereNoneIsAllowed_CountsForNothing()
    {
        await using var probe = await StartAsync(Access.Auditor);

        await probe.Client(null).GetAsync($"probe?link={Sign(probe, Path)}").ProblemAsync(HttpStatusCode.Unauthorized, "token-missing");
    }

    [Fact]
    public async Task Link_AsBearerToken_IsInvalid()
    {
        await using var probe = await StartAsync(Access.Read | Access.Link);

        await probe.Client(Sign(probe, Path)).GetAsync("probe").ProblemAsync(HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    public async Task BearerToken_AsLink_IsInvalid()
    {
        await using var probe = await StartAsync(Access.Read | Access.Link);
        var token = probe.Services.GetRequiredService<TokenIssuer>().Issue(Role.Authority, []);

        await probe.Client(null).GetAsync($"probe?link={token}").ProblemAsync(HttpStatusCode.Unauthorized, "link-invalid");
    }

    private static string Sign(Probe probe, string path) =>
        probe.Services.GetRequiredService<LinkSigner>().Sign(path, probe.Time.GetUtcNow() + TimeSpan.FromHours(1));

    private static Task<Probe> StartAsync(Access access) => Probe.StartAsync(access, (call, _) => Task.FromResult(Answers.Ok(call, call.Caller)));
}
