using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Harvests;

namespace ArgaliConcessions.Domain.Permits.Verdicts;

/// <summary>Is this permit valid, then and (where a position is given) there?</summary>
/// <param name="File">The permit and the law; its harvest rows are not needed, the permit's <see cref="Permit.Takes"/> are enough.</param>
/// <param name="On">The legal date of <paramref name="At"/> in the concession's time zone.</param>
/// <param name="Position">Where the party is met; null at a desk or a road post: then the papers alone are judged.</param>
public sealed record VerdictQuestion(PermitCase File, Instant At, LocalDate On, GeoPosition? Position);
