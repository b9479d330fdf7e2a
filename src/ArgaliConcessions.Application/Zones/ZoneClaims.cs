using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Zones;

/// <summary>
/// The protocol by which two concessions cannot both record the same ground. A boundary write touches two partitions:
/// <list type="number">
/// <item><b>Claim.</b> A row for the version is added to <c>zonemap</c>, judged against all rows under that partition's head: zones recorded,
/// and claims under way. So of two writers who would overlap, the second sees the first.</item>
/// <item><b>Record.</b> The concession's commit adds the version and, where it is new, its shape, provided that the claim was not dropped.</item>
/// <item><b>Confirm.</b> The claim becomes the row of a recorded zone.</item>
/// </list>
/// The concession's record is the truth. A crash after the claim leaves ground claimed that nobody has; after the record, a zone
/// that <c>zonemap</c> still calls a claim. Both are settled by looking at the concession: the version is there, so the claim is confirmed; or it is not, so
/// a row <c>zd/…</c> in the concession first makes it impossible that a slow writer still records it, and then the claim is deleted.
/// Whoever repeats the same body takes up his claim again; another body for the same version waits until the timer
/// (<see cref="SettleZoneClaims"/>) has settled it.
/// </summary>
internal sealed class ZoneClaims(LawLibrary library, ChainWriter chain, IRecordStore store, IIdSource ids)
{
    /// <summary>First step. Done carries the claim to work under; its operation is ours or that of an earlier attempt with the same body.</summary>
    public Task<Outcome<ZoneClaim>> ClaimAsync(
        CheckedZone zone, LawVersion<ZoneTerms> version, LocalDate? next, RuleSettings settings, Actor actor, CancellationToken cancellationToken) =>
        chain.DecideAsync<ZoneClaim>(library, Partitions.ZoneMap, actor, async (context, token) =>
        {
            var row = LawRows.MapZone(zone.Concession, zone.Zone, version.Number);
            var standing = await store.ReadAsync<MapZone>(Partitions.ZoneMap, row, token);
            if (standing is not null) return TakeUp(zone, standing.Value);
            if (await JudgeAsync(zone, next, settings, token) is { } refusal) return LawDecisions.Refuse<ZoneClaim>(refusal);
            var claim = new ZoneClaim(ids.NewId(), zone.BodyHash, context.RecordedAt);
            var content = MapZones.Of(zone.Concession, zone.Zone, version, zone.Boundary.Envelope) with { Claim = claim };
            return new ChainDecision<Outcome<ZoneClaim>>.Write("zone-claimed", [LawDecisions.Insert(row, content)], new Outcome<ZoneClaim>.Done(claim));
        }, cancellationToken);

    /// <summary>Third step, and the settling of what a crash left: makes <c>zonemap</c> say what the concession says.</summary>
    /// <returns>Whether the version is recorded; null when the store is busy.</returns>
    public async Task<bool?> SettleAsync(MapZone claimed, Actor actor, CancellationToken cancellationToken)
    {
        if (await RecordedAsync(claimed, cancellationToken) is null && !await DropAsync(claimed, actor, cancellationToken)) return null;
        var recorded = await RecordedAsync(claimed, cancellationToken);
        var settled = await chain.DecideAsync<bool>(Partitions.ZoneMap, actor, async (_, token) =>
        {
            var row = LawRows.MapZone(claimed.Concession, claimed.Zone, claimed.Version);
            var standing = await store.ReadAsync<MapZone>(Partitions.ZoneMap, row, token);
            if (standing?.Value.Claim?.Operation != claimed.Claim!.Operation) return new ChainDecision<bool>.Nothing(true);
            return recorded is null
                ? new ChainDecision<bool>.Write("zone-claim-dropped", [new ChainChange(new RecordChange.Delete(row, standing.Version))], true)
                : new ChainDecision<bool>.Write("zone-claim-confirmed", [new ChainChange(TypedRecords.Put(row, standing, Confirmed(claimed, recorded)))], true);
        }, cancellationToken);
        library.Expire(Partitions.ZoneMap);
        return settled.Value ? recorded is not null : null;
    }

    /// <summary>Whether a claim was dropped: asked within the concession's own decision, so that dropping and recording exclude each other.</summary>
    public async Task<bool> IsDroppedAsync(string concession, ZoneClaim claim, CancellationToken cancellationToken) =>
        await store.FindAsync(new RecordKey(Partitions.Concession(concession), LawRows.DroppedClaim(claim.Operation)), cancellationToken) is not null;

    private static ChainDecision<Outcome<ZoneClaim>> TakeUp(CheckedZone zone, MapZone standing) =>
        standing.Claim is { } claim && claim.BodyHash == zone.BodyHash
            ? new ChainDecision<Outcome<ZoneClaim>>.Nothing(new Outcome<ZoneClaim>.Done(claim))
            : LawDecisions.Refuse<ZoneClaim>(Refusal.Busy);

    private async Task<Refusal?> JudgeAsync(CheckedZone zone, LocalDate? next, RuleSettings settings, CancellationToken cancellationToken)
    {
        if (zone.Draft.AcceptOverlap is not null || zone.Draft.Kind != ZoneKind.Hunting) return null;
        var ground = await library.ClaimedGroundAsync(cancellationToken);
        // A claim whose shape is not there yet can only be waited for.
        if (ground.Shapeless.Any(z => z.Concession != zone.Concession && z.Envelope.Intersects(zone.Boundary.Envelope))) return Refusal.Busy;
        var overlaps = ZoneChecks.Overlaps(zone, ground.Map, settings, next);
        return overlaps.Count == 0 ? null : Refusal.Because(
            RefusalKind.Conflict, "zone-overlap", [.. overlaps.Select(o => ZoneChecks.OverlapReason(o, zone.Draft.Shape.Geometry))]);
    }

    private async Task<LawVersion<ZoneTerms>?> RecordedAsync(MapZone claimed, CancellationToken cancellationToken) =>
        (await store.ReadAsync<LawVersion<ZoneTerms>>(
            Partitions.Concession(claimed.Concession), LawRows.Zone(claimed.Zone, claimed.Version), cancellationToken))?.Value;

    /// <summary>Makes sure that the claim is never recorded any more, unless it just was. False when the store is busy.</summary>
    private async Task<bool> DropAsync(MapZone claimed, Actor actor, CancellationToken cancellationToken)
    {
        var result = await chain.DecideAsync<bool>(Partitions.Concession(claimed.Concession), actor, async (_, token) =>
        {
            var done = await RecordedAsync(claimed, token) is not null || await IsDroppedAsync(claimed.Concession, claimed.Claim!, token);
            if (done) return new ChainDecision<bool>.Nothing(true);
            var row = LawRows.DroppedClaim(claimed.Claim!.Operation);
            return new ChainDecision<bool>.Write("zone-claim-dropped", [LawDecisions.Insert(row, claimed.Claim)], true);
        }, cancellationToken);
        return result.Value;
    }

    private static MapZone Confirmed(MapZone claimed, LawVersion<ZoneTerms> recorded) =>
        MapZones.Of(claimed.Concession, claimed.Zone, recorded, claimed.Envelope);
}
