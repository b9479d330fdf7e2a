using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Imports.Mappings;

/// <summary>Some mappings in the order of their ids, and the row after which more follow; null when none do.</summary>
public sealed record MappingPage(IReadOnlyList<StoredMapping> Items, string? Next);

/// <summary>Reads the mappings that are kept.</summary>
public sealed class MappingRegister(IRecordStore store)
{
    private const string Mappings = "m/";

    public static string Row(string id) => Mappings + id;

    /// <summary>A mapping that another one replaced.</summary>
    public static string Replaced(string id, int revision) => FormattableString.Invariant($"v/{id}/{revision:0000}");

    /// <summary>Null when there is none, and for what is no id.</summary>
    public async Task<Stored<StoredMapping>?> FindAsync(string id, CancellationToken cancellationToken) =>
        Ids.IsId(id) ? await store.ReadAsync<StoredMapping>(Partitions.Mappings, Row(id), cancellationToken) : null;

    /// <summary>The mapping with its tag, or that there is none.</summary>
    public async Task<Outcome<StoredMapping>> ReadAsync(string id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) is { Value: var mapping }
        ? new Outcome<StoredMapping>.Done(mapping, Created: false, LawTag.Of(mapping.Revision, mapping.Revision))
        : Refusal.NotFound("mapping");

    /// <param name="after">The row after which the page begins; null for the first.</param>
    public async Task<MappingPage> ListAsync(string? after, int limit, CancellationToken cancellationToken)
    {
        var page = await store.ReadPageAsync(Partitions.Mappings, new RowRange(Mappings), after, limit, cancellationToken);
        return new MappingPage([.. page.Records.Select(r => RecordJson.Read<StoredMapping>(r.Payload))], page.Next);
    }
}
