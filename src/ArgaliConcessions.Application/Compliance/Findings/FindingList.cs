using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Compliance.Findings;

/// <summary>Which findings are asked for; null means any.</summary>
/// <param name="Concessions">The concessions that the caller may see; null for all, and for the national findings.</param>
public sealed record FindingFilter(FindingStatus? Status, string? Rule, string? Concession, string? Year, IReadOnlyList<string>? Concessions)
{
    public bool Wants(Finding finding) => (Status is null || finding.Status == Status) && (Rule is null || finding.Rule == Rule);

    /// <summary>Whether findings of a concession (null: national ones) are asked for.</summary>
    public bool WantsConcession(string? concession) =>
        (Concession is null || concession == Concession) && (Concessions is null || (concession is not null && Concessions.Contains(concession, StringComparer.Ordinal)));

    public bool WantsYear(string? year) => Year is null || year == Year;
}

/// <summary>A page of findings.</summary>
/// <param name="Next">Where to go on; null at the end. The page may be short or empty although more follow.</param>
public sealed record FindingPage(IReadOnlyList<Finding> Findings, string? Next);

/// <summary>Lists findings partition by partition: ledgers by concession and year, then zones, then national ones.</summary>
public sealed class FindingList(IRecordStore store, LawLibrary law, LedgerDirectory ledgers, ConcessionDirectory concessions)
{
    /// <summary>Pages of storage that one request reads at most.</summary>
    public const int MaxReads = 20;

    private const int PageRows = 200;

    /// <param name="filter">Which ones.</param>
    /// <param name="after">A <see cref="FindingPage.Next"/>, or null from the start.</param>
    /// <param name="limit">Findings at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<FindingPage> ReadAsync(FindingFilter filter, string? after, int limit, CancellationToken cancellationToken)
    {
        var partitions = await PartitionsAsync(filter, cancellationToken);
        var cursor = Cursor.Read(after);
        var at = cursor is null ? 0 : Math.Max(0, partitions.IndexOf(cursor.Partition));
        var row = cursor?.Row;
        var found = new List<Finding>();
        for (var reads = 0; at < partitions.Count; at++, row = null)
        {
            for (; ; )
            {
                if (found.Count >= limit || reads++ >= MaxReads) return new FindingPage(found, new Cursor(partitions[at], row).ToString());
                var page = await store.ReadPageAsync(partitions[at], new RowRange(FindingPlace.RowPrefix), row, PageRows, cancellationToken);
                var taken = Take(page, filter, found, limit);
                row = taken ?? page.Next;
                if (row is null) break;
            }
        }
        return new FindingPage(found, null);
    }

    /// <summary>The row after which the page goes on when it is full; null when all of it was taken.</summary>
    private static string? Take(RecordPage page, FindingFilter filter, List<Finding> found, int limit)
    {
        foreach (var record in page.Records)
        {
            var finding = RecordJson.Read<Finding>(record.Payload);
            if (filter.Wants(finding)) found.Add(finding);
            if (found.Count >= limit) return record.Key.Row;
        }
        return null;
    }

    private async Task<List<string>> PartitionsAsync(FindingFilter filter, CancellationToken cancellationToken)
    {
        var partitions = new List<string>();
        await foreach (var ledger in ledgers.ListAsync(cancellationToken))
        {
            if (filter.WantsConcession(ledger.Concession) && filter.WantsYear(ledger.Year)) partitions.Add(Partitions.Findings(ledger.Concession, ledger.Year));
        }
        await foreach (var concession in concessions.ConcessionsAsync(cancellationToken))
        {
            if (filter.WantsConcession(concession) && filter.WantsYear(null)) partitions.Add(FindingPlace.ZonesOf("", concession).Partition);
        }
        if (filter.WantsConcession(null)) partitions.AddRange(await NationalAsync(filter, cancellationToken));
        return partitions;
    }

    private async Task<IEnumerable<string>> NationalAsync(FindingFilter filter, CancellationToken cancellationToken)
    {
        var reading = await law.NationalAsync(LawFreshness.Cached, cancellationToken);
        var years = reading?.Law.Years.Keys.Where(filter.WantsYear).Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>();
        return years.Select(year => FindingPlace.NationalIn("", year).Partition);
    }

    private sealed record Cursor(string Partition, string? Row)
    {
        private const char Separator = '\n';

        public static Cursor? Read(string? text) => text?.Split(Separator) is [var partition, var row] ? new Cursor(partition, row.Length == 0 ? null : row) : null;

        public override string ToString() => $"{Partition}{Separator}{Row}";
    }
}
