using System.Collections.Immutable;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;

namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>A file of zones as it was read: its shapes still in its own reference system.</summary>
/// <param name="Columns">The names of its attributes, in its order.</param>
/// <param name="Encoding">What its attributes are written in; null where the format leaves no choice.</param>
/// <param name="Dropped">What every point had beside its place and what is not kept: <c>z</c>, <c>m</c>.</param>
/// <param name="Deleted">Records that are marked as deleted and were passed over.</param>
public sealed record ZoneFile(
    ReferenceSystem System, IReadOnlyList<ZoneFileFeature> Features, IReadOnlyList<string> Columns, FoundEncoding? Encoding, ImmutableArray<string> Dropped, int Deleted = 0);

/// <summary>One shape with its attributes.</summary>
/// <param name="Polygons">As drawn, unjudged, in the file's system.</param>
/// <param name="Attributes">By column; empty ones are left out, dates are ISO, numbers have a point.</param>
public sealed record ZoneFileFeature(Polygons Polygons, IReadOnlyDictionary<string, string> Attributes);

/// <summary>The formats beside GeoJSON.</summary>
public enum ZoneFileFormat { Shapefile, Kml }

/// <summary>The encodings of attributes.</summary>
public enum AttributeEncoding { Utf8, Cp1251, Cp866 }

/// <summary>How an encoding was known: told by the caller, the <c>.cpg</c>, the table's language byte, or found out by likelihood.</summary>
public enum EncodingOrigin { Asked, Cpg, LanguageByte, Detected }

public sealed record FoundEncoding(AttributeEncoding Encoding, EncodingOrigin From);

/// <summary>Refusals of files: one reason each, whose code is the refusal's.</summary>
internal static class FileRefusal
{
    public static Refusal Of(Reason reason) => Refusal.Because(RefusalKind.Invalid, reason.Code, reason);
}
