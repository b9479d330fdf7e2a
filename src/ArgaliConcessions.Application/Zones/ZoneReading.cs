using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Zones;

/// <summary>A zone version with its shape.</summary>
public sealed record ZoneReading(VersionReading<ZoneTerms> Version, Boundary Boundary)
{
    /// <exception cref="RecordStoreException">The shape is missing: the store is broken.</exception>
    internal static async Task<ZoneReading> OfAsync(VersionReading<ZoneTerms> version, LawLibrary library, CancellationToken cancellationToken)
    {
        var hash = version.Selected.Value.GeometryHash;
        var boundary = await library.BoundaryAsync(version.Concession, hash, cancellationToken)
            ?? throw new RecordStoreException($"The shape {hash} of zone {version.Concession}/{version.Id} is missing.");
        return new ZoneReading(version, boundary);
    }
}
