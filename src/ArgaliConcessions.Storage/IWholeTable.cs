namespace ArgaliConcessions.Storage;

/// <summary>
/// A table that can be read from end to end. No route does so: it is for archives, and for whoever checks what a store holds.
/// </summary>
public interface IWholeTable
{
    /// <summary>Reads rows of all partitions, in ordinal order of partition and row. The page may be short or empty although more follow.</summary>
    /// <param name="from">Where to begin: null for the first row of all, a page's <see cref="WholePage.Rest"/>, or a place made of the last row that is known.</param>
    /// <param name="limit">Rows at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="RecordTableException">The attempt failed.</exception>
    Task<WholePage> ReadAllAsync(WholePlace? from, int limit, CancellationToken cancellationToken);
}

/// <summary>A row with its encoded partition.</summary>
public sealed record WholeRow(string Partition, RawRecord Record);

/// <summary>One page. <paramref name="Rest"/> is null when there is no more, else where to read on.</summary>
public sealed record WholePage(IReadOnlyList<WholeRow> Rows, WholePlace? Rest);

/// <summary>A place between two rows: directly behind this one, which need not exist.</summary>
/// <param name="Partition">The encoded partition of the last row read; empty before the first.</param>
/// <param name="Row">Its encoded key.</param>
/// <param name="Mark">The adapter's own note; null for a place made by hand.</param>
public readonly record struct WholePlace(string Partition, string Row, string? Mark = null);
