using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Storage.Archive;
using ArgaliConcessions.Storage.AzureTables;
using ArgaliConcessions.Storage.Sqlite;

namespace ArgaliConcessions.Host.Local.Serving;

/// <summary>Registers the store: the file in the data folder, or a table elsewhere.</summary>
internal static class StoreParts
{
    public static IServiceCollection AddStore(this IServiceCollection services, LocalSettings settings, IConfiguration configuration)
    {
        services.AddChecked<StoreOptions>(configuration, StoreOptions.SectionName);
        services.AddChecked<RecordStoreOptions>(configuration, RecordStoreOptions.SectionName);
        if (KindIn(configuration) == StoreKind.AzureTables) services.AddAzureTables(settings, configuration);
        else services.AddSqlite(settings, configuration);
        services.AddSingleton(provider => new RecordStore(
            provider.GetRequiredService<IRecordTable>(), provider.GetRequiredService<RecordStoreOptions>(), settings.Time, Random.Shared.NextDouble));
        return services.AddSingleton<IRecordStore>(provider => new ImportGuard(provider.GetRequiredService<RecordStore>()));
    }

    private static void AddSqlite(this IServiceCollection services, LocalSettings settings, IConfiguration configuration)
    {
        services.AddChecked<SqliteOptions>(configuration, SqliteOptions.SectionName);
        services.PostConfigure<SqliteOptions>(options => options.DataFolder = settings.DataFolder);
        services.AddSingleton<IRecordTable>(provider => Around(settings, SqliteRecordTable.Open(provider.GetRequiredService<SqliteOptions>(), settings.Time)));
    }

    private static void AddAzureTables(this IServiceCollection services, LocalSettings settings, IConfiguration configuration)
    {
        services.AddChecked<AzureTablesOptions>(configuration, AzureTablesOptions.SectionName);
        services.AddSingleton<IRecordTable>(provider => Around(settings, AzureTablesRecordTable.Open(provider.GetRequiredService<AzureTablesOptions>())));
    }

    private static IRecordTable Around(LocalSettings settings, IRecordTable table) => settings.AroundStore?.Invoke(table) ?? table;

    // A kind that is none is refused by the options' own check when the host starts.
    private static StoreKind KindIn(IConfiguration configuration) =>
        Enum.TryParse<StoreKind>(configuration[$"{StoreOptions.SectionName}:{nameof(StoreOptions.Kind)}"], ignoreCase: true, out var kind) ? kind : StoreKind.Sqlite;
}
