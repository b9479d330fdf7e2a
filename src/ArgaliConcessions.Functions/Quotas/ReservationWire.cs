using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas.Reservations;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Functions.Http.Bodies;
using NodaTime;

namespace ArgaliConcessions.Functions.Quotas;

/// <summary>Reads a reservation.</summary>
internal static class ReservationWire
{
    private const int MostAnimals = 10_000;

    public static ReservationRequest Read(BodyReader body, ReservationPlace place, Precondition precondition)
    {
        body.Ignore("reservation", "line", "status", "permit", "version", "recordedAt", "by");
        return new ReservationRequest(
            place.Concession, place.Year, place.Line, place.Id, body.Int("animals", 1, MostAnimals), body.Text("for", 200), body.Date("until"), precondition);
    }
}

/// <summary>A reservation as it is answered.</summary>
/// <param name="Status">What it is now; an open one past its last day ends within minutes.</param>
/// <param name="Permit">The permit that was issued on it.</param>
public sealed record ReservationAnswer(
    string Reservation, string Line, int Animals, string For, LocalDate Until, ReservationStatus Status, string? Permit, int Version, Instant RecordedAt, string By)
{
    internal static ReservationAnswer Of(Reservation reservation) => new(
        reservation.Id, reservation.Line, reservation.Animals, reservation.For, reservation.Until, reservation.Status, reservation.Permit,
        reservation.Version, reservation.RecordedAt, reservation.By);
}
