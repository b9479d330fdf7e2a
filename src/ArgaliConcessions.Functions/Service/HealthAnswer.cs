using System.Text.Json.Serialization;

namespace ArgaliConcessions.Functions.Service;

/// <summary>How the program is.</summary>
public sealed record HealthAnswer(HealthStatus Status, string Version, StoreHealth Store)
{
    /// <summary>One member for each part that reports, beside the others.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> Parts { get; init; } = new SortedDictionary<string, object>(StringComparer.Ordinal);
}

/// <param name="Ok">Whether the store answered a read.</param>
public sealed record StoreHealth(bool Ok);

/// <summary>Down: the store is silent (503). Degraded: it works, but something that should have happened did not.</summary>
public enum HealthStatus { Ok, Degraded, Down }
