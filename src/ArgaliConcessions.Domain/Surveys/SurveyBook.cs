using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Surveys;

/// <summary>The surveys on which quotas of one hunting year may rest: those of the country, or those of one concession.</summary>
public sealed class SurveyBook
{
    /// <summary>No survey at all.</summary>
    public static readonly SurveyBook None = new([], _ => throw new InvalidOperationException("There is no survey to name."), new RuleSettings(), new TaxonTree([]), null);

    private readonly IReadOnlyList<Revision<Survey>> _surveys;
    private readonly Func<Revision<Survey>, LawRef> _name;
    private readonly RuleSettings _settings;
    private readonly LocalDate? _firstDay;

    private SurveyBook(IReadOnlyList<Revision<Survey>> surveys, Func<Revision<Survey>, LawRef> name, RuleSettings settings, TaxonTree taxa, LocalDate? firstDay) =>
        (_surveys, _name, _settings, Taxa, _firstDay) = (surveys, name, settings, taxa, firstDay);

    /// <summary>What is part of what, by the authority as known.</summary>
    public TaxonTree Taxa { get; }

    /// <summary>The country's surveys, by what is known.</summary>
    public static SurveyBook Of(NationalLaw law, string year, LawKnowledge knowledge) => Of(law, law.Surveys, NationalLaw.SurveyRef, year, knowledge);

    /// <summary>A concession's surveys, by what is known.</summary>
    public static SurveyBook Of(NationalLaw law, ConcessionLaw concession, string year, LawKnowledge knowledge) =>
        Of(law, concession.Surveys, concession.SurveyRef, year, knowledge);

    /// <summary>
    /// The survey on which a quota rests: of those of its taxon, else of the nearest ancestor that has any, the latest that was
    /// counted by the day on which the quota's act was published. Null when there is none.
    /// </summary>
    /// <param name="publishedOn">Of the quota's act; null for one that names no act: then all surveys count.</param>
    public QuotaSurvey? For(string taxon, LocalDate? publishedOn)
    {
        var known = _surveys.Where(survey => !(survey.Value.Date > publishedOn)).ToList();
        var nearest = Taxa.SelfAndAncestors(taxon).FirstOrDefault(one => known.Any(survey => survey.Value.Taxon == one));
        var latest = known.Where(survey => survey.Value.Taxon == nearest)
            .OrderBy(survey => survey.Value.Date).ThenBy(survey => survey.Value.Id, StringComparer.Ordinal).LastOrDefault();
        return latest is null ? null : new QuotaSurvey(latest.Value, _name(latest), SurveyCeiling.Of(latest.Value, _settings), IsStale(latest.Value));
    }

    private static SurveyBook Of(
        NationalLaw law, IReadOnlyDictionary<string, Revisions<Survey>> surveys, Func<Revision<Survey>, LawRef> name, string year, LawKnowledge knowledge)
    {
        var authority = (law.Authority.As(knowledge) ?? law.Authority.All[0]).Value;
        var firstDay = law.Years.GetValueOrDefault(year)?.As(knowledge)?.Value.From;
        return new SurveyBook([.. surveys.Values.Select(survey => survey.As(knowledge)).OfType<Revision<Survey>>()], name, authority.Settings, authority.TaxonTree, firstDay);
    }

    /// <summary>A year that nobody knows has no first day to measure from.</summary>
    private bool IsStale(Survey survey) => survey.Date.PlusYears(_settings.SurveyMaxYears) < _firstDay;
}

/// <summary>A survey as a quota rests on it.</summary>
/// <param name="Law">Names its revision.</param>
/// <param name="Stale">Older, on the first day of the hunting year, than the authority lets a survey carry a quota.</param>
public sealed record QuotaSurvey(Survey Survey, LawRef Law, SurveyCeiling Ceiling, bool Stale);
