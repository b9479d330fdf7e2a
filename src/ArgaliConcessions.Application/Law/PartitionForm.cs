namespace ArgaliConcessions.Application.Law;

/// <summary>How a partition's rows become something to work with.</summary>
/// <param name="Prefixes">The rows to read; all others are skipped.</param>
/// <param name="Parse">One row's content, called once for each version of a row.</param>
/// <param name="Assemble">All parsed rows by name; called when at least one changed.</param>
internal sealed record PartitionForm<T>(
    IReadOnlyList<string> Prefixes, Func<string, ReadOnlyMemory<byte>, object> Parse, Func<IReadOnlyDictionary<string, object>, T> Assemble)
{
    public bool Wants(string row) => Prefixes.Any(prefix => row.StartsWith(prefix, StringComparison.Ordinal));
}
