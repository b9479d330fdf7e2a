using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>Reads which permits share a paper number, a tag or a hunter's document. Entries of an index may lead to nothing: each permit is looked at.</summary>
public sealed class DuplicateReader(
    IRecordStore store, PaperIndex papers, DocumentIndex documents, TagClaims tags, PermitFiles files, TagRegister register)
{
    private static readonly string Papers = Partitions.Paper("");
    private static readonly string Documents = Partitions.Document("");

    /// <summary>One range over all that is noted, then the permits of each.</summary>
    public async Task<DuplicateIndex> ReadAsync(CancellationToken cancellationToken)
    {
        var index = new DuplicateIndex();
        var byTag = new Dictionary<string, List<PaperEntry>>(StringComparer.Ordinal);
        await foreach (var record in store.ListAsync(Partitions.Duplicates, RowRange.All, cancellationToken))
        {
            var row = record.Key.Row;
            if (row.StartsWith(TagClaims.DuplicateTags, StringComparison.Ordinal)) AddFurtherBearer(byTag, record);
            else if (row.StartsWith(Papers, StringComparison.Ordinal)) index.AddPaper(await OfPaperAsync(row[Papers.Length..], cancellationToken));
            else if (row.StartsWith(Documents, StringComparison.Ordinal)) index.AddDocument(await OfDocumentAsync(row[Documents.Length..], cancellationToken));
        }
        foreach (var (tag, entries) in byTag)
        {
            index.AddTag(await BearersAsync(entries.Concat(await HolderAsync(tag, cancellationToken)), permit => permit.FateOf(tag) == TagFate.Held, cancellationToken));
        }
        await foreach (var tag in register.ListAsync("", cancellationToken)) index.AddRegistered(tag);
        return index;
    }

    private async Task<IReadOnlyList<string>> OfPaperAsync(string paper, CancellationToken cancellationToken) =>
        await BearersAsync(await papers.FindAsync(paper, cancellationToken), permit => PaperIndex.Bears(permit, paper), cancellationToken);

    /// <summary>A permit that was given back without a take stands for nobody's hunt.</summary>
    private async Task<IReadOnlyList<DocumentBearer>> OfDocumentAsync(string key, CancellationToken cancellationToken) =>
        [.. (await documents.BearersAsync(key, cancellationToken)).Where(permit => PermitHold.Of(permit).Released == 0)
            .Select(permit => new DocumentBearer(permit.Number, permit.Year, permit.Hunter))];

    private static void AddFurtherBearer(Dictionary<string, List<PaperEntry>> byTag, StoredRecord record)
    {
        var tag = record.Key.Row[TagClaims.DuplicateTags.Length..record.Key.Row.LastIndexOf('/')];
        if (!byTag.TryGetValue(tag, out var entries)) byTag[tag] = entries = [];
        entries.Add(RecordJson.Read<PaperEntry>(record.Payload));
    }

    private async Task<IReadOnlyList<string>> BearersAsync(IEnumerable<PaperEntry> entries, Func<Permit, bool> bears, CancellationToken cancellationToken)
    {
        var bearers = new List<string>();
        foreach (var entry in entries)
        {
            var file = await files.FindAsync(entry.Concession, entry.Year, entry.Serial, cancellationToken);
            if (file is not null && bears(file.Permit)) bearers.Add(file.Permit.Number);
        }
        return bearers;
    }

    private async Task<IEnumerable<PaperEntry>> HolderAsync(string tag, CancellationToken cancellationToken)
    {
        var claim = await tags.FindAsync(tag, cancellationToken);
        return claim is { Value: { Number: { } number } held } && PermitNumber.Read(number).Number is { } parts
            ? [new PaperEntry(number, held.Concession, held.Year, parts.Serial)]
            : [];
    }
}
