using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Tests;

/// <summary>Numbers from a seed, for many threads.</summary>
public sealed class SeededRandom(int seed)
{
    private readonly Random random = new(seed);
    private readonly Lock entry = new();

    /// <summary>From 0 to 1.</summary>
    public double Next()
    {
        lock (entry) return random.NextDouble();
    }

    /// <summary>From 0 to below the end.</summary>
    public int Next(int end)
    {
        lock (entry) return random.Next(end);
    }
}

/// <summary>Ids that are the same on every run.</summary>
public sealed class SeededIds(int seed) : IIdSource
{
    private readonly SeededRandom random = new(seed);

    public string NewId() => string.Create(26, random, static (id, random) =>
    {
        for (var i = 0; i < id.Length; i++) id[i] = "abcdefghijklmnopqrstuvwxyz234567"[random.Next(32)];
    });
}
