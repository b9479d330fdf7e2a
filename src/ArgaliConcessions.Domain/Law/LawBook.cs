using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Law;

/// <summary>The law as one question sees it: the shared law, one concession's, and the map of all zones.</summary>
/// <remarks>Immutable; holds every version. What counts is chosen by the <see cref="LawKnowledge"/> of each look-up.</remarks>
public sealed record LawBook(NationalLaw National, ConcessionLaw Concession, ZoneMap Map)
{
    /// <summary>The settings in force by what is known; the first ones where none counts yet.</summary>
    public AuthorityTerms Authority(LawKnowledge knowledge) =>
        (National.Authority.As(knowledge with { PublishedBy = null }) ?? National.Authority.All[0]).Value;

    /// <summary>The zone whose local dates are the concession's legal dates.</summary>
    public DateTimeZone TimeZone(LawKnowledge knowledge)
    {
        var id = Concession.Terms.As(knowledge)?.Value.TimeZone ?? Authority(knowledge).TimeZone;
        return DateTimeZoneProviders.Tzdb[id];
    }
}
