namespace ArgaliConcessions.Tests.Invariants;

/// <summary>Something that must never be so, and is.</summary>
/// <param name="Invariant">Its name, kebab-case: two breaches of one name are the same fault.</param>
/// <param name="What">Where, and with which figures.</param>
public sealed record Breach(string Invariant, string What)
{
    public override string ToString() => $"{Invariant}: {What}";
}
