using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Concessions;

namespace ArgaliConcessions.Application.Concessions;

/// <summary>Lists the concessions by id, page by page.</summary>
public sealed class ListConcessions(IRecordStore store, LawLibrary library, LegalCalendar calendar)
{
    /// <param name="after">The row after which the page begins; null for the first.</param>
    /// <param name="limit">Concessions at most, 1 to 1,000.</param>
    /// <returns>The page and the row to go on after; null when there are no more.</returns>
    public async Task<Outcome<(IReadOnlyList<ConcessionStanding> Items, string? Next)>> RunAsync(
        LawQuery query, string? after, int limit, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Cached, cancellationToken) is null) return LawRefusals.NoAuthority;
        var page = await store.ReadPageAsync(Partitions.Directory, new RowRange(LawRows.Concessions), after, limit, cancellationToken);
        var items = new List<ConcessionStanding>();
        foreach (var record in page.Records)
        {
            var id = RecordJson.Read<DirectoryRow>(record.Payload).Concession;
            if (await StandingAsync(id, query, cancellationToken) is { } standing) items.Add(standing);
        }

        return new Outcome<(IReadOnlyList<ConcessionStanding> Items, string? Next)>.Done((items, page.Next));
    }

    private async Task<ConcessionStanding?> StandingAsync(string id, LawQuery query, CancellationToken cancellationToken)
    {
        var law = await library.ConcessionAsync(id, LawFreshness.Cached, cancellationToken);
        if (law is null || RevisionReading<ConcessionTerms>.Of(law.Concession.Terms, query, calendar) is not { } reading) return null;
        return new ConcessionStanding(id, reading, query.On ?? calendar.Today(law.National, law.Concession));
    }
}
