using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.AzureTables;

/// <summary>The filter of a range of rows. Encoded keys hold no quotes, so none is doubled.</summary>
internal static class EntityRange
{
    public static string Filter(RawRange range)
    {
        var filter = $"PartitionKey eq '{range.Partition}'";
        if (range.From.Length > 0) filter += $" and RowKey ge '{range.From}'";
        return Bound(range.To) is { } bound ? $"{filter} and RowKey lt '{bound}'" : filter;
    }

    /// <summary>
    /// The filter of everything behind a place; null for everything. A place that the service marked keeps the filter that
    /// the mark was made under.
    /// </summary>
    public static string? FilterBehind(WholePlace? place) => place is not { Partition: { Length: > 0 } partition, Row: var row }
        ? null
        : $"PartitionKey ge '{partition}' and (PartitionKey gt '{partition}' or RowKey gt '{row}')";

    /// <summary>
    /// The upper bound without the control character of <see cref="KeyEncoder.End"/>, which a filter need not take: for
    /// <c>r!</c> and all below it, <c>r"</c>. Null when the range has no end.
    /// </summary>
    private static string? Bound(string to)
    {
        if (to.Length == 0 || to[^1] != KeyEncoder.End) return to;
        return to.Length == 1 ? null : to[..^2] + (char)(to[^2] + 1);
    }
}
