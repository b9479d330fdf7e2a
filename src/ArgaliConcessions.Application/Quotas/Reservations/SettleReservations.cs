using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Records.Pending;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Quotas.Reservations;

/// <summary>Ends the reservations whose last day is over. One that was prolonged has another note, dated later.</summary>
public sealed class SettleReservations(ReleaseReservation release, LawLibrary library, LegalCalendar calendar) : INoteSettler
{
    public string Kind => ReservationNote.Kind;

    public async Task<bool> SettleAsync(ReadOnlyMemory<byte> note, string requestId, CancellationToken cancellationToken)
    {
        var noted = RecordJson.Read<ReservationNote>(note);
        if (await library.ConcessionAsync(noted.Concession, LawFreshness.Cached, cancellationToken) is not { } law) return true;
        var today = calendar.Today(law.National, law.Concession);
        var actor = new Actor("settle-reservations", "timer", requestId);
        var ended = await release.EndAsync(noted, ReservationStatus.Expired, reservation => reservation.Until < today, actor, cancellationToken);
        return ended is not Outcome<Reservation>.Refused { Refusal.Kind: RefusalKind.Busy };
    }
}
