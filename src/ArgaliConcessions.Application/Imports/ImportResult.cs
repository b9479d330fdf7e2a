using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports.Tables;

namespace ArgaliConcessions.Application.Imports;

/// <summary>What a list does, or would do, to the register.</summary>
/// <param name="Vanished">The first <see cref="MaxListed"/> records of earlier lists that this one no longer holds; none is deleted.</param>
public sealed record ImportCounts(int Added, int Changed, int Unchanged, int VanishedCount, ImmutableArray<VanishedRecord> Vanished)
{
    public const int MaxListed = 1_000;

    public static readonly ImportCounts None = new(0, 0, 0, 0, []);

    public ImportCounts Plus(ImportCounts other) => new(
        Added + other.Added, Changed + other.Changed, Unchanged + other.Unchanged, VanishedCount + other.VanishedCount,
        [.. Vanished.Concat(other.Vanished).Take(MaxListed)]);
}

/// <param name="Harvest">Null for a permit.</param>
public sealed record VanishedRecord(string Permit, string? Paper, string? Harvest = null);

/// <summary>A list as it was understood.</summary>
/// <param name="FaultCount">All faults; <paramref name="Faults"/> holds the first <see cref="MaxFaults"/>.</param>
/// <param name="Counts">What it would do; null when it has faults.</param>
public sealed record ImportPreview(
    string Format, string Encoding, int Rows, ImmutableArray<int> RepeatedLines, ImmutableArray<string> IgnoredColumns,
    int FaultCount, ImmutableArray<ListFault> Faults, ImportCounts? Counts)
{
    public const int MaxFaults = 500;

    /// <summary>The sheet that was read; null for other lists than workbooks.</summary>
    public string? Sheet { get; init; }

    public static ImportPreview Of<T>(ListReading<T> reading, IReadOnlyCollection<ListFault> faults, ImportCounts? counts) where T : class => new(
        reading.Format, reading.Encoding, reading.Rows.Length, reading.Repeated, reading.IgnoredColumns,
        faults.Count, [.. faults.OrderBy(f => f.Line).Take(MaxFaults).Select(reading.Layout.Place)], counts)
    {
        Sheet = reading.Layout.Sheet,
    };
}
