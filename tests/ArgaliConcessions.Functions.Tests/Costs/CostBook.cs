using ArgaliConcessions.Functions.Tests.Docs;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Functions.Tests.Costs;

/// <summary>What src/README.md says that routes and timers cost. The document is what is pinned: no number stands in a test.</summary>
internal static class CostBook
{
    /// <summary>By route or timer, and the state beside the usual one; the usual one is "".</summary>
    public static IReadOnlyDictionary<(string Of, string When), string> Told { get; } = Routes().Concat(Variants()).Concat(Timers()).Concat(Sweeps()).ToDictionary(row => row.Key, row => row.Cost);

    private static IEnumerable<((string, string) Key, string Cost)> Routes() =>
        Page.Source.Rows("What each route costs").Select(row => ((Page.Code(row[0]).Single(), ""), row[1]));

    private static IEnumerable<((string, string) Key, string Cost)> Variants() =>
        Page.Source.Rows("What else is asked for").Select(row => ((Page.Code(row[0]).Single(), row[1]), row[2]));

    private static IEnumerable<((string, string) Key, string Cost)> Timers() =>
        Page.Source.Rows("What each timer does").Select(row => ((Page.Code(row[0]).Single(), ""), row[2]));

    private static IEnumerable<((string, string) Key, string Cost)> Sweeps() => Page.Source.Rows("What a sweep costs").Select(row => (("sweep", row[0]), row[1]));

    /// <summary>A cost in the form of <see cref="Operations"/>; a cell that has another form fails.</summary>
    public static Operations Read(string cell) => Operations.Read(cell) ?? throw new FormatException($"'{cell}' is no cost: write it like '7P 1R 1C', or 'none'.");
}
