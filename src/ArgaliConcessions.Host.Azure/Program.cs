using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Storage.Archive;
using ArgaliConcessions.Storage.AzureTables;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
// The levels of host.json hold for the Functions host alone. Without them here each request would send it four lines, which it throws away.
builder.Logging.AddConfiguration(new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "host.json")).Build().GetSection("logging"));
// The Functions host bounds a request at 100 MiB and each route at less; Kestrel's own bound, 30 MB, would cut off imports that are allowed.
builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = null);
// Nothing here protects data by ASP.NET Core's means; a key file in the home folder would only be one more secret.
builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
builder.Services.AddSingleton(TimeProvider.System).AddKeysFromSettings(builder.Configuration).AddArgaliConcessions(builder.Configuration);

// Nothing is asked of the store before the first request: instances start while somebody waits.
builder.Services.AddChecked<AzureTablesOptions>(builder.Configuration, AzureTablesOptions.SectionName);
builder.Services.AddChecked<RecordStoreOptions>(builder.Configuration, RecordStoreOptions.SectionName);
builder.Services.AddSingleton<IRecordTable>(provider => AzureTablesRecordTable.Open(provider.GetRequiredService<AzureTablesOptions>()));
builder.Services.AddSingleton<IRecordStore>(provider => new ImportGuard(new RecordStore(
    provider.GetRequiredService<IRecordTable>(), provider.GetRequiredService<RecordStoreOptions>(), TimeProvider.System, Random.Shared.NextDouble)));

await builder.Build().RunAsync();
