using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Tags;

/// <summary>A tag that the authority has registered: row <c>t/{folded}</c> of the partition <c>tags</c>.</summary>
/// <param name="Tag">As it is written on it.</param>
/// <param name="Revision">1, 2, 3, …: an entry that was changed is kept under <c>v/{folded}/{revision}</c>.</param>
public sealed record RegisteredTag(string Tag, LegalBasis? Basis, string? Note, int Revision, Instant RecordedAt, string By);

/// <summary>Reads the register of tags.</summary>
public sealed class TagRegister(IRecordStore store)
{
    /// <summary>Start of all entries.</summary>
    public const string Tags = "t/";

    public static string Row(string folded) => Tags + folded;

    /// <summary>An entry that another one replaced.</summary>
    public static string Replaced(string folded, int revision) => FormattableString.Invariant($"v/{folded}/{revision:0000}");

    /// <summary>The entry of a tag as written; null when the tag is not registered.</summary>
    public Task<Stored<RegisteredTag>?> FindAsync(string tag, CancellationToken cancellationToken) =>
        store.ReadAsync<RegisteredTag>(Partitions.Tags, Row(Folding.Fold(tag)), cancellationToken);

    /// <summary>The folded tags of the register that begin so, in order.</summary>
    public IAsyncEnumerable<string> ListAsync(string folded, CancellationToken cancellationToken) =>
        store.ListAsync(Partitions.Tags, new RowRange(Row(folded)), cancellationToken).Select(record => record.Key.Row[Tags.Length..]);
}
