using System.Runtime.CompilerServices;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits;

/// <summary>
/// Walks the permits of all ledgers that a question is about, and stops after so many storage pages, <see cref="MaxPages"/> unless
/// told otherwise: the page is then short and goes on at <see cref="Position"/>.
/// </summary>
/// <remarks>A position is <c>{concession}/{year}/{last row seen}</c>; each permit that was handed out moves it on.</remarks>
internal sealed class LedgerWalk(IRecordStore store, PermitQuestion question, Viewer viewer, int mostPages = LedgerWalk.MaxPages)
{
    public const int MaxPages = 20;

    private const int RowsOfPage = 500;

    /// <summary>Past all rows of a ledger's permits.</summary>
    private static readonly string EndOfLedger = LedgerRows.PermitVersion(LedgerRows.MaxSerial, 9999);

    private int pages;

    /// <summary>Where to go on; null once all has been seen.</summary>
    public string? Position { get; private set; } = question.After;

    public async IAsyncEnumerable<Permit> PermitsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = Start.Read(question.After);
        await foreach (var ledger in LedgersAsync(start?.Ledger, cancellationToken))
        {
            var after = ledger == start?.Ledger ? start.Row : null;
            await foreach (var permit in PermitsAsync(ledger, after, cancellationToken)) yield return permit;
            if (pages >= mostPages) yield break;
        }

        if (pages < mostPages) Position = null;
    }

    private async IAsyncEnumerable<LedgerEntry> LedgersAsync(LedgerEntry? first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (first is not null) yield return first;
        foreach (var prefix in Prefixes())
        {
            var after = first is null ? null : LedgerDirectory.Row(first.Concession, first.Year);
            do
            {
                if (pages >= mostPages) yield break;
                var page = await store.ReadPageAsync(Partitions.Directory, new RowRange(prefix), after, RowsOfPage, cancellationToken);
                pages++;
                foreach (var entry in page.Records.Select(r => RecordJson.Read<LedgerEntry>(r.Payload)))
                {
                    if ((question.Year ?? entry.Year) == entry.Year) yield return entry;
                    else Position = $"{entry.Concession}/{entry.Year}/{EndOfLedger}";
                }

                after = page.Next;
            }
            while (after is not null);
        }
    }

    private async IAsyncEnumerable<Permit> PermitsAsync(LedgerEntry ledger, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PermitFileBuilder? open = null;
        var partition = Partitions.Ledger(ledger.Concession, ledger.Year);
        do
        {
            if (pages >= mostPages) yield break;
            var page = await store.ReadPageAsync(partition, new RowRange(LedgerRows.Permits), after, RowsOfPage, cancellationToken);
            pages++;
            foreach (var record in page.Records)
            {
                var path = record.Key.Row.Split('/');
                if (path.Length > 2)
                {
                    open?.Add(path[2], record.Payload);
                }
                else
                {
                    if (Close(open, ledger) is { } permit) yield return permit;
                    open = new PermitFileBuilder(path[1], RecordJson.Read<Permit>(record.Payload), question.KnownAt);
                }
            }

            after = page.Next;
        }
        while (after is not null);

        if (Close(open, ledger) is { } last) yield return last;
        Position = $"{ledger.Concession}/{ledger.Year}/{EndOfLedger}";
    }

    /// <summary>The permit whose last row has been seen; the walk can go on after it.</summary>
    private Permit? Close(PermitFileBuilder? file, LedgerEntry ledger)
    {
        if (file is null) return null;
        Position = $"{ledger.Concession}/{ledger.Year}/{LedgerRows.Permits}{file.Serial}/v/9999";
        return file.Build()?.Permit;
    }

    private IEnumerable<string> Prefixes()
    {
        if (question.Concession is { } asked) return viewer.MaySee(asked) ? [LedgerDirectory.Prefix(asked)] : [];
        if (viewer.Own is not { } own) return [LedgerDirectory.All];
        return own.Distinct(StringComparer.Ordinal).Select(LedgerDirectory.Prefix).OrderBy(KeyEncoder.Encode, StringComparer.Ordinal);
    }

    private sealed record Start(LedgerEntry Ledger, string Row)
    {
        public static Start? Read(string? position)
        {
            if (position?.Split('/', 3) is not [var concession, var year, var row]) return null;
            return new Start(new LedgerEntry(concession, year), row);
        }
    }
}
