namespace ArgaliConcessions.Domain.Law;

/// <summary>The legal act a record rests on; verdicts and reports quote it.</summary>
/// <param name="PublishedOn">The date of the act: what decides whether a permit was unlawful when issued or became so later.</param>
public sealed record LegalBasis(string Title, string Number, LocalDate PublishedOn, string? Url = null);
