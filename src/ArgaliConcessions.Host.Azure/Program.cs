using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Storage.AzureTables;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddSingleton(TimeProvider.System).AddKeysFromSettings(builder.Configuration).AddArgaliConcessions(builder.Configuration);

// Nothing is asked of the store before the first request: instances start while somebody waits.
builder.Services.AddChecked<AzureTablesOptions>(builder.Configuration, AzureTablesOptions.SectionName);
builder.Services.AddChecked<RecordStoreOptions>(builder.Configuration, RecordStoreOptions.SectionName);
builder.Services.AddSingleton<IRecordTable>(provider => AzureTablesRecordTable.Open(provider.GetRequiredService<AzureTablesOptions>()));
builder.Services.AddSingleton<IRecordStore>(provider => new RecordStore(
    provider.GetRequiredService<IRecordTable>(), provider.GetRequiredService<RecordStoreOptions>(), TimeProvider.System, Random.Shared.NextDouble));

await builder.Build().RunAsync();
