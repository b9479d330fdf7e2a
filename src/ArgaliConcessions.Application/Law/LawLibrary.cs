using System.Collections.Concurrent;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Law;

/// <summary>
/// The law, held in memory by each instance and checked by reading heads. One for the whole process; safe for threads.
/// </summary>
/// <remarks>
/// A cached reading costs no read while the heads of <c>law</c> and the concession are fresh; else those two heads are read
/// in parallel, and what moved. Start the task of a reading beside the read of the permit and await both: three point reads in parallel.
/// The map holds the concession's own zones as of the concession's head; those of other concessions may be older, by
/// <see cref="LawLibraryOptions.MapFreshFor"/> at most: they name a neighbour, they never decide.
/// </remarks>
public sealed class LawLibrary
{
    private const int LongestId = 40;
    private readonly IRecordStore _store;
    private readonly TimeProvider _time;
    private readonly LawLibraryOptions _options;
    private readonly PartitionCopy<NationalLaw?> _national;
    private readonly ConcurrentDictionary<string, PartitionCopy<ConcessionLaw?>> _concessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _idsByCode = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LawBook> _books = new(StringComparer.Ordinal);
    private readonly LawMap _map;

    public LawLibrary(IRecordStore store, TimeProvider time, LawLibraryOptions options)
    {
        (_store, _time, _options) = (store, time, options);
        _national = new(store, time, Partitions.Law, NationalForm.Form);
        Geometries = new Geometries(store);
        _map = new LawMap(store, time, Geometries);
    }

    internal Geometries Geometries { get; }

    /// <summary>The law for a question about a concession; null when there is no authority or no such concession.</summary>
    public async Task<LawReading?> ReadAsync(string concession, LawFreshness freshness, CancellationToken cancellationToken)
    {
        var neighbours = _map.ReadAsync(LawFreshness.Cached, _options.MapFreshFor, cancellationToken);
        var law = await ConcessionAsync(concession, freshness, cancellationToken);
        await neighbours;
        if (law is null) return null;
        await _map.WithAsync(law.Concession, cancellationToken);
        var drawn = await _map.WithAsync(ToleranceOf(law.National), cancellationToken);
        return new LawReading(law, BookOf(law, drawn.Map), drawn);
    }

    /// <summary>As <see cref="ReadAsync"/>, with the refusal <c>no-authority</c> or <c>concession-not-found</c> instead of null.</summary>
    public async Task<Outcome<LawReading>> RequireAsync(string concession, LawFreshness freshness, CancellationToken cancellationToken)
    {
        if (await ReadAsync(concession, freshness, cancellationToken) is { } law) return new Outcome<LawReading>.Done(law);
        return await MissingAsync(cancellationToken);
    }

    /// <summary>As <see cref="ConcessionAsync"/>, with the refusal <c>no-authority</c> or <c>concession-not-found</c> instead of null.</summary>
    public async Task<Outcome<ConcessionReading>> RequireConcessionAsync(string concession, LawFreshness freshness, CancellationToken cancellationToken)
    {
        if (await ConcessionAsync(concession, freshness, cancellationToken) is { } law) return new Outcome<ConcessionReading>.Done(law);
        return await MissingAsync(cancellationToken);
    }

    /// <summary>The law that all concessions share; null when there is no authority yet.</summary>
    public async Task<NationalReading?> NationalAsync(LawFreshness freshness, CancellationToken cancellationToken)
    {
        var law = await _national.ReadAsync(freshness, _options.FreshFor, cancellationToken);
        // That there is none is never answered from memory: it may have been registered a moment ago.
        if (law.Content is null && freshness == LawFreshness.Cached) law = await _national.ReadAsync(LawFreshness.Checked, _options.FreshFor, cancellationToken);
        return law.Content is null ? null : new NationalReading(law.Content, law.Head.Sequence, law.CheckedAt);
    }

    /// <summary>A concession's law without the map; null when there is no authority or no such concession.</summary>
    public async Task<ConcessionReading?> ConcessionAsync(string concession, LawFreshness freshness, CancellationToken cancellationToken)
    {
        // Longer names are nobody's id, and would not fit into a key.
        if (concession.Length > LongestId) return null;
        var copy = _concessions.GetOrAdd(concession, id => new(_store, _time, Partitions.Concession(id), ConcessionForm.Of(id)));
        var nationalTask = _national.ReadAsync(freshness, _options.FreshFor, cancellationToken);
        var own = await copy.ReadAsync(freshness, _options.FreshFor, cancellationToken);
        var national = await nationalTask;
        // Nobody fills the memory with concessions that do not exist.
        if (own.Content is null) _concessions.TryRemove(KeyValuePair.Create(concession, copy));
        return own.Content is null || national.Content is null ? null : new ConcessionReading(
            national.Content, own.Content, new LawPins(national.Head.Sequence, own.Head.Sequence), Instant.Min(national.CheckedAt, own.CheckedAt));
    }

    /// <summary>The map of all zones in force or planned; empty when there is none.</summary>
    public async Task<MapReading> MapAsync(LawFreshness freshness, CancellationToken cancellationToken)
    {
        var (map, knownAt) = await _map.ReadAsync(freshness, _options.FreshFor, cancellationToken);
        if (await NationalAsync(freshness, cancellationToken) is { } national) map = await _map.WithAsync(ToleranceOf(national.Law), cancellationToken);
        return new MapReading(map, knownAt);
    }

    /// <summary>A zone's boundary by its hash; null when the concession has none such. Kept once read.</summary>
    public Task<Boundary?> BoundaryAsync(string concession, string geometryHash, CancellationToken cancellationToken) =>
        Geometries.FindAsync(concession, geometryHash, cancellationToken);

    /// <summary>The concession that claimed a code; null when none did. Costs one read at the first question, none later: codes are for ever.</summary>
    public async Task<string?> ConcessionIdAsync(string code, CancellationToken cancellationToken)
    {
        if (_idsByCode.TryGetValue(code, out var known)) return known;
        var id = (await _store.ReadAsync<DirectoryRow>(Partitions.Directory, LawRows.Code(code), cancellationToken))?.Value.Concession;
        return id is null ? null : _idsByCode.GetOrAdd(code, id);
    }

    /// <summary>This process has changed a partition of the law: the next reading of it looks at its head, however fresh it seemed.</summary>
    internal void Expire(string partition)
    {
        if (partition == Partitions.Law) _national.Expire();
        else if (partition == Partitions.ZoneMap) _map.Expire();
        else _concessions.GetValueOrDefault(partition[Partitions.Concession("").Length..])?.Expire();
    }

    /// <summary>All ground that is recorded or claimed, read now.</summary>
    internal Task<ClaimedGround> ClaimedGroundAsync(CancellationToken cancellationToken) => _map.ClaimedGroundAsync(cancellationToken);

    /// <summary>The boundary writes that are under way, read now.</summary>
    internal Task<IReadOnlyList<MapZone>> ClaimsAsync(CancellationToken cancellationToken) => _map.ClaimsAsync(cancellationToken);

    /// <summary>The row of a version that is still a claim; null when it is none.</summary>
    internal async Task<MapZone?> ClaimOfAsync(string concession, string zone, int version, CancellationToken cancellationToken)
    {
        var row = await _store.ReadAsync<MapZone>(Partitions.ZoneMap, LawRows.MapZone(concession, zone, version), cancellationToken);
        return row?.Value.Claim is null ? null : row.Value;
    }

    /// <summary>The concession's book, kept while its law is the same: it holds what it has computed of open days.</summary>
    private LawBook BookOf(ConcessionReading law, ZoneMap map)
    {
        var kept = _books.GetValueOrDefault(law.Concession.Id);
        if (!ReferenceEquals(kept?.National, law.National) || !ReferenceEquals(kept?.Concession, law.Concession)) kept = null;
        if (kept is not null && ReferenceEquals(kept.Map, map)) return kept;
        return _books[law.Concession.Id] = kept?.With(map) ?? new LawBook(law.National, law.Concession, map);
    }

    /// <summary>The tolerance of today: it describes how zones are drawn, not what was lawful.</summary>
    private static double ToleranceOf(NationalLaw law) => law.Authority.Latest.Value.Settings.ZoneToleranceMetres;

    private async Task<Refusal> MissingAsync(CancellationToken cancellationToken) =>
        await NationalAsync(LawFreshness.Cached, cancellationToken) is null ? LawRefusals.NoAuthority : LawRefusals.NoConcession;
}
