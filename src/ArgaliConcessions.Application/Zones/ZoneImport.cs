using System.Collections.Immutable;
using ArgaliConcessions.Application.Zones.Files;

namespace ArgaliConcessions.Application.Zones;

/// <summary>A feature of a collection to import.</summary>
/// <param name="Feature">Its index in the collection, from 0.</param>
public sealed record ZoneImportItem(int Feature, string Concession, string Zone, ZoneDraft Draft);

/// <summary>What an import did, or would do.</summary>
/// <param name="File">What was read of the file; null in answers that were kept before this was told.</param>
public sealed record ZoneImportReport(bool DryRun, ImmutableArray<ZoneImportLine> Lines, ZoneFileFacts? File = null)
{
    /// <summary>Whether nothing speaks against the import.</summary>
    public bool Good => Lines.All(line => line.Reasons.IsEmpty);
}

/// <summary>What an import does with one feature.</summary>
/// <param name="Version">The version's number; null when it is refused.</param>
/// <param name="AreaHectares">True hectares; null when the shape is faulty.</param>
/// <param name="Overlaps">Ground shared with other concessions' hunting zones, within the tolerance or not.</param>
/// <param name="Reasons">Why it is refused; empty when it is not.</param>
public sealed record ZoneImportLine(
    int Feature, string Concession, string Zone, ZoneImportAction Action, int? Version, decimal? AreaHectares,
    ImmutableArray<ZoneImportOverlap> Overlaps, ImmutableArray<Reason> Reasons);

/// <param name="BeyondTolerance">Whether it needs <c>acceptOverlap</c>.</param>
public sealed record ZoneImportOverlap(string Concession, string Zone, int Version, decimal Hectares, bool BeyondTolerance);

public enum ZoneImportAction { New, NewVersion, Correction, Unchanged, Refused }
