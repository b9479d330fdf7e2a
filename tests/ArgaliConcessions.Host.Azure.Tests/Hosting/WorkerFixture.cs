namespace ArgaliConcessions.Host.Azure.Tests.Hosting;

/// <summary>One worker for all tests that do not stop it: starting one takes seconds.</summary>
public sealed class WorkerFixture : IAsyncLifetime
{
    internal FunctionsHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await FunctionsHost.StartAsync(WorkerSettings.WithStore());

    public async Task DisposeAsync() => await Host.DisposeAsync();
}

/// <summary>The tests that share a worker run one after another: what it logs is then known to be of one test.</summary>
[CollectionDefinition(Name)]
public sealed class WorkerCollection : ICollectionFixture<WorkerFixture>
{
    public const string Name = "Worker";
}
