using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddSingleton(TimeProvider.System).AddArgaliConcessions(builder.Configuration);
if (!builder.Services.Any(service => service.ServiceType == typeof(IRecordStore)))
{
    await Console.Error.WriteLineAsync("ArgaliConcessions has no adapter for Azure Table storage yet, so it cannot start here. Run ArgaliConcessions.Host.Local instead.");
    return 1;
}

await builder.Build().RunAsync();
return 0;
