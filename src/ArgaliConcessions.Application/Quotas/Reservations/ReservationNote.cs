namespace ArgaliConcessions.Application.Quotas.Reservations;

/// <summary>Where a reservation lies.</summary>
public sealed record ReservationPlace(string Concession, string Year, string Line, string Id);

/// <summary>A note that a reservation ends, dated to the start of the day after its last.</summary>
/// <param name="Until">The last day as it was when the note was written; one that is prolonged gets another note.</param>
public sealed record ReservationNote(ReservationPlace Place, LocalDate Until)
{
    public const string Kind = "reservation";
}
