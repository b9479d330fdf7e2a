using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Tokens;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Host.Local.Demo;
using ArgaliConcessions.Host.Local.Keys;
using ArgaliConcessions.Host.Local.Timers;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Storage.Sqlite;

namespace ArgaliConcessions.Host.Local.Serving;

/// <summary>Registers what is the local host's own: store, key, clock, timers.</summary>
internal static class LocalParts
{
    public static IServiceCollection AddLocalParts(this IServiceCollection services, LocalSettings settings, HostFile host, IConfiguration configuration)
    {
        services.AddSingleton(settings.Time).AddSingleton(host).AddSingleton(new ApiOptions(host.RoutePrefix));
        services.AddStore(settings, configuration).AddTimers(settings);
        services.AddSingleton(provider =>
        {
            // The store holds the folder's lock: only its holder makes a key.
            provider.GetRequiredService<SqliteRecordTable>();
            return KeyFile.ReadOrMake(settings.DataFolder);
        });
        // Long enough for a job to reach its next checkpoint, short enough for someone who pressed Ctrl-C.
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        return services.AddSingleton<TokenIssuer>().AddSingleton<FunctionInvoker>().AddSingleton<IDemoLoader, DemoLoader>();
    }

    private static IServiceCollection AddStore(this IServiceCollection services, LocalSettings settings, IConfiguration configuration)
    {
        services.AddChecked<SqliteOptions>(configuration, SqliteOptions.SectionName);
        services.PostConfigure<SqliteOptions>(options => options.DataFolder = settings.DataFolder);
        services.AddChecked<RecordStoreOptions>(configuration, RecordStoreOptions.SectionName);
        services.AddSingleton(provider => SqliteRecordTable.Open(provider.GetRequiredService<SqliteOptions>(), settings.Time));
        return services.AddSingleton<IRecordStore>(provider => new RecordStore(
            provider.GetRequiredService<SqliteRecordTable>(), provider.GetRequiredService<RecordStoreOptions>(), settings.Time, Random.Shared.NextDouble));
    }

    private static void AddTimers(this IServiceCollection services, LocalSettings settings)
    {
        services.AddSingleton<TimerStates>().AddSingleton<TimerRunner>().AddHostedService<JobPump>();
        if (settings.RunTimers) services.AddHostedService<TimerService>();
    }

    public static void AddHostFile(this ILoggingBuilder logging, HostFile host)
    {
        logging.ClearProviders();
        foreach (var (category, level) in host.LogLevels) logging.AddFilter(category == "default" ? null : category, level);
        // A start that failed is told in our own words; what the host itself cannot survive is still logged.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // Standard output is for what was asked for; the log goes to standard error.
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
