namespace ArgaliConcessions.Domain.Quotas;

/// <summary>
/// Animals of a quota line that are kept for somebody until a day, so that a place is not sold to another while the fee is on its
/// way. A permit is issued only after full prepayment (kyrgyzkorm.kg/?p=7464).
/// </summary>
/// <param name="Id">Chosen by the caller, unique on its line.</param>
/// <param name="Animals">1 or more.</param>
/// <param name="For">For whom, as the clerk writes it.</param>
/// <param name="Until">The last day on which it holds its place, a local date.</param>
/// <param name="Permit">The permit that was issued on it.</param>
/// <param name="Version">1, 2, 3, … by change.</param>
/// <param name="By">Who changed it last.</param>
public sealed record Reservation(
    string Id, string Line, int Animals, string For, LocalDate Until, ReservationStatus Status, string? Permit, int Version, Instant RecordedAt, string By);

/// <summary>Only an open one holds its place.</summary>
public enum ReservationStatus { Open, Used, Released, Expired }
