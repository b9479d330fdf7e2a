using System.Security.Cryptography;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Tokens;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Host.Azure.Tests.Hosting;

/// <summary>The application settings of a worker, which it finds in its environment: the store, a key of its own, the timers' schedules.</summary>
internal sealed class WorkerSettings : IDisposable
{
    private const string NobodyThere = "DefaultEndpointsProtocol=http;AccountName=nobody;AccountKey=bm9ib2R5;TableEndpoint=http://127.0.0.1:1/nobody;";

    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly HostKey _key;

    private WorkerSettings(string store)
    {
        // The key object owns its ECDsa: it gets one of its own.
        var copy = ECDsa.Create();
        copy.ImportParameters(_ecdsa.ExportParameters(includePrivateParameters: true));
        _key = new HostKey(copy);
        Variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage__AzureTables__ConnectionString"] = store,
            ["Storage__AzureTables__Table"] = $"worker{Guid.NewGuid():N}",
            ["Storage__AzureTables__CreateTable"] = "true",
            ["Storage__Retries__TotalTime"] = "00:00:03",
            ["Signing__Key"] = _ecdsa.ExportPkcs8PrivateKeyPem(),
            ["JobsSchedule"] = "0 */1 * * * *",
            ["NightlySweepSchedule"] = "0 */15 * * * *",
            ["SettleSchedule"] = "0 */5 * * * *",
            ["ZoneClaimsSchedule"] = "30 */5 * * * *",
        };
    }

    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>A table of its own in Azurite; without Azurite, a store that nobody answers for, which will do for all that asks it nothing.</summary>
    public static WorkerSettings WithStore() => new(Azurite.IsThere ? Azurite.ConnectionString : NobodyThere);

    /// <summary>A store at an address where nobody listens.</summary>
    public static WorkerSettings WithoutStore() => new(NobodyThere);

    /// <summary>A token that the worker believes, for it accepts those of its own key.</summary>
    public string Token(Role role) => new TokenIssuer(_key, TimeProvider.System).Issue(role, []);

    public void Dispose()
    {
        _key.Dispose();
        _ecdsa.Dispose();
    }
}
