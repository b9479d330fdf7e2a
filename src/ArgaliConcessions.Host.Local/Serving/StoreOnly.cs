using ArgaliConcessions.Storage;
using ArgaliConcessions.Storage.Archive;
using ArgaliConcessions.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace ArgaliConcessions.Host.Local.Serving;

/// <summary>The store that a server with the same settings would work on, without a server. Disposing it lets go of the data folder.</summary>
internal sealed class StoreOnly : IDisposable
{
    private readonly ServiceProvider _services;

    private StoreOnly(ServiceProvider services, StoreKind kind) => (_services, Kind) = (services, kind);

    /// <summary>The kind of store that is set.</summary>
    public StoreKind Kind { get; }

    /// <summary>Reads the settings; nothing is opened, and no folder made, before <see cref="Open"/>.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong.</exception>
    public static StoreOnly Prepare(LocalSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings.Overrides);
        var services = new ServiceCollection().AddStore(settings, builder.Configuration).BuildServiceProvider();
        return new StoreOnly(services, services.GetRequiredService<StoreOptions>().Kind);
    }

    /// <summary>Opens the store.</summary>
    /// <exception cref="DataFolderInUseException">A host works in the data folder.</exception>
    /// <exception cref="Application.Records.RecordStoreException">The data folder cannot be used.</exception>
    public ArchivedStore Open(TimeProvider time) => new(
        _services.GetRequiredService<IRecordTable>(), _services.GetRequiredService<RecordStoreOptions>(), time, Random.Shared.NextDouble);

    public void Dispose() => _services.Dispose();
}
