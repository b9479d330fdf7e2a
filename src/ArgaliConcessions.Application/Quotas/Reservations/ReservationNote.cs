namespace ArgaliConcessions.Application.Quotas.Reservations;

/// <summary>A note that a reservation ends, dated to the start of the day after its last.</summary>
public sealed record ReservationNote(string Concession, string Year, string Line, string Id)
{
    public const string Kind = "reservation";
}
