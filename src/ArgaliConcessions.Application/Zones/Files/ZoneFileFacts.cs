using System.Collections.Immutable;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>What was read of an imported file beside its zones, for the answer.</summary>
/// <param name="Encoding">What its attributes were read in, and how that was known; null where the format leaves no choice.</param>
/// <param name="Dropped">What its points had that is not kept: <c>z</c>, <c>m</c>.</param>
/// <param name="Deleted">Records passed over because they are marked as deleted.</param>
/// <param name="Columns">Which attribute was taken for which property.</param>
/// <param name="IgnoredColumns">Attributes that nothing was taken from.</param>
/// <param name="MadeIds">Ids that were made of names, as the caller allowed.</param>
public sealed record ZoneFileFacts(
    ZoneSource Source, FoundEncoding? Encoding, ImmutableArray<string> Dropped, int Deleted, ImmutableArray<ColumnUse> Columns,
    ImmutableArray<string> IgnoredColumns, ImmutableArray<MadeZoneId> MadeIds);

/// <summary>A column and the property it was taken for.</summary>
public sealed record ColumnUse(string Property, string Column);

/// <param name="Feature">Its index in the file, from 0.</param>
/// <param name="From">What stands in the file.</param>
public sealed record MadeZoneId(int Feature, string From, string Zone);
