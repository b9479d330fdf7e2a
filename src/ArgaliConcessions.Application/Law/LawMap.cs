using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Law;

/// <summary>
/// The map of all zones, drawn from <c>zonemap</c> and from the concessions that were read. Versions never change, so a map
/// only ever grows; it is drawn anew when a version is missing on it.
/// </summary>
internal sealed class LawMap(IRecordStore store, TimeProvider time, Geometries geometries)
{
    private const int ReadsAtOnce = 16;
    private static readonly PartitionForm<MapRows> Form = new(
        [LawRows.MapZones], (_, payload) => RecordJson.Read<MapZone>(payload), MapRows.Of);

    private readonly PartitionCopy<MapRows> _zones = new(store, time, Partitions.ZoneMap, Form);
    private readonly SemaphoreSlim _drawing = new(1, 1);
    private volatile DrawnMap _drawn = DrawnMap.Empty;

    /// <summary>The map as <c>zonemap</c> has it; claims that are under way are not on it.</summary>
    public async Task<(DrawnMap Map, Instant KnownAt)> ReadAsync(LawFreshness freshness, TimeSpan freshFor, CancellationToken cancellationToken)
    {
        var zones = await _zones.ReadAsync(freshness, freshFor, cancellationToken);
        return (await DrawnAsync(zones.Content.Recorded, cancellationToken), zones.CheckedAt);
    }

    public void Expire() => _zones.Expire();

    /// <summary>The claims under way, read now.</summary>
    public async Task<IReadOnlyList<MapZone>> ClaimsAsync(CancellationToken cancellationToken) =>
        (await _zones.ReadAsync(LawFreshness.Checked, default, cancellationToken)).Content.Claimed;

    /// <summary>All ground that is recorded or claimed, read now.</summary>
    public async Task<ClaimedGround> ClaimedGroundAsync(CancellationToken cancellationToken)
    {
        var zones = await _zones.ReadAsync(LawFreshness.Checked, default, cancellationToken);
        var drawn = await DrawnAsync(zones.Content.Recorded, cancellationToken);
        var shapes = new List<DrawnZone>();
        var shapeless = new List<MapZone>();
        foreach (var claimed in zones.Content.Claimed)
        {
            if (await geometries.FindAsync(claimed.Concession, claimed.GeometryHash, cancellationToken) is { } boundary) shapes.Add(new DrawnZone(claimed, boundary));
            else shapeless.Add(claimed);
        }

        return new ClaimedGround(drawn.And(shapes), [.. drawn.Shapes.Concat(shapes).Select(zone => zone.Shape(drawn.ToleranceMetres))], shapeless);
    }

    /// <summary>The map with all that a concession's law holds, though <c>zonemap</c> was last read earlier.</summary>
    public Task<DrawnMap> WithAsync(ConcessionLaw law, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(_drawn.Of(law.Id), law)) return Task.FromResult(_drawn);
        MapZone[] zones = [.. law.Zones.SelectMany(zone => zone.Value.All.Select(version => MapZones.Of(law.Id, zone.Key, version)))];
        return DrawAsync(zones, (drawn, shapes) => drawn.With(shapes, law), cancellationToken);
    }

    /// <summary>The map with the tolerance that the authority sets.</summary>
    public async Task<DrawnMap> WithAsync(double toleranceMetres, CancellationToken cancellationToken) =>
        _drawn.ToleranceMetres.Equals(toleranceMetres)
            ? _drawn
            : await DrawAsync([], (drawn, _) => drawn.With(toleranceMetres), cancellationToken);

    private Task<DrawnMap> DrawnAsync(IReadOnlyList<MapZone> zones, CancellationToken cancellationToken) =>
        ReferenceEquals(_drawn.Zones, zones) ? Task.FromResult(_drawn) : DrawAsync(zones, (drawn, shapes) => drawn.With(shapes, zones), cancellationToken);

    /// <summary>Changes what is drawn, one change at a time.</summary>
    private async Task<DrawnMap> DrawAsync(
        IReadOnlyList<MapZone> zones, Func<DrawnMap, IReadOnlyList<DrawnZone>, DrawnMap> change, CancellationToken cancellationToken)
    {
        await _drawing.WaitAsync(cancellationToken);
        try
        {
            var shapes = await ShapesAsync(zones.Where(zone => !_drawn.Has(zone)), cancellationToken);
            return _drawn = change(_drawn, shapes);
        }
        finally
        {
            _drawing.Release();
        }
    }

    private async Task<IReadOnlyList<DrawnZone>> ShapesAsync(IEnumerable<MapZone> zones, CancellationToken cancellationToken)
    {
        var drawn = new List<DrawnZone>();
        foreach (var batch in zones.Chunk(ReadsAtOnce))
        {
            drawn.AddRange(await Task.WhenAll(batch.Select(zone => DrawAsync(zone, cancellationToken))));
        }
        return drawn;
    }

    private async Task<DrawnZone> DrawAsync(MapZone zone, CancellationToken cancellationToken)
    {
        var boundary = await geometries.FindAsync(zone.Concession, zone.GeometryHash, cancellationToken)
            ?? throw new RecordStoreException($"The shape of zone {zone.Concession}/{zone.Zone}@{zone.Version} is missing.");
        return new DrawnZone(zone, boundary);
    }
}

/// <summary>The rows of <c>zonemap</c>.</summary>
internal sealed record MapRows(IReadOnlyList<MapZone> Recorded, IReadOnlyList<MapZone> Claimed)
{
    public static MapRows Of(IReadOnlyDictionary<string, object> rows)
    {
        var byClaim = rows.Values.Cast<MapZone>().ToLookup(zone => zone.Claim is null);
        return new MapRows([.. byClaim[true]], [.. byClaim[false]]);
    }
}

/// <summary>All ground that somebody has or is about to have.</summary>
/// <param name="Map">The map of all shapes.</param>
/// <param name="Shapes">The shapes, singly.</param>
/// <param name="Shapeless">Claims whose shape is not recorded yet: only their envelope is known.</param>
internal sealed record ClaimedGround(ZoneMap Map, IReadOnlyList<ZoneShape> Shapes, IReadOnlyList<MapZone> Shapeless);
