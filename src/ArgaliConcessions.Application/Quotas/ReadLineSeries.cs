using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>A page of a line's series; null <paramref name="Next"/> ends it.</summary>
public sealed record LineSeriesPage(IReadOnlyList<LineEntry> Items, string? Next);

/// <summary>Answers what has moved on a quota line, from its first entry on.</summary>
public sealed class ReadLineSeries(IRecordStore store, LineRegister lines, LawLibrary library)
{
    /// <summary>Entries by number: one read a page, and two for the line. They name permits and officers: a holder sees those of its own.</summary>
    /// <param name="after">Where the page before ended, as it said.</param>
    public async Task<Outcome<LineSeriesPage>> RunAsync(
        string concession, string year, string line, Viewer viewer, int limit, string? after, CancellationToken cancellationToken)
    {
        if (await library.RefusalAsync(concession, year, viewer, cancellationToken) is { } refusal) return refusal;
        if (await lines.FindAsync(concession, year, line, cancellationToken) is null) return Refusal.NotFound("line");
        var range = new RowRange(LedgerRows.Entries(line));
        var page = await store.ReadPageAsync(Partitions.Ledger(concession, year), range, after, limit, cancellationToken);
        return new Outcome<LineSeriesPage>.Done(new LineSeriesPage([.. page.Records.Select(r => r.As<LineEntry>().Value)], page.Next));
    }
}
