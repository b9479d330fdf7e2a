namespace ArgaliConcessions.Domain.Seasons;

/// <summary>Days of a hunting year on which nothing is open, and how they lie to those that are.</summary>
public sealed record ClosedSpan(LocalDate From, LocalDate To, ClosedDay Kind)
{
    /// <summary>Days, both ends counted.</summary>
    public int Days => Period.DaysBetween(From, To) + 1;
}

/// <summary>
/// How a closed day lies in its hunting year. <c>Gap</c>: between two open spans of it (a winter break). Days outside the hunting year are
/// before its first or after its last open day too: a permit takes from the quota of one year.
/// </summary>
public enum ClosedDay { BeforeFirst, AfterLast, Gap, NoOpenDay }
