using System.Net;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Storage.Archive;
using ArgaliConcessions.Storage.Sqlite;
using Microsoft.AspNetCore.Connections;

namespace ArgaliConcessions.Host.Local.Serving;

/// <summary>Serves the program's functions on this machine: Kestrel for HTTP, its own clock for timers, the store that is set.</summary>
public static class LocalServer
{
    /// <summary>Opens the store and starts to serve.</summary>
    /// <exception cref="DataFolderInUseException">Another host works in the data folder.</exception>
    /// <exception cref="RecordStoreException">The data folder cannot be used.</exception>
    /// <exception cref="UnfinishedImportException">The store holds part of an archive.</exception>
    /// <exception cref="IOException">The port is busy (<see cref="IsPortBusy"/>).</exception>
    public static async Task<RunningServer> StartAsync(LocalSettings settings, CancellationToken cancellationToken)
    {
        var app = Build(settings);
        try
        {
            // Opened before anything listens: a folder in use must be heard of first.
            app.Services.GetRequiredService<IRecordTable>();
            if (await IsHalfImportedAsync(app.Services.GetRequiredService<RecordStore>(), cancellationToken)) throw new UnfinishedImportException();
            await app.StartAsync(cancellationToken);
            return new RunningServer(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>A store that does not answer is no reason not to start: a table elsewhere may answer later, and until then <see cref="ImportGuard"/> lets nobody in.</summary>
    private static async Task<bool> IsHalfImportedAsync(IRecordStore store, CancellationToken cancellationToken)
    {
        try
        {
            return await ImportMarker.IsThereAsync(store, cancellationToken);
        }
        catch (RecordStoreException)
        {
            return false;
        }
    }

    public static bool IsPortBusy(IOException fault) => fault.InnerException is AddressInUseException;

    private static WebApplication Build(LocalSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        var host = HostFile.Read(Path.Combine(AppContext.BaseDirectory, "host.json"));
        builder.Configuration.AddInMemoryCollection(settings.Overrides);
        builder.Logging.AddHostFile(host);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, settings.Port);
            kestrel.Limits.MaxRequestBodySize = Intake.LargestBody + 1;
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddLocalParts(settings, host, builder.Configuration).AddArgaliConcessions(builder.Configuration);
        var app = builder.Build();
        app.Map(host, app.Services.GetRequiredService<FunctionInvoker>(), FunctionList.In(typeof(Registration).Assembly));
        return app;
    }
}
