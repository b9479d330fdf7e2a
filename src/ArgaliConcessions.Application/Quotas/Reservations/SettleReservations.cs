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
        var (place, until) = RecordJson.Read<ReservationNote>(note);
        if (await library.ConcessionAsync(place.Concession, LawFreshness.Cached, cancellationToken) is not { } law) return true;
        var today = calendar.Today(law.National, law.Concession);
        var actor = new Actor("settle-reservations", "timer", requestId);
        var ended = await release.EndAsync(place, ReservationStatus.Expired, reservation => reservation.Until < today, actor, cancellationToken);
        return ended switch
        {
            // Its last day is not over after all: the time zone was changed since the note was dated.
            Outcome<Reservation>.Done { Value: { Status: ReservationStatus.Open } open } => open.Until != until,
            Outcome<Reservation>.Refused refused => refused.Refusal.Kind != RefusalKind.Busy,
            _ => true,
        };
    }
}
