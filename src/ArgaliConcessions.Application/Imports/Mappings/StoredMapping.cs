using ArgaliConcessions.Application.Imports.Tables;

namespace ArgaliConcessions.Application.Imports.Mappings;

/// <summary>A mapping that the authority keeps under a name: row <c>m/{id}</c> of the partition <c>mappings</c>.</summary>
/// <param name="List">The kind of list it is for.</param>
/// <param name="Revision">1, 2, 3, …: one that was changed is kept under <c>v/{id}/{revision}</c>.</param>
public sealed record StoredMapping(string Id, string List, ListMapping Mapping, int Revision, Instant RecordedAt, string By);
