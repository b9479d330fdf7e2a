using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Law;

/// <summary>A zone version as <c>zonemap</c> knows it: all that is needed to judge overlaps and to draw the map, but the shape.</summary>
/// <param name="Envelope">Around the shape.</param>
/// <param name="Basis">The act it rests on: whoever names a neighbour's boundary must be able to quote it.</param>
/// <param name="Claim">Set while the concession's own record of the version may not be there yet; null once it is.</param>
public sealed record MapZone(
    string Concession, string Zone, int Version, ZoneKind Kind, LocalDate ValidFrom, LocalDate? ValidTo,
    string GeometryHash, GeoEnvelope Envelope, double? ToleranceMetres, LegalBasis Basis, Instant RecordedAt, ZoneClaim? Claim = null);

/// <summary>A boundary write under way: whoever repeats the same body takes it up again, else a timer settles it.</summary>
/// <param name="Operation">Names this attempt.</param>
/// <param name="BodyHash">Of what is to be recorded.</param>
/// <param name="At">When it was claimed.</param>
public sealed record ZoneClaim(string Operation, string BodyHash, Instant At);
