namespace ArgaliConcessions.Domain.Law;

/// <summary>A version of a law with the day its act was published and the instant the register came to know it.</summary>
public sealed record PublishedLaw(LawKind Kind, LawRef Ref, LocalDate PublishedOn, Instant RecordedAt);

public enum LawKind { Closure, NationalQuota, ConcessionTerms, Zone, Season }
