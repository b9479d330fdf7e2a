using System.Collections.Immutable;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Law;

/// <summary>The law as one question sees it: the shared law, one concession's, and the map of all zones.</summary>
/// <remarks>
/// Immutable and safe for threads; holds every version. What counts is chosen by the <see cref="LawKnowledge"/> of each look-up.
/// Open days are computed at the first question about them and kept, so one book should serve many permits.
/// </remarks>
public sealed class LawBook
{
    private readonly Lazy<SeasonCalendar> _seasons;
    private readonly Lazy<ClosureBook> _closures;
    private readonly Lazy<ImmutableArray<PublishedLaw>> _acts;

    public LawBook(NationalLaw national, ConcessionLaw concession, ZoneMap map)
    {
        (National, Concession, Map) = (national, concession, map);
        var moments = new Lazy<LawMoments>(() => new LawMoments([.. national.Moments(), .. concession.Moments()]));
        _seasons = new(() => new SeasonCalendar(this, moments.Value));
        _closures = new(() => new ClosureBook(this, moments.Value));
        _acts = new(() => [.. national.Acts(), .. concession.Acts()]);
    }

    private LawBook(LawBook same, ZoneMap map) =>
        (National, Concession, Map, _seasons, _closures, _acts) = (same.National, same.Concession, map, same._seasons, same._closures, same._acts);

    public NationalLaw National { get; }

    public ConcessionLaw Concession { get; }

    public ZoneMap Map { get; }

    /// <summary>On which days what may be hunted where.</summary>
    public SeasonCalendar Seasons => _seasons.Value;

    /// <summary>The dated bans that touch the concession.</summary>
    public ClosureBook Closures => _closures.Value;

    /// <summary>Every version that names the act it rests on.</summary>
    public ImmutableArray<PublishedLaw> Acts => _acts.Value;

    /// <summary>The same law with another map; what was computed of its days stays.</summary>
    public LawBook With(ZoneMap map) => new(this, map);

    /// <summary>The settings in force by what is known; the first ones where none counts yet.</summary>
    public AuthorityTerms Authority(LawKnowledge knowledge) =>
        (National.Authority.As(knowledge with { PublishedBy = null }) ?? National.Authority.All[0]).Value;

    /// <summary>The zone whose local dates are the concession's legal dates.</summary>
    public DateTimeZone TimeZone(LawKnowledge knowledge)
    {
        var id = Concession.Terms.As(knowledge)?.Value.TimeZone ?? Authority(knowledge).TimeZone;
        return DateTimeZoneProviders.Tzdb[id];
    }

    /// <summary>The day a version became known, in the concession's local dates.</summary>
    public LocalDate DayOf(Instant instant, LawKnowledge knowledge) => instant.InZone(TimeZone(knowledge)).Date;
}
