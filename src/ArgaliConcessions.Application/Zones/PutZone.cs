using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Zones;

/// <summary>Records a version of a zone, by the protocol of <see cref="ZoneClaims"/>.</summary>
public sealed class PutZone
{
    private readonly LawLibrary _library;
    private readonly ChainWriter _chain;
    private readonly LegalCalendar _calendar;
    private readonly ZoneClaims _claims;

    public PutZone(LawLibrary library, ChainWriter chain, IRecordStore store, IIdSource ids, LegalCalendar calendar)
    {
        (_library, _chain, _calendar) = (library, chain, calendar);
        _claims = new ZoneClaims(library, chain, store, ids);
    }

    public async Task<Outcome<ZoneReading>> RunAsync(
        string concession, string zone, ZoneDraft draft, Precondition condition, Actor actor, CancellationToken cancellationToken)
    {
        var outcome = await _library.RequireConcessionAsync(concession, LawFreshness.Checked, cancellationToken);
        if (outcome is not Outcome<ConcessionReading>.Done { Value: var law }) return outcome.Refused<ConcessionReading, ZoneReading>();
        var (asked, reasons) = ZoneChecks.Judge(concession, zone, draft, law.Concession.Terms.Latest.Value);
        if (asked is null) return Refusal.Invalid([.. reasons]);
        return (await PutAsync(asked, law, condition, actor, cancellationToken)).Map(reading => new ZoneReading(reading, asked.Boundary));
    }

    private async Task<Outcome<VersionReading<ZoneTerms>>> PutAsync(
        CheckedZone asked, ConcessionReading law, Precondition condition, Actor actor, CancellationToken cancellationToken)
    {
        var series = law.Concession.Zones.GetValueOrDefault(asked.Zone);
        var proposal = Propose(asked, law);
        if (proposal is VersionProposal<ZoneTerms>.Unchanged same) return await UnchangedAsync(asked, law, same.Version, actor, cancellationToken);
        if (VersionDecisions.Judge(proposal, series, condition, asked.Zone, asked.Draft.Properties) is { } refusal) return refusal;
        var version = VersionDecisions.ToRecord(proposal)!;
        var settings = law.National.Authority.Latest.Value.Settings;
        var claimed = await _claims.ClaimAsync(asked, version, NextAfter(version, series), settings, actor, cancellationToken);
        if (claimed is not Outcome<ZoneClaim>.Done { Value: var claim }) return claimed.Refused<ZoneClaim, VersionReading<ZoneTerms>>();
        var outcome = await RecordAsync(asked, version.Number, claim, condition, actor, cancellationToken);
        if (outcome is not Outcome<VersionReading<ZoneTerms>>.Refused { Refusal.Kind: RefusalKind.Busy })
        {
            await SettleAsync(MapZones.Of(asked.Concession, asked.Zone, version, asked.Boundary.Envelope) with { Claim = claim }, actor, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Recorded or not, the map is made to say so. What is recorded stands even if this fails: the timer does it then.</summary>
    private async Task SettleAsync(MapZone claimed, Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            await _claims.SettleAsync(claimed, actor, cancellationToken);
        }
        catch (RecordStoreException)
        {
            _library.Expire(Partitions.ZoneMap);
        }
    }

    private Task<Outcome<VersionReading<ZoneTerms>>> RecordAsync(
        CheckedZone asked, int number, ZoneClaim claim, Precondition condition, Actor actor, CancellationToken cancellationToken) =>
        _chain.DecideAsync<VersionReading<ZoneTerms>>(_library, Partitions.Concession(asked.Concession), actor, async (context, token) =>
        {
            var law = (await _library.ConcessionAsync(asked.Concession, LawFreshness.Checked, token))!;
            var series = law.Concession.Zones.GetValueOrDefault(asked.Zone);
            var proposal = Propose(asked, law, context.RecordedAt);
            if (proposal is VersionProposal<ZoneTerms>.Unchanged same) return LawDecisions.Unchanged(Reading(asked, law, same.Version), LawTag.Of(series!.Latest.Number, same.Version.Number));
            if (VersionDecisions.Judge(proposal, series, condition, asked.Zone, asked.Draft.Properties) is { } refusal) return LawDecisions.Refuse<VersionReading<ZoneTerms>>(refusal);
            var version = VersionDecisions.ToRecord(proposal)!;
            // The claim was for another version, or somebody has given it up for us: begin again.
            if (version.Number != number || await _claims.IsDroppedAsync(asked.Concession, claim, token)) return LawDecisions.Refuse<VersionReading<ZoneTerms>>(Refusal.Busy);
            var shape = await _library.Geometries.ToKeepAsync(asked.Concession, asked.Boundary, token);
            ChainChange[] changes = [LawDecisions.Insert(LawRows.Zone(asked.Zone, number), version), .. shape is null ? [] : (ChainChange[])[shape]];
            var reading = Reading(asked, law, version);
            return new ChainDecision<Outcome<VersionReading<ZoneTerms>>>.Write(
                "zone-recorded", changes, new Outcome<VersionReading<ZoneTerms>>.Done(reading, Created: series is null, reading.ETag));
        }, cancellationToken);

    /// <summary>It is recorded already, perhaps by an attempt that did not live to confirm its claim.</summary>
    private async Task<Outcome<VersionReading<ZoneTerms>>> UnchangedAsync(
        CheckedZone asked, ConcessionReading law, LawVersion<ZoneTerms> version, Actor actor, CancellationToken cancellationToken)
    {
        if (await _library.ClaimOfAsync(asked.Concession, asked.Zone, version.Number, cancellationToken) is { } claimed)
        {
            await SettleAsync(claimed, actor, cancellationToken);
        }

        var reading = Reading(asked, law, version);
        return new Outcome<VersionReading<ZoneTerms>>.Done(reading, ETag: reading.ETag);
    }

    private VersionProposal<ZoneTerms> Propose(CheckedZone asked, ConcessionReading law, Instant? recordedAt = null)
    {
        var series = law.Concession.Zones.GetValueOrDefault(asked.Zone) ?? new LawSeries<ZoneTerms>([]);
        return series.Propose(asked.AsVersion(), _calendar.Today(law.National, law.Concession), recordedAt ?? _calendar.Now);
    }

    private VersionReading<ZoneTerms> Reading(CheckedZone asked, ConcessionReading law, LawVersion<ZoneTerms> version)
    {
        var series = law.Concession.Zones.GetValueOrDefault(asked.Zone) ?? new LawSeries<ZoneTerms>([]);
        if (series.All.All(v => v.Number != version.Number)) series = series.With(version);
        return VersionReading<ZoneTerms>.Recorded(asked.Concession, asked.Zone, version, series, _calendar.Today(law.National, law.Concession));
    }

    private static LocalDate? NextAfter(LawVersion<ZoneTerms> version, LawSeries<ZoneTerms>? series) =>
        series?.InForce(LawKnowledge.Everything).Where(v => v.ValidFrom > version.ValidFrom).Select(v => (LocalDate?)v.ValidFrom).FirstOrDefault();
}
