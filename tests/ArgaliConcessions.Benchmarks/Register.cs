using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArgaliConcessions.Benchmarks;

/// <summary>The program above a filled folder, without a server: nothing but what is measured runs.</summary>
internal sealed class Register : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private int _keys;

    public Register(string folder)
    {
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error)).AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => SqliteRecordTable.Open(new SqliteOptions { DataFolder = folder }, TimeProvider.System));
        services.AddSingleton(provider => new CountingStore(new RecordStore(
            provider.GetRequiredService<SqliteRecordTable>(), new RecordStoreOptions(), TimeProvider.System, new Random(1).NextDouble)));
        services.AddSingleton<IRecordStore>(provider => provider.GetRequiredService<CountingStore>());
        _services = services.AddArgaliConcessions(configuration).BuildServiceProvider();
    }

    public CountingStore Store => Get<CountingStore>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>One whole sweep.</summary>
    public async Task<Run> SweepAsync()
    {
        var asked = await Get<RequestRun>().RunAsync("bench", $"{Guid.NewGuid()}-{++_keys}", "", CancellationToken.None);
        var id = ((Outcome<Run>.Done)asked).Value.Id;
        while (true)
        {
            var work = await Get<JobRunner>().RunAsync(CancellationToken.None);
            if (work.FirstOrDefault(w => w.Fault is not null) is { Fault: { } fault }) throw new InvalidOperationException("The sweep broke off.", fault);
            if (await Get<RunBook>().FindAsync(id, CancellationToken.None) is { State: RunState.Complete } run) return run;
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
