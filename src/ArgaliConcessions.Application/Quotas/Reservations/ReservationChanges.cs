using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Quotas.Reservations;

/// <summary>The changes of a ledger that a reservation is part of: its row and what it moves on its line.</summary>
internal static class ReservationChanges
{
    /// <summary>A reservation that is made, changed or ended, in a commit of its own.</summary>
    public static IReadOnlyList<ChainChange> Of(Stored<Reservation>? current, Reservation next, LineState line, Actor actor) =>
        [Put(current, next), .. new LineMove(line.Id, line.Balance).Post(Postings(current?.Value, next)).Changes(next.RecordedAt, actor)];

    /// <summary>The row names for whom it is, so it is personal.</summary>
    public static ChainChange Put(Stored<Reservation>? current, Reservation next) =>
        new(TypedRecords.Put(LedgerRows.Reservation(next.Line, next.Id), current, next), Personal: true);

    /// <summary>What the line's reserved animals move by, from one state of the reservation to the next.</summary>
    public static IEnumerable<Posting> Postings(Reservation? before, Reservation after)
    {
        var change = Held(after) - Held(before);
        if (change == 0) yield break;
        var kind = change > 0 ? PostingKind.Reservation : PostingKind.Release;
        yield return new Posting(kind, new LineAmounts(Reserved: change), after.Permit, after.Id);
    }

    /// <summary>Animals that a reservation keeps from others.</summary>
    public static int Held(Reservation? reservation) => reservation is { Status: ReservationStatus.Open } ? reservation.Animals : 0;
}
