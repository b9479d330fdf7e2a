using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Records.Pending;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Quotas.Reservations;

/// <summary>What somebody wants kept of a quota line.</summary>
public sealed record ReservationRequest(
    string Concession, string Year, string Line, string Id, int Animals, string For, LocalDate Until, Precondition Precondition);

/// <summary>
/// Keeps animals of a quota line until a day, or changes how many and how long. A note is written first, dated to its end, by
/// which a timer finds it then (<see cref="SettleReservations"/>).
/// </summary>
public sealed class ReserveAnimals(
    IRecordStore store, ChainWriter chain, LawLibrary library, LegalCalendar calendar, LineRegister lines, PendingNotes notes)
{
    /// <summary>The reservation as it then stands. The same request again changes nothing.</summary>
    public async Task<Outcome<Reservation>> RunAsync(ReservationRequest request, Actor actor, CancellationToken cancellationToken)
    {
        var law = await library.ReadAsync(request.Concession, LawFreshness.Checked, cancellationToken);
        if (law is null) return LawRefusals.NoConcession;
        if (Objection(request, law) is { } objection) return objection;
        var ends = request.Until.PlusDays(1).AtStartOfDayInZone(law.Book.TimeZone(LawKnowledge.Everything)).ToInstant();
        var note = new ReservationNote(new ReservationPlace(request.Concession, request.Year, request.Line, request.Id), request.Until);
        if (!await notes.WriteAsync(ReservationNote.Kind, ends, note, cancellationToken)) return Refusal.Busy;
        var result = await chain.DecideAsync<Outcome<Reservation>>(
            Partitions.Ledger(request.Concession, request.Year), actor,
            (context, cancel) => DecideAsync(request, context.RecordedAt, actor, cancel), cancellationToken);
        return result.Value ?? Refusal.Busy;
    }

    internal static Outcome<Reservation>.Done Done(Reservation reservation, bool created) =>
        new(reservation, created, LawTag.Of(reservation.Version, reservation.Version));

    private async Task<ChainDecision<Outcome<Reservation>>> DecideAsync(
        ReservationRequest request, Instant recordedAt, Actor actor, CancellationToken cancellationToken)
    {
        if (await lines.FindAsync(request.Concession, request.Year, request.Line, cancellationToken) is not { } line) return Nothing(Refusal.NotFound("line"));
        var ledger = Partitions.Ledger(request.Concession, request.Year);
        var current = await store.ReadAsync<Reservation>(ledger, LedgerRows.Reservation(request.Line, request.Id), cancellationToken);
        if (current is not null && Says(request, current.Value)) return Nothing(Done(current.Value, created: false));
        if (request.Precondition.Judge(current?.Value.Version) is { } failed) return Nothing(failed);
        if (current is { Value.Status: not ReservationStatus.Open }) return Nothing(Ended(current.Value));
        if (Full(request, line, current?.Value) is { } full) return Nothing(full);
        var next = new Reservation(
            request.Id, request.Line, request.Animals, request.For, request.Until, ReservationStatus.Open, null, (current?.Value.Version ?? 0) + 1, recordedAt, actor.Subject);
        return new ChainDecision<Outcome<Reservation>>.Write(
            "reserve-animals", ReservationChanges.Of(current, next, line, actor), Done(next, created: current is null));
    }

    private static bool Says(ReservationRequest request, Reservation current) =>
        (request.Animals, request.For, request.Until) == (current.Animals, current.For, current.Until);

    private Refusal? Objection(ReservationRequest request, LawReading law)
    {
        if (!law.Book.National.Years.TryGetValue(request.Year, out var years)) return Refusal.NotFound("year");
        var (year, today) = (years.Latest.Value, calendar.Today(law.Book));
        if (year.Sealed) return Conflict(Reason.Of("year-sealed", null, ("year", year.Label)));
        if (request.Until < today) return Conflict(Reason.Of("reservation-in-the-past", "/until", ("until", request.Until), ("today", today)));
        return request.Until > year.To ? Conflict(Reason.Of("reservation-past-year", "/until", ("until", request.Until), ("last", year.To))) : null;
    }

    private static Refusal? Full(ReservationRequest request, LineState line, Reservation? current)
    {
        var terms = line.Latest.Revision;
        var room = line.Standing.Remaining(terms.Value.Animals) + ReservationChanges.Held(current);
        return room >= request.Animals ? null : Conflict(LineReasons.Full(request.Concession, request.Year, line, room, request.Animals, "/animals"));
    }

    internal static Refusal Ended(Reservation reservation) =>
        Conflict(Reason.Of("reservation-not-open", null, ("reservation", reservation.Id), ("kind", Words.Of(reservation.Status))));

    private static Refusal Conflict(Reason reason) => Refusal.Because(RefusalKind.Conflict, "reservation-refused", reason);

    private static ChainDecision<Outcome<Reservation>>.Nothing Nothing(Outcome<Reservation> outcome) => new(outcome);
}
