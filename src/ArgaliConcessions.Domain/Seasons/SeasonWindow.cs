namespace ArgaliConcessions.Domain.Seasons;

/// <summary>
/// A span of open days, both ends included. <see cref="Yearly"/> recurs and may wrap New Year; <see cref="Once"/> has
/// full dates.
/// </summary>
/// <remarks>
/// 29 February as the end of a yearly window means the last day of February, whatever the year; as a start it is
/// refused, since nobody can say what it means in a common year.
/// </remarks>
public abstract record SeasonWindow
{
    /// <summary>The spans of this window that touch <paramref name="within"/>, uncut, by first day.</summary>
    public abstract IEnumerable<DateInterval> Occurrences(DateInterval within);

    /// <summary>Whether it is one that may be recorded: a yearly one does not begin on 29 February, a dated one does not end before it begins.</summary>
    public abstract bool IsSound { get; }

    public bool Contains(LocalDate date) => Occurrences(new DateInterval(date, date)).Any();

    /// <param name="From">First open day of each year; not 29 February.</param>
    /// <param name="To">Last open day; earlier in the year than <paramref name="From"/> when the window wraps New Year.</param>
    public sealed record Yearly(AnnualDate From, AnnualDate To) : SeasonWindow
    {
        public override bool IsSound => From is not { Month: 2, Day: 29 };

        private bool Wraps => To.CompareTo(From) < 0;

        public override IEnumerable<DateInterval> Occurrences(DateInterval within)
        {
            // A window that wraps may have begun in the year before the first day asked about.
            for (var year = within.Start.Year - 1; year <= within.End.Year; year++)
            {
                var span = new DateInterval(From.InYear(year), To.InYear(Wraps ? year + 1 : year));
                if (span.Start <= within.End && within.Start <= span.End) yield return span;
            }
        }
    }

    public sealed record Once(LocalDate From, LocalDate To) : SeasonWindow
    {
        public override bool IsSound => From <= To;

        public override IEnumerable<DateInterval> Occurrences(DateInterval within) =>
            From <= within.End && within.Start <= To ? [new DateInterval(From, To)] : [];
    }
}
