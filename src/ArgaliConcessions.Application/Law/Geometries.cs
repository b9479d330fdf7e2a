using System.Collections.Concurrent;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Law;

/// <summary>
/// Shapes by their hash: written once as rows <c>g/&lt;sha256&gt;/&lt;chunk&gt;</c> of the concession, and kept in memory once
/// read, so that all maps share one object (and its index) a shape.
/// </summary>
/// <remarks>
/// A shape has at most <see cref="BoundaryReader.MaxVertices"/> points of 16 bytes: one chunk holds it, and it fits into the commit
/// of the zone version that brings it. The chunk's number is there for the day when the bound is raised.
/// </remarks>
internal sealed class Geometries(IRecordStore store)
{
    private readonly ConcurrentDictionary<string, Boundary> _kept = new(StringComparer.Ordinal);

    /// <summary>The shape; null when the concession has none of that hash.</summary>
    public async Task<Boundary?> FindAsync(string concession, string hash, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue(hash, out var kept)) return kept;
        var row = await store.FindAsync(KeyOf(concession, hash), cancellationToken);
        return row is null ? null : _kept.GetOrAdd(hash, Boundary.FromWkb(row.Payload.Span));
    }

    /// <summary>The change that keeps a shape; null when the concession has it already.</summary>
    public async Task<ChainChange?> ToKeepAsync(string concession, Boundary boundary, CancellationToken cancellationToken)
    {
        var key = KeyOf(concession, boundary.GeometryHash);
        if (await store.FindAsync(key, cancellationToken) is not null) return null;
        return new ChainChange(new RecordChange.Insert(key.Row, boundary.ToWkb()));
    }

    private static RecordKey KeyOf(string concession, string hash) => new(Partitions.Concession(concession), LawRows.GeometryChunk(hash, 0));
}
