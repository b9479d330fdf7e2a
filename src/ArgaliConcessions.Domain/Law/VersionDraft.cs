namespace ArgaliConcessions.Domain.Law;

/// <summary>A version of a law as someone asks to record it.</summary>
/// <param name="ValidTo">Last legal day, included; null for open. Not before <paramref name="ValidFrom"/>.</param>
/// <param name="Reason">Why an earlier statement is corrected; needed only where the draft proves to be a correction.</param>
public sealed record VersionDraft<T>(LocalDate ValidFrom, LocalDate? ValidTo, LegalBasis Basis, T Value, string? Reason = null)
{
    internal LawVersion<T> AsVersion(int number, Instant recordedAt, LawVersion<T>? corrected) =>
        new(number, ValidFrom, ValidTo, Basis, recordedAt, Value, corrected?.Number, corrected is null ? null : Reason);
}
