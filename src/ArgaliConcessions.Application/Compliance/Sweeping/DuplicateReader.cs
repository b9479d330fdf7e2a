using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>Reads which permits share a paper number or a tag. Entries of an index may lead to nothing: each permit is looked at.</summary>
public sealed class DuplicateReader(IRecordStore store, PaperIndex papers, TagClaims tags, PermitFiles files, TagRegister register)
{
    private const string Papers = "paper/";

    public async Task<DuplicateIndex> ReadAsync(CancellationToken cancellationToken)
    {
        var index = new DuplicateIndex();
        await foreach (var record in store.ListAsync(Partitions.Duplicates, new RowRange(Papers), cancellationToken))
        {
            var paper = record.Key.Row[Papers.Length..];
            index.AddPaper(await BearersAsync(await papers.FindAsync(paper, cancellationToken), permit => PaperIndex.Bears(permit, paper), cancellationToken));
        }
        foreach (var (tag, entries) in await FurtherBearersAsync(cancellationToken))
        {
            index.AddTag(await BearersAsync(entries.Concat(await HolderAsync(tag, cancellationToken)), permit => permit.FateOf(tag) == TagFate.Held, cancellationToken));
        }
        await foreach (var tag in register.ListAsync("", cancellationToken)) index.AddRegistered(tag);
        return index;
    }

    private async Task<Dictionary<string, List<PaperEntry>>> FurtherBearersAsync(CancellationToken cancellationToken)
    {
        var byTag = new Dictionary<string, List<PaperEntry>>(StringComparer.Ordinal);
        await foreach (var record in store.ListAsync(Partitions.Duplicates, new RowRange(TagClaims.DuplicateTags), cancellationToken))
        {
            var tag = record.Key.Row[TagClaims.DuplicateTags.Length..record.Key.Row.LastIndexOf('/')];
            if (!byTag.TryGetValue(tag, out var entries)) byTag[tag] = entries = [];
            entries.Add(RecordJson.Read<PaperEntry>(record.Payload));
        }
        return byTag;
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
