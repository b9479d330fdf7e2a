using System.Net;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Console;

/// <summary>A host with a small register in it, whose console is asked.</summary>
public sealed class ConsoleHost : IAsyncLifetime
{
    public LocalHost Host { get; } = new();

    /// <summary>A permit of the register.</summary>
    public string Permit { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        await SmallRegister.EnterAsync(Host.Authority);
        Permit = await SmallRegister.IssueAsync(Host.Authority, "first");
    }

    public Task DisposeAsync() => Host.DisposeAsync();

    /// <summary>A browser in which nobody is signed in.</summary>
    internal ConsoleClient Open() => new(new Uri(Host.Server.Address, "api/"));

    /// <summary>A browser in which a role is signed in.</summary>
    internal async Task<ConsoleClient> SignedInAsync(Role role, params string[] concessions)
    {
        var client = Open();
        using var answer = await client.SignInAsync(Host.Token(role, concessions));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return client;
    }
}
