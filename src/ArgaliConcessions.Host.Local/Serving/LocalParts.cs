using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Tokens;
using ArgaliConcessions.Host.Local.Demo;
using ArgaliConcessions.Host.Local.Keys;
using ArgaliConcessions.Host.Local.Timers;
using ArgaliConcessions.Storage;

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
            // SQLite holds the folder's lock: a second host on it ends here, before it makes a key.
            provider.GetRequiredService<IRecordTable>();
            return KeyFile.ReadOrMake(settings.DataFolder);
        });
        // Long enough for a job to reach its next checkpoint, short enough for someone who pressed Ctrl-C.
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        return services.AddSingleton<TokenIssuer>().AddSingleton<FunctionInvoker>().AddSingleton<IDemoLoader, DemoLoader>();
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
