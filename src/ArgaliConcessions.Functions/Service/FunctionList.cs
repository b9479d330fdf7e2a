using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Service;

/// <summary>Finds functions as the Functions host does: public methods with <see cref="FunctionAttribute"/> of public classes.</summary>
public static class FunctionList
{
    public static IReadOnlyList<FunctionEntry> In(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(Read).OfType<FunctionEntry>().OrderBy(f => f.Name, StringComparer.Ordinal)];

    private static FunctionEntry? Read(MethodInfo method)
    {
        if (method.GetCustomAttribute<FunctionAttribute>() is not { } function) return null;
        var parameters = method.GetParameters();
        return new FunctionEntry(
            function.Name,
            method,
            parameters.Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(t => t is not null),
            parameters.Select(p => p.GetCustomAttribute<TimerTriggerAttribute>()).FirstOrDefault(t => t is not null));
    }
}

/// <summary>One function: its method, and the one trigger that it has.</summary>
public sealed record FunctionEntry(string Name, MethodInfo Method, HttpTriggerAttribute? Http, TimerTriggerAttribute? Timer)
{
    /// <summary>The route below the prefix; the function's name when the trigger states none.</summary>
    public string Route => Http?.Route ?? Name;

    /// <summary>The HTTP methods in upper case; empty when all are served.</summary>
    public IReadOnlyList<string> Methods { get; } = [.. (Http?.Methods ?? []).Select(m => m.ToUpperInvariant())];
}
