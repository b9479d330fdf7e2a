using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Quotas.Reservations;

/// <summary>A page of what is or was reserved on a line; null <paramref name="Next"/> ends the list.</summary>
public sealed record ReservationPage(IReadOnlyList<Reservation> Items, string? Next);

/// <summary>Answers what is or was reserved on a quota line.</summary>
public sealed class ReadReservations(IRecordStore store, LawLibrary library)
{
    /// <summary>One reservation: one read.</summary>
    public async Task<Outcome<Reservation>> FindAsync(string concession, string year, string line, string id, Viewer viewer, CancellationToken cancellationToken)
    {
        if (await library.RefusalAsync(concession, year, viewer, cancellationToken) is { } refusal) return refusal;
        var ledger = Partitions.Ledger(concession, year);
        var found = await store.ReadAsync<Reservation>(ledger, LedgerRows.Reservation(line, id), cancellationToken);
        return found is null ? Refusal.NotFound("reservation") : ReserveAnimals.Done(found.Value, created: false);
    }

    /// <summary>Reservations of a line by id: one read a page.</summary>
    /// <param name="after">Where the page before ended, as it said.</param>
    public async Task<Outcome<ReservationPage>> ListAsync(
        string concession, string year, string line, Viewer viewer, int limit, string? after, CancellationToken cancellationToken)
    {
        if (await library.RefusalAsync(concession, year, viewer, cancellationToken) is { } refusal) return refusal;
        var range = new RowRange(LedgerRows.Reservations(line));
        var page = await store.ReadPageAsync(Partitions.Ledger(concession, year), range, after, limit, cancellationToken);
        return new Outcome<ReservationPage>.Done(new ReservationPage([.. page.Records.Select(r => r.As<Reservation>().Value)], page.Next));
    }
}
