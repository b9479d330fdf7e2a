using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Records.Pending;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Quotas.Reservations;

/// <summary>Ends the reservations whose last day is over; a timer calls it.</summary>
public sealed class SettleReservations(ReleaseReservation release, LawLibrary library, LegalCalendar calendar, PendingNotes notes)
{
    /// <summary>One read when none has run out. One that was prolonged has another note, dated later.</summary>
    /// <returns>How many notes were settled.</returns>
    public Task<int> RunAsync(string requestId, CancellationToken cancellationToken)
    {
        var actor = new Actor("settle-reservations", "timer", requestId);
        return notes.SettleAsync<ReservationNote>(ReservationNote.Kind, calendar.Now, note => SettleAsync(note, actor, cancellationToken), cancellationToken);
    }

    private async Task<bool> SettleAsync(ReservationNote note, Actor actor, CancellationToken cancellationToken)
    {
        if (await library.ConcessionAsync(note.Concession, LawFreshness.Cached, cancellationToken) is not { } law) return true;
        var today = calendar.Today(law.National, law.Concession);
        var ended = await release.EndAsync(note, ReservationStatus.Expired, reservation => reservation.Until < today, actor, cancellationToken);
        return ended is not Outcome<Reservation>.Refused { Refusal.Kind: RefusalKind.Busy };
    }
}
