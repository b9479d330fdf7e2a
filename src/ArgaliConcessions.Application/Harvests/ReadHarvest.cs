using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Harvests;

namespace ArgaliConcessions.Application.Harvests;

/// <summary>One harvest of a permit, as it stands or as it once stood.</summary>
public sealed class ReadHarvest(IRecordStore store, PermitFinder finder)
{
    /// <param name="knownAt">Leaves out what was recorded later; null for what stands now.</param>
    public async Task<Outcome<Harvest>> RunAsync(string number, string harvest, Viewer viewer, Instant? knownAt, CancellationToken cancellationToken)
    {
        var found = await finder.PlaceAsync(number, viewer, cancellationToken);
        if (found is Outcome<PermitPlace>.Refused refused) return refused.Refusal;
        var place = ((Outcome<PermitPlace>.Done)found).Value;
        if (await finder.ReadAsync(place, cancellationToken) is null) return PermitFinder.NotFound;
        var current = await store.ReadAsync<Harvest>(place.Ledger, LedgerRows.Harvest(place.Serial, harvest), cancellationToken);
        var asked = current is null ? null : await AsKnownAsync(place, current.Value, knownAt, cancellationToken);
        return asked is null ? Refusal.NotFound("harvest") : new Outcome<Harvest>.Done(asked, ETag: RecordHarvest.ETag(asked));
    }

    private async Task<Harvest?> AsKnownAsync(PermitPlace place, Harvest current, Instant? knownAt, CancellationToken cancellationToken)
    {
        var at = current;
        while (at is not null && at.RecordedAt > knownAt)
        {
            var older = at.Version - 1;
            if (older == 0) return null;
            var row = LedgerRows.HarvestVersion(place.Serial, at.Id, older);
            at = (await store.ReadAsync<Harvest>(place.Ledger, row, cancellationToken))?.Value;
        }

        return at;
    }
}
