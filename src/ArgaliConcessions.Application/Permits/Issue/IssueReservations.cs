using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Quotas.Reservations;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Permits.Issue;

/// <summary>A permit that is issued on a reservation: its place is handed over in the permit's own commit.</summary>
internal static class IssueReservations
{
    /// <summary>The reservation that the request names; null where it names none, or none that there is.</summary>
    public static async Task<Stored<Reservation>?> FindAsync(IRecordStore store, IssueRequest request, CancellationToken cancellationToken)
    {
        if (request.Reservation is not { } id) return null;
        var ledger = Partitions.Ledger(request.Concession, request.Year);
        return await store.ReadAsync<Reservation>(ledger, LedgerRows.Reservation(request.Line, id), cancellationToken);
    }

    /// <summary>What stands against issuing on it.</summary>
    public static IEnumerable<Reason> Reasons(IssueRequest request, Reservation? reservation, LocalDate today)
    {
        if (request.Reservation is not { } id) yield break;
        if (reservation is null)
        {
            yield return Reason.Of("reservation-unknown", "/reservation", ("reservation", id), ("line", request.Line));
        }
        else if (reservation.Status != ReservationStatus.Open)
        {
            yield return Reason.Of("reservation-not-open", "/reservation", ("reservation", id), ("kind", Words.Of(reservation.Status)));
        }
        else if (reservation.Until < today)
        {
            yield return Reason.Of("reservation-run-out", "/reservation", ("reservation", id), ("until", reservation.Until));
        }
    }

    /// <summary>The reservation's row, used; and what it moves on the line. A permit for fewer animals gives the rest back.</summary>
    public static (IReadOnlyList<ChainChange> Changes, IEnumerable<Posting> Postings) Use(Stored<Reservation>? reservation, Permit permit, Actor actor)
    {
        if (reservation is null) return ([], []);
        var used = reservation.Value with
        {
            Status = ReservationStatus.Used, Permit = permit.Number, Version = reservation.Value.Version + 1, RecordedAt = permit.RecordedAt, By = actor.Subject,
        };
        return ([ReservationChanges.Put(reservation, used)], ReservationChanges.Postings(reservation.Value, used));
    }
}
