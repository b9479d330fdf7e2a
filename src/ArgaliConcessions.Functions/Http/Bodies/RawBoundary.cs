using ArgaliConcessions.Domain.Zones.ReferenceSystems;

namespace ArgaliConcessions.Functions.Http.Bodies;

/// <summary>A geometry as it was sent, unjudged: polygons of rings (the shell first) of positions.</summary>
/// <param name="Pointers">Where each polygon lies in the body.</param>
public sealed record RawBoundary(
    IReadOnlyList<IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>>> Polygons, IReadOnlyList<string> Pointers)
{
    /// <summary>The reference system that the document states for it; null where it states none, which is WGS 84 (RFC 7946).</summary>
    public ReferenceSystem? System { get; init; }

    /// <summary>The JSON pointer of a polygon, of one of its rings, or of a point in it, by their indexes.</summary>
    public string PointerTo(int polygon, int? ring = null, int? vertex = null)
    {
        var pointer = polygon < Pointers.Count ? Pointers[polygon] : "";
        if (ring is { } r) pointer += FormattableString.Invariant($"/{r}");
        return ring is not null && vertex is { } v ? pointer + FormattableString.Invariant($"/{v}") : pointer;
    }
}
