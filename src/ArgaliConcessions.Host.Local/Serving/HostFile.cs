using System.Text.Json;

namespace ArgaliConcessions.Host.Local.Serving;

/// <summary>What the local host takes from <c>host.json</c>, the file that the Functions host reads too.</summary>
/// <param name="RoutePrefix">The first segment of every route.</param>
/// <param name="MaxConcurrentRequests">Requests worked on at once; more wait.</param>
/// <param name="MaxOutstandingRequests">Requests worked on and waiting; more are turned away.</param>
/// <param name="FunctionTimeout">The longest that a timer function may run.</param>
/// <param name="LogLevels">Levels by category; <c>default</c> for the rest.</param>
public sealed record HostFile(
    string RoutePrefix, int MaxConcurrentRequests, int MaxOutstandingRequests, TimeSpan FunctionTimeout, IReadOnlyDictionary<string, LogLevel> LogLevels)
{
    /// <exception cref="InvalidDataException">The file is missing or malformed.</exception>
    public static HostFile Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            var http = root.GetProperty("extensions").GetProperty("http");
            return new HostFile(
                http.GetProperty("routePrefix").GetString()!.Trim('/'),
                http.GetProperty("maxConcurrentRequests").GetInt32(),
                http.GetProperty("maxOutstandingRequests").GetInt32(),
                TimeSpan.Parse(root.GetProperty("functionTimeout").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
                Levels(root.GetProperty("logging").GetProperty("logLevel")));
        }
        catch (Exception fault) when (fault is IOException or JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"{path} cannot be read: {fault.Message}", fault);
        }
    }

    private static Dictionary<string, LogLevel> Levels(JsonElement levels) =>
        levels.EnumerateObject().ToDictionary(l => l.Name, l => Enum.Parse<LogLevel>(l.Value.GetString()!), StringComparer.Ordinal);
}
