using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>All that the map needs to know of a zone version.</summary>
/// <param name="Ref">Which version of which zone.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="ValidFrom">Its first legal day.</param>
/// <param name="ValidTo">Its last legal day, or null while nobody has ended it. A later version ends it the day before in any case.</param>
/// <param name="Boundary">Its shape.</param>
/// <param name="Basis">The act it rests on, where it is known.</param>
/// <param name="ToleranceMetres">How far its border as drawn may be from the border on the ground; null or less than 10 counts as 10 m.</param>
public sealed record ZoneShape(ZoneRef Ref, ZoneKind Kind, LocalDate ValidFrom, LocalDate? ValidTo, Boundary Boundary, double? ToleranceMetres = null, LegalBasis? Basis = null);
