using System.Text.Json;
using ArgaliConcessions.Host.Azure.Tests.Protocol;

namespace ArgaliConcessions.Host.Azure.Tests.Hosting;

/// <summary>A function as the worker reported it.</summary>
internal sealed class ReportedFunction
{
    public ReportedFunction(RpcFunctionMetadata metadata)
    {
        Metadata = metadata;
        Bindings = [.. metadata.RawBindings.Select(b => JsonElement.Parse(b))];
    }

    public RpcFunctionMetadata Metadata { get; }

    public string Name => Metadata.Name;

    /// <summary>The bindings as JSON, each with its <c>type</c> and <c>name</c>.</summary>
    public IReadOnlyList<JsonElement> Bindings { get; }

    public JsonElement Trigger => Bindings.Single(b => Text(b, "type")!.EndsWith("Trigger", StringComparison.Ordinal));

    public bool IsHttp => Text(Trigger, "type") == "httpTrigger";

    public bool IsTimer => Text(Trigger, "type") == "timerTrigger";

    /// <summary>The route below the prefix.</summary>
    public string Route => Text(Trigger, "route") ?? Name;

    /// <summary>Null when the binding names none, so that all are served.</summary>
    public string[]? Methods => Trigger.TryGetProperty("methods", out var methods) ? [.. methods.EnumerateArray().Select(m => m.GetString()!)] : null;

    public string? Schedule => Text(Trigger, "schedule");

    public string? AuthLevel => Text(Trigger, "authLevel");

    /// <summary>The name of the parameter that the trigger's value goes into.</summary>
    public string Parameter => Text(Trigger, "name")!;

    private static string? Text(JsonElement binding, string member) => binding.TryGetProperty(member, out var value) ? value.GetString() : null;
}
