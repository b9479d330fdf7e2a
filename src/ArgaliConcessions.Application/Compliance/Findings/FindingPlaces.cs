using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Compliance.Findings;

/// <summary>A finding with where it lies.</summary>
public sealed record FoundFinding(FindingPlace Place, string Hash, Finding Finding);

/// <summary>Finds a finding by its public id.</summary>
public sealed class FindingPlaces(LawLibrary law, IRecordStore store)
{
    /// <summary>Null when there is none of that id.</summary>
    public async Task<FoundFinding?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (FindingId.Read(id) is not { } read) return null;
        foreach (var place in await CandidatesAsync(read, cancellationToken))
        {
            var key = place.KeyOf(read.Hash);
            if (await store.ReadAsync<Finding>(key.Partition, key.Row, cancellationToken) is { } stored) return new FoundFinding(place, read.Hash, stored.Value);
        }
        return null;
    }

    // A concession's code may happen to be the country's two letters.
    private async Task<IReadOnlyList<FindingPlace>> CandidatesAsync(FindingId id, CancellationToken cancellationToken)
    {
        var places = new List<FindingPlace>();
        var year = id.Scope == FindingId.ZoneScope ? null : id.Scope;
        if (await law.ConcessionIdAsync(id.Owner, cancellationToken) is { } concession) places.Add(new FindingPlace(id.Owner, concession, year));
        if (year is not null) places.Add(FindingPlace.NationalIn(id.Owner, year));
        return places;
    }
}
