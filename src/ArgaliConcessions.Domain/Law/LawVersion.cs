namespace ArgaliConcessions.Domain.Law;

/// <summary>One version of a law with legal dates of its own (a zone, a season).</summary>
/// <param name="Number">1, 2, 3, … in the order of recording.</param>
/// <param name="ValidFrom">First legal day.</param>
/// <param name="ValidTo">Last legal day, included; null while open. A later version ends it the day before its own first.</param>
/// <param name="Corrects">The number of the version with the same first day that this one replaces.</param>
/// <param name="Reason">Why it was corrected; present exactly with <paramref name="Corrects"/>.</param>
public sealed record LawVersion<T>(
    int Number, LocalDate ValidFrom, LocalDate? ValidTo, LegalBasis Basis, Instant RecordedAt, T Value, int? Corrects = null, string? Reason = null);
