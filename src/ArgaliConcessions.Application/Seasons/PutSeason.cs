using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Application.Seasons;

/// <summary>Records a version of a season.</summary>
public sealed class PutSeason(LawLibrary library, ChainWriter chain, LegalCalendar calendar)
{
    public async Task<Outcome<VersionReading<SeasonTerms>>> RunAsync(
        string concession, string season, VersionDraft<SeasonTerms> draft, Precondition condition, Actor actor, CancellationToken cancellationToken)
    {
        var outcome = await library.RequireConcessionAsync(concession, LawFreshness.Checked, cancellationToken);
        if (outcome is not Outcome<ConcessionReading>.Done { Value: var law }) return outcome.Refused<ConcessionReading, VersionReading<SeasonTerms>>();
        if (SeasonChecks.Judge(draft, law) is { } refusal) return refusal;
        return await chain.DecideAsync<VersionReading<SeasonTerms>>(library, Partitions.Concession(concession), actor, async (context, token) =>
        {
            var now = (await library.ConcessionAsync(concession, LawFreshness.Checked, token))!;
            return Decide(now, season, draft, condition, context.RecordedAt);
        }, cancellationToken);
    }

    private ChainDecision<Outcome<VersionReading<SeasonTerms>>> Decide(
        ConcessionReading law, string season, VersionDraft<SeasonTerms> draft, Precondition condition, Instant recordedAt)
    {
        var today = calendar.Today(law.National, law.Concession);
        var standing = law.Concession.Seasons.GetValueOrDefault(season);
        var series = standing ?? new LawSeries<SeasonTerms>([]);
        var proposal = series.Propose(draft, today, recordedAt);
        if (VersionDecisions.Judge(proposal, standing, condition, season, "") is { } refusal) return LawDecisions.Refuse<VersionReading<SeasonTerms>>(refusal);
        if (proposal is VersionProposal<SeasonTerms>.Unchanged same)
        {
            var unchanged = VersionReading<SeasonTerms>.Recorded(law.Concession.Id, season, same.Version, series, today);
            return LawDecisions.Unchanged(unchanged, unchanged.ETag);
        }

        var version = VersionDecisions.ToRecord(proposal)!;
        var reading = VersionReading<SeasonTerms>.Recorded(law.Concession.Id, season, version, series.With(version), today);
        return new ChainDecision<Outcome<VersionReading<SeasonTerms>>>.Write(
            "season-recorded", [LawDecisions.Insert(LawRows.Season(season, version.Number), version)],
            new Outcome<VersionReading<SeasonTerms>>.Done(reading, Created: standing is null, reading.ETag));
    }
}
