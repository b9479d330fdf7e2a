using System.Collections.Immutable;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Surveys;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Law;

/// <summary>All that the register holds of one concession's law, every version of it.</summary>
public sealed record ConcessionLaw(
    string Id,
    Revisions<ConcessionTerms> Terms,
    IReadOnlyDictionary<string, LawSeries<ZoneTerms>> Zones,
    IReadOnlyDictionary<string, LawSeries<SeasonTerms>> Seasons)
{
    /// <summary>Counts of the concession's ground, by id.</summary>
    public IReadOnlyDictionary<string, Revisions<Survey>> Surveys { get; init; } = ImmutableDictionary<string, Revisions<Survey>>.Empty;

    /// <summary>Claimed once, for ever.</summary>
    public string Code => Terms.Latest.Value.Code;

    public LawRef ZoneRef(string zone, int version, LegalBasis? basis) => new($"concession/{Id}/zone/{zone}@{version}", basis);

    public LawRef SeasonRef(string season, int version, LegalBasis? basis) => new($"concession/{Id}/season/{season}@{version}", basis);

    public LawRef TermsRef(Revision<ConcessionTerms> terms) => new($"concession/{Id}@{terms.Number}", terms.Basis);

    public LawRef SurveyRef(Revision<Survey> survey) => new($"concession/{Id}/survey/{survey.Value.Id}@{survey.Number}", survey.Basis);

    internal IEnumerable<(Instant RecordedAt, LegalBasis? Basis)> Moments() =>
        [.. Terms.Moments(), .. Zones.Values.SelectMany(z => z.Moments()), .. Seasons.Values.SelectMany(s => s.Moments())];

    internal IEnumerable<PublishedLaw> Acts() =>
        [.. Terms.Acts(LawKind.ConcessionTerms, TermsRef),
            .. Zones.SelectMany(z => z.Value.Acts(LawKind.Zone, v => ZoneRef(z.Key, v.Number, v.Basis))),
            .. Seasons.SelectMany(s => s.Value.Acts(LawKind.Season, v => SeasonRef(s.Key, v.Number, v.Basis)))];
}
