using System.Reflection;
using ArgaliConcessions.Functions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Simulation.Engine;

/// <summary>
/// The program's own services, made as its hosts have them registered, one set for each life of a process. Not the usual container,
/// which takes longer to build than a process lives here: every service is single and has one constructor.
/// </summary>
public sealed class ServiceSet : IServiceProvider
{
    private static readonly ILookup<Type, ServiceDescriptor> Registered = Read();
    private static readonly Dictionary<Type, ConstructorInvoker> Invokers = [];
    private static readonly Dictionary<Type, Type[]> Needs = [];
    private static readonly Lock Entry = new();
    private readonly Dictionary<Type, object> made = [];

    /// <param name="given">What a host adds: the store, the clock, ids, options.</param>
    public ServiceSet(params ReadOnlySpan<(Type Type, object Service)> given)
    {
        foreach (var (type, service) in given) made[type] = service;
    }

    /// <summary>A service of the program.</summary>
    public T Get<T>() where T : notnull => (T)GetService(typeof(T));

    public object GetService(Type type)
    {
        if (made.TryGetValue(type, out var there)) return there;
        return made[type] = IsSequence(type)
            ? MakeAll(type.GenericTypeArguments[0])
            : Make(Registered[type].LastOrDefault() ?? throw new InvalidOperationException($"{type} is not registered."));
    }

    private static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);

    private Array MakeAll(Type type)
    {
        object[] all = [.. Registered[type].Select(Make)];
        var typed = Array.CreateInstance(type, all.Length);
        all.CopyTo(typed, 0);
        return typed;
    }

    private object Make(ServiceDescriptor descriptor)
    {
        if (descriptor.ImplementationInstance is { } instance) return instance;
        if (descriptor.ImplementationFactory is { } factory) return factory(this);
        var (invoker, needs) = Constructor(descriptor.ImplementationType!);
        return invoker.Invoke(needs.Select(GetService).ToArray().AsSpan()!);
    }

    private static (ConstructorInvoker Invoker, Type[] Needs) Constructor(Type type)
    {
        lock (Entry)
        {
            if (Invokers.TryGetValue(type, out var known)) return (known, Needs[type]);
            var constructor = type.GetConstructors().Single();
            Needs[type] = [.. constructor.GetParameters().Select(p => p.ParameterType)];
            return (Invokers[type] = ConstructorInvoker.Create(constructor), Needs[type]);
        }
    }

    private static ILookup<Type, ServiceDescriptor> Read()
    {
        var services = new ServiceCollection();
        services.AddArgaliConcessions(new ConfigurationBuilder().Build());
        return services.Where(s => !s.IsKeyedService).ToLookup(s => s.ServiceType);
    }
}
