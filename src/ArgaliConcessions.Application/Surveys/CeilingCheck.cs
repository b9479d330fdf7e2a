using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Application.Surveys;

/// <summary>
/// Whether a quota that is about to be recorded is above what its survey carries without saying why. Lowering one is never
/// refused, nor what rests on an old survey or on none: R27 tells of those.
/// </summary>
internal static class CeilingCheck
{
    /// <param name="law">The country's law, read fresh.</param>
    /// <param name="standing">The quota as it stands; null for a new one.</param>
    public static Refusal? Judge(NationalQuota quota, LegalBasis? basis, NationalQuota? standing, NationalLaw law)
    {
        if (MayPass(quota.Animals, standing?.Animals, quota.AboveCeilingReason)) return null;
        var book = SurveyBook.Of(law, quota.Year, LawKnowledge.Everything);
        if (book.For(quota.Taxon, basis?.PublishedOn) is not { Stale: false } survey) return null;
        var others = law.NationalQuotas.Where(one => one.Key.Year == quota.Year).Select(one => QuotaShare.Of(one.Value.Latest));
        var share = new QuotaShare(quota.Taxon, quota.Taxon, quota.Animals, Instant.MaxValue);
        return Judge(quota.Animals, share.TogetherWithQuotas(others, survey.Survey.Taxon, book.Taxa), survey);
    }

    /// <summary>The same of a line: two reads, and only where the concession has a survey of the taxon.</summary>
    /// <remarks>
    /// Not judged in the line's own commit: of two lines that are recorded at one instant both may pass. The ceiling is advice with a
    /// written way past it, and R27 tells of what is above it; what must never be passed is the national quota, and that is kept.
    /// </remarks>
    /// <param name="standing">The line as it stands; null for a new one.</param>
    /// <param name="giving">The line of the same concession that its animals come from, if they do.</param>
    public static async Task<Refusal?> JudgeAsync(
        QuotaLineRequest request, QuotaLine? standing, LineGiving? giving, NationalLaw law, ConcessionLaw concession, LineRegister lines,
        CancellationToken cancellationToken)
    {
        if (SurveyOf(request, standing, law, concession) is null) return null;
        var others = await lines.ListAsync(request.Concession, request.Year, cancellationToken);
        var shares = others.Select(one => QuotaShare.Of(one.Id, one.Latest.Revision))
            .Select(one => one.Id == giving?.Line ? one with { Animals = one.Animals - giving.Animals } : one);
        return Judge(request, standing, shares, law, concession);
    }

    /// <summary>The same of a line whose concession's lines are known.</summary>
    /// <param name="shares">All lines of the concession's hunting year as they stand.</param>
    public static Refusal? Judge(QuotaLineRequest request, QuotaLine? standing, IEnumerable<QuotaShare> shares, NationalLaw law, ConcessionLaw concession)
    {
        if (SurveyOf(request, standing, law, concession) is not { } survey) return null;
        var share = new QuotaShare(request.Line, request.Terms.Taxon, request.Terms.Animals, Instant.MaxValue);
        return Judge(request.Terms.Animals, share.TogetherWithLines(shares, survey.Survey.Taxon, law.Authority.Latest.Value.TaxonTree), survey);
    }

    /// <summary>The survey that a line must be held against; null where there is none, or nothing to hold against it.</summary>
    private static QuotaSurvey? SurveyOf(QuotaLineRequest request, QuotaLine? standing, NationalLaw law, ConcessionLaw concession)
    {
        if (MayPass(request.Terms.Animals, standing?.Animals, request.Terms.AboveCeilingReason)) return null;
        var book = SurveyBook.Of(law, concession, request.Year, LawKnowledge.Everything);
        return book.For(request.Terms.Taxon, request.Basis.PublishedOn) is { Stale: false } survey ? survey : null;
    }

    private static bool MayPass(int animals, int? standing, string? reason) => animals == 0 || animals < standing || reason is not null;

    private static Refusal? Judge(int asked, int together, QuotaSurvey survey)
    {
        var ceiling = survey.Ceiling;
        if (together <= ceiling.Animals) return null;
        var reason = Reason.Of(
            "above-survey-ceiling", "/animals", ("asked", asked), ("together", together), ("ceiling", ceiling.Animals), ("byPercent", ceiling.ByPercent),
            ("byOldMales", ceiling.ByOldMales is { } males ? males : null), ("surveyedOn", survey.Survey.Date), ("kind", KindOf(asked, together, ceiling)));
        return Refusal.Because(RefusalKind.Conflict, "above-survey-ceiling", reason with { Law = survey.Law });
    }

    /// <summary>Which words fit: a share of a sum or a quota alone, with or without old males.</summary>
    private static string? KindOf(int asked, int together, SurveyCeiling ceiling) => (asked == together, ceiling.ByOldMales) switch
    {
        (true, null) => null,
        (true, _) => "with-old-males",
        (false, null) => "together",
        (false, _) => "together-with-old-males",
    };
}

/// <summary>A line that gives animals away in the same act.</summary>
internal sealed record LineGiving(string Line, int Animals);
