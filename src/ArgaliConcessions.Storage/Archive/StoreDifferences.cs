using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>Where a store and an archive differ: how often, and the first few places by name.</summary>
internal sealed class StoreDifferences
{
    private const int MostNamed = 10;
    private readonly List<string> named = [];

    /// <summary>Rows and partitions that differ.</summary>
    public long Count { get; private set; }

    /// <summary>In the archive and not in the store.</summary>
    public void Missing(string partition, string row) => Add('-', partition, row);

    /// <summary>In the store and not in the archive.</summary>
    public void Extra(string partition, string row) => Add('+', partition, row);

    /// <summary>In both, with another content.</summary>
    public void Differs(string partition, string row) => Add('~', partition, row);

    /// <summary>The counts or hashes of a partition differ, or with an empty name those of the whole.</summary>
    public void SumsDiffer(string partition)
    {
        // Its rows have been named already, but for an error of ours.
        if (Count == 0) Add('~', partition, "");
    }

    /// <summary>A line each: <c>-</c> what is missing, <c>+</c> what is too much, <c>~</c> what differs; then how many more.</summary>
    public override string ToString() =>
        string.Join('\n', Count > named.Count ? named.Append(FormattableString.Invariant($"… {Count - named.Count}")) : named);

    private void Add(char sign, string partition, string row)
    {
        Count++;
        if (named.Count < MostNamed) named.Add($"{sign} {NameOf(partition)} {NameOf(row)}".TrimEnd());
    }

    /// <summary>The logical name; the key itself where somebody else wrote it.</summary>
    private static string NameOf(string key)
    {
        try
        {
            return KeyEncoder.Decode(key);
        }
        catch (FormatException)
        {
            return key;
        }
    }
}
