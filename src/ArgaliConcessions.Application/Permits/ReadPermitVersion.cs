using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits;

/// <summary>A permit as one version of it said; versions never change.</summary>
public sealed class ReadPermitVersion(IRecordStore store, PermitFinder finder)
{
    /// <summary>The version; one read for one that was replaced, two for the present one.</summary>
    public async Task<Outcome<Permit>> RunAsync(string number, int version, Viewer viewer, CancellationToken cancellationToken)
    {
        var found = await finder.PlaceAsync(number, viewer, cancellationToken);
        if (found is Outcome<PermitPlace>.Refused refused) return refused.Refusal;
        var place = ((Outcome<PermitPlace>.Done)found).Value;
        var permit = await store.ReadAsync<Permit>(place.Ledger, LedgerRows.PermitVersion(place.Serial, version), cancellationToken)
            ?? await finder.ReadAsync(place, cancellationToken);
        if (permit is null || permit.Value.Number != place.Number) return PermitFinder.NotFound;
        if (permit.Value.Version != version) return Refusal.NotFound("permit-version");
        return new Outcome<Permit>.Done(permit.Value with { Takes = [] }, ETag: FormattableString.Invariant($"{version}"));
    }
}
