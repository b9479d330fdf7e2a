using System.Reflection;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Service;

/// <summary><c>GET /health</c>: whether the store answers, the version, and what the parts report.</summary>
public sealed class HealthFunctions(Endpoint endpoint, IRecordStore store, IEnumerable<IHealthReport> reports)
{
    private static readonly string Version =
        typeof(HealthFunctions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    [Function("Health")]
    public Task Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Public, async (_, cancellationToken) => Answers.Health(await ReadAsync(cancellationToken)));

    private async Task<HealthAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        if (!await StoreAnswersAsync(cancellationToken)) return new HealthAnswer(HealthStatus.Down, Version, new StoreHealth(false));
        var parts = new SortedDictionary<string, object>(StringComparer.Ordinal);
        var healthy = true;
        foreach (var report in reports)
        {
            var part = await report.ReadAsync(cancellationToken);
            parts[report.Name] = part.Details;
            healthy &= part.Healthy;
        }

        return new HealthAnswer(healthy ? HealthStatus.Ok : HealthStatus.Degraded, Version, new StoreHealth(true)) { Parts = parts };
    }

    private async Task<bool> StoreAnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.FindAsync(new RecordKey(Partitions.Law, PartitionHead.Row), cancellationToken);
            return true;
        }
        catch (RecordStoreException)
        {
            return false;
        }
    }
}
