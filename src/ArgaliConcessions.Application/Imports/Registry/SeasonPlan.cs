using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Seasons;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>Judges versions of seasons as <see cref="PutSeason"/> would, those before them in the list recorded.</summary>
/// <remarks>
/// A later version ends the one before it. It may do so without <paramref name="update"/> where the list itself states the newest
/// version that is recorded: whoever wrote it has seen what he ends. So a list that was cut off is completed by sending it again.
/// </remarks>
/// <param name="update">Whether what is recorded otherwise may be changed.</param>
internal sealed class SeasonPlan(LawLibrary library, PutSeason put, LegalCalendar calendar, bool update) : IListPlan<SeasonEntry>
{
    private readonly Dictionary<string, ConcessionReading?> _laws = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Concession, string Season), LawSeries<SeasonTerms>> _series = [];
    private readonly HashSet<(string Concession, string Season)> _newestStated = [];

    public async Task<Judgement> JudgeAsync(ListThing<SeasonEntry> thing, CancellationToken cancellationToken)
    {
        var (concession, season, draft) = thing.Content;
        if (await LawAsync(concession, cancellationToken) is not { } law) return Judgement.Refused(thing, [NoConcession(concession)]);
        if (SeasonChecks.Judge(draft, law) is { } refusal) return Judgement.Refused(thing, refusal.Reasons);
        var key = (concession, season);
        var standing = _series.GetValueOrDefault(key) ?? law.Concession.Seasons.GetValueOrDefault(season);
        var series = standing ?? new LawSeries<SeasonTerms>([]);
        var proposal = series.Propose(draft, calendar.Today(law.National, law.Concession), calendar.Now);
        if (proposal is VersionProposal<SeasonTerms>.Unchanged same)
        {
            if (same.Version.Number == series.Latest.Number) _newestStated.Add(key);
            return Judgement.Unchanged(thing);
        }

        var before = BeforeOf(proposal, series);
        var changes = before is null ? [] : Differences.Between(Cells(before), Cells(draft));
        var mayFollow = update || (proposal is VersionProposal<SeasonTerms>.Added && _newestStated.Contains(key));
        if (before is not null && !mayFollow) return Judgement.ExistsDifferently(thing, changes);
        var condition = Conditions.Seen(standing?.Latest.Number);
        if (VersionDecisions.Judge(proposal, standing, condition, season, "") is { } objection) return Judgement.Refused(thing, objection.Reasons);
        _series[key] = series.With(VersionDecisions.ToRecord(proposal)!);
        _newestStated.Add(key);
        return Judgement.ToRecord(thing, ActionOf(proposal, standing), changes, (actor, token) => put.RunAsync(concession, season, draft, condition, actor, token));
    }

    private async Task<ConcessionReading?> LawAsync(string concession, CancellationToken cancellationToken)
    {
        if (!_laws.TryGetValue(concession, out var law)) _laws[concession] = law = await library.ConcessionAsync(concession, LawFreshness.Checked, cancellationToken);
        return law;
    }

    /// <summary>The recorded version that a draft corrects, ends or follows; null where there is none, and where it contradicts what is recorded.</summary>
    private static LawVersion<SeasonTerms>? BeforeOf(VersionProposal<SeasonTerms> proposal, LawSeries<SeasonTerms> series) => proposal switch
    {
        VersionProposal<SeasonTerms>.Corrected corrected => corrected.Replaced,
        VersionProposal<SeasonTerms>.ReasonMissing missing => missing.Replaced,
        VersionProposal<SeasonTerms>.Added added => added.Ends ?? series.All.LastOrDefault(),
        _ => null,
    };

    private static ListAction ActionOf(VersionProposal<SeasonTerms> proposal, LawSeries<SeasonTerms>? standing) => proposal switch
    {
        _ when standing is null => ListAction.New,
        VersionProposal<SeasonTerms>.Corrected => ListAction.Correction,
        _ => ListAction.NewVersion,
    };

    private static IEnumerable<(string Column, string Text)> Cells(LawVersion<SeasonTerms> version) =>
        SeasonEntry.Cells(version.ValidFrom, version.ValidTo, version.Basis, version.Value);

    private static IEnumerable<(string Column, string Text)> Cells(VersionDraft<SeasonTerms> draft) =>
        SeasonEntry.Cells(draft.ValidFrom, draft.ValidTo, draft.Basis, draft.Value);

    /// <summary>A code may be claimed before its concession is recorded.</summary>
    private static Reason NoConcession(string concession) => Reason.Of("concession-unknown", "/concession", ("concession", concession));
}
