namespace ArgaliConcessions.Domain.Law;

/// <summary>
/// Which versions of the law count in a question: those the register had recorded by an instant and, where asked,
/// only those whose act was published by a date (what a clerk could know on the day of issue).
/// </summary>
public readonly record struct LawKnowledge(Instant KnownAt, LocalDate? PublishedBy = null)
{
    /// <summary>All that is recorded.</summary>
    public static LawKnowledge Everything => new(Instant.MaxValue);

    public LawKnowledge AsPublishedBy(LocalDate date) => this with { PublishedBy = date };

    public bool Counts(Instant recordedAt, LegalBasis? basis) =>
        recordedAt <= KnownAt && (PublishedBy is not { } by || basis is null || basis.PublishedOn <= by);
}
