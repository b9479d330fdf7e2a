using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Law;

/// <summary>The law for a question about one concession.</summary>
public sealed record LawReading
{
    private readonly DrawnMap _drawn;

    internal LawReading(ConcessionReading law, LawBook book, DrawnMap drawn)
    {
        _drawn = drawn;
        Book = book;
        Pins = law.Pins;
        KnownAt = law.KnownAt;
    }

    /// <summary>The law; its map shows all that is recorded. The same object as long as nothing changes, with all that it has computed.</summary>
    public LawBook Book { get; }

    /// <summary>The head sequences it was read at.</summary>
    public LawPins Pins { get; }

    /// <summary>The instant of the older head check: what was recorded later may be missing.</summary>
    public Instant KnownAt { get; }

    /// <summary>The law with the map as the register had it: for questions as known at an earlier instant.</summary>
    public LawBook AsKnown(LawKnowledge knowledge) => Book.With(_drawn.AsKnown(knowledge));
}

/// <summary>The law that all concessions share.</summary>
/// <param name="Sequence">The head sequence it was read at.</param>
/// <param name="KnownAt">When the head was read.</param>
public sealed record NationalReading(NationalLaw Law, long Sequence, Instant KnownAt);

/// <summary>One concession's law, with the shared law but without the map.</summary>
public sealed record ConcessionReading(NationalLaw National, ConcessionLaw Concession, LawPins Pins, Instant KnownAt);

/// <summary>The map of all concessions' zones.</summary>
public sealed record MapReading
{
    private readonly DrawnMap _drawn;

    internal MapReading(DrawnMap drawn, Instant knownAt) => (_drawn, KnownAt) = (drawn, knownAt);

    /// <summary>All zones that are recorded.</summary>
    public ZoneMap Map => _drawn.Map;

    /// <summary>When the head of <c>zonemap</c> was read.</summary>
    public Instant KnownAt { get; }

    /// <summary>The map as the register had it by what is known.</summary>
    public ZoneMap AsKnown(LawKnowledge knowledge) => _drawn.AsKnown(knowledge);
}
