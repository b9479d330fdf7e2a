using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Quotas.Reservations;

/// <summary>Gives the animals of a reservation back to the line, before its time or because it is over.</summary>
public sealed class ReleaseReservation(IRecordStore store, ChainWriter chain, LineRegister lines)
{
    /// <summary>The reservation as it then stands. One that has been released or has run out stays as it is; one that a permit was issued on is refused.</summary>
    public Task<Outcome<Reservation>> RunAsync(string concession, string year, string line, string id, Actor actor, CancellationToken cancellationToken) =>
        EndAsync(new ReservationPlace(concession, year, line, id), ReservationStatus.Released, _ => true, actor, cancellationToken);

    /// <summary>Ends an open reservation with the status, if it is as expected.</summary>
    internal async Task<Outcome<Reservation>> EndAsync(
        ReservationPlace place, ReservationStatus status, Func<Reservation, bool> expected, Actor actor, CancellationToken cancellationToken)
    {
        var ledger = Partitions.Ledger(place.Concession, place.Year);
        var result = await chain.DecideAsync<Outcome<Reservation>>(ledger, actor, async (context, cancel) =>
        {
            var current = await store.ReadAsync<Reservation>(ledger, LedgerRows.Reservation(place.Line, place.Id), cancel);
            if (current is null) return Nothing(Refusal.NotFound("reservation"));
            if (current.Value.Status == ReservationStatus.Used) return Nothing(ReserveAnimals.Ended(current.Value));
            if (current.Value.Status != ReservationStatus.Open || !expected(current.Value)) return Nothing(ReserveAnimals.Done(current.Value, created: false));
            var line = (await lines.FindAsync(place.Concession, place.Year, place.Line, cancel))!;
            var next = current.Value with { Status = status, Version = current.Value.Version + 1, RecordedAt = context.RecordedAt, By = actor.Subject };
            return new ChainDecision<Outcome<Reservation>>.Write(
                "end-reservation", ReservationChanges.Of(current, next, line, actor), ReserveAnimals.Done(next, created: false));
        }, cancellationToken);
        return result.Value ?? Refusal.Busy;
    }

    private static ChainDecision<Outcome<Reservation>>.Nothing Nothing(Outcome<Reservation> outcome) => new(outcome);
}
