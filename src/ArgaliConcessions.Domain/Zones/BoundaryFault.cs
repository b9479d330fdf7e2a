namespace ArgaliConcessions.Domain.Zones;

/// <summary>What can be wrong with a boundary. <see cref="BoundaryFaultKinds.Code"/> gives the stable code of each.</summary>
public enum BoundaryFaultKind
{
    /// <summary>No polygon, a polygon without rings, or a ring without points.</summary>
    Empty,

    /// <summary>More than <see cref="BoundaryReader.MaxVertices"/> points, or so many long edges side by side that they cannot be compared.</summary>
    TooManyVertices,

    /// <summary>A coordinate is infinite or not a number.</summary>
    NonFinite,

    /// <summary>A longitude beyond ±180 or a latitude beyond ±90.</summary>
    OutOfRange,

    /// <summary>An edge spans more than 180° of longitude, or a point lies at ±180: cut the shape there (RFC 7946, 3.1.9).</summary>
    Antimeridian,

    /// <summary>The last point is not the first.</summary>
    RingNotClosed,

    /// <summary>Fewer than four points, or fewer than three different ones.</summary>
    TooFewPoints,

    /// <summary>The ring goes out and comes back on itself.</summary>
    Spike,

    /// <summary>All points lie on one line, or as good as.</summary>
    ZeroArea,

    /// <summary>The same ring is there twice; the second is named.</summary>
    DuplicateRings,

    /// <summary>A ring crosses or touches itself.</summary>
    SelfIntersection,

    /// <summary>A hole lies outside its shell, crosses it or runs along it.</summary>
    HoleOutsideShell,

    /// <summary>A hole lies inside another.</summary>
    NestedHoles,

    /// <summary>Two holes cross or share an edge.</summary>
    HolesOverlap,

    /// <summary>A polygon lies inside another.</summary>
    NestedShells,

    /// <summary>Two polygons cross or share an edge.</summary>
    ShellsOverlap,

    /// <summary>Holes that touch cut a polygon in two.</summary>
    DisconnectedInterior,
}

/// <summary>One thing wrong with a boundary, and where.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Polygon">Index of the polygon, from 0.</param>
/// <param name="Ring">Index of the ring in its polygon, from 0: the shell, then the holes.</param>
/// <param name="Vertex">Index of the point at fault, or of the point where the edge at fault begins; null where no single one is.</param>
/// <param name="Lon">The exact place in degrees, null where there is none; not finite if that is the fault.</param>
/// <param name="Lat">The exact place in degrees, null where there is none; not finite if that is the fault.</param>
public sealed record BoundaryFault(BoundaryFaultKind Kind, int Polygon, int Ring, int? Vertex = null, double? Lon = null, double? Lat = null)
{
    /// <summary>The stable code of <see cref="Kind"/>, such as <c>self-intersection</c>.</summary>
    public string Code => Kind.Code();
}

/// <summary>The stable codes of faults, by which clients and texts know them.</summary>
public static class BoundaryFaultKinds
{
    /// <summary>The kind's name in lower case with hyphens.</summary>
    public static string Code(this BoundaryFaultKind kind) => kind switch
    {
        BoundaryFaultKind.Empty => "empty",
        BoundaryFaultKind.TooManyVertices => "too-many-vertices",
        BoundaryFaultKind.NonFinite => "non-finite",
        BoundaryFaultKind.OutOfRange => "out-of-range",
        BoundaryFaultKind.Antimeridian => "antimeridian",
        BoundaryFaultKind.RingNotClosed => "ring-not-closed",
        BoundaryFaultKind.TooFewPoints => "too-few-points",
        BoundaryFaultKind.Spike => "spike",
        BoundaryFaultKind.ZeroArea => "zero-area",
        BoundaryFaultKind.DuplicateRings => "duplicate-rings",
        BoundaryFaultKind.SelfIntersection => "self-intersection",
        BoundaryFaultKind.HoleOutsideShell => "hole-outside-shell",
        BoundaryFaultKind.NestedHoles => "nested-holes",
        BoundaryFaultKind.HolesOverlap => "holes-overlap",
        BoundaryFaultKind.NestedShells => "nested-shells",
        BoundaryFaultKind.ShellsOverlap => "shells-overlap",
        BoundaryFaultKind.DisconnectedInterior => "disconnected-interior",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
