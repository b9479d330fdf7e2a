using System.Collections.Immutable;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Domain.Law;

/// <summary>The law that all concessions share: every revision of settings, years, closures, national quotas and surveys.</summary>
/// <param name="NationalQuotas">By (year, taxon).</param>
public sealed record NationalLaw(
    Revisions<AuthorityTerms> Authority,
    IReadOnlyDictionary<string, Revisions<HuntingYear>> Years,
    IReadOnlyDictionary<string, Revisions<Closure>> Closures,
    IReadOnlyDictionary<(string Year, string Taxon), Revisions<NationalQuota>> NationalQuotas)
{
    /// <summary>Counts of the whole country, by id. They open and forbid no day, so they are none of the <see cref="Moments"/>.</summary>
    public IReadOnlyDictionary<string, Revisions<Survey>> Surveys { get; init; } = ImmutableDictionary<string, Revisions<Survey>>.Empty;

    internal IEnumerable<(Instant RecordedAt, LegalBasis? Basis)> Moments() =>
        [.. Authority.Moments(), .. Years.Values.SelectMany(y => y.Moments()),
            .. Closures.Values.SelectMany(c => c.Moments()), .. NationalQuotas.Values.SelectMany(q => q.Moments())];

    internal IEnumerable<PublishedLaw> Acts() =>
        [.. Closures.Values.SelectMany(c => c.Acts(LawKind.Closure, ClosureRef)),
            .. NationalQuotas.Values.SelectMany(q => q.Acts(LawKind.NationalQuota, QuotaRef))];

    public static LawRef ClosureRef(Revision<Closure> closure) => new($"closure/{closure.Value.Id}@{closure.Number}", closure.Basis);

    public static LawRef QuotaRef(Revision<NationalQuota> quota) => new($"quota/{quota.Value.Year}/{quota.Value.Taxon}@{quota.Number}", quota.Basis);

    public static LawRef SurveyRef(Revision<Survey> survey) => new($"survey/{survey.Value.Id}@{survey.Number}", survey.Basis);
}
