namespace ArgaliConcessions.Domain.Law;

/// <summary>The period that a quota covers, not always the calendar year; years may share a day.</summary>
/// <param name="Id">The calendar year of the first day, four digits; permits name it, it is never derived.</param>
/// <param name="Label">As people write it, e.g. <c>2010/11</c>.</param>
/// <param name="Sealed">A sealed year is no longer judged by the sweep.</param>
public sealed record HuntingYear(string Id, LocalDate From, LocalDate To, string Label, bool Sealed)
{
    public DateInterval Span => new(From, To);
}
