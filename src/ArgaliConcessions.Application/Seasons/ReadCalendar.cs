using System.Collections.Immutable;
using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Seasons;

/// <summary>Answers which days of a hunting year are open, where and for what, and which bans cut into them.</summary>
public sealed class ReadCalendar(LawLibrary library, ConcessionDirectory directory, LegalCalendar calendar)
{
    /// <param name="year">A hunting year's id; null for the one that holds today, else the nearest.</param>
    /// <param name="concession">The one asked about; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The calendar; <c>no-authority</c>, <c>year-not-found</c> or <c>concession-not-found</c>.</returns>
    public async Task<Outcome<YearCalendar>> RunAsync(string? year, string? concession, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Cached, cancellationToken) is not { } national) return LawRefusals.NoAuthority;
        var years = YearsOf(national.Law);
        var today = calendar.Today(national.Law);
        if ((year is null ? Nearest(years, today) : years.Find(y => y.Id == year)) is not { } asked) return Refusal.NotFound("year");
        var rows = ImmutableArray.CreateBuilder<ConcessionSeasons>();
        await foreach (var id in IdsAsync(concession, cancellationToken))
        {
            if (await library.ReadAsync(id, LawFreshness.Cached, cancellationToken) is not { } law) continue;
            rows.Add(new ConcessionSeasons(id, law.Book.Concession.Terms.Latest.Value, [.. ConcessionChapter.SeasonsOf(law.Book, asked, LawKnowledge.Everything)]));
        }

        if (concession is not null && rows.Count == 0) return LawRefusals.NoConcession;
        return new Outcome<YearCalendar>.Done(new YearCalendar(national.Law.Authority.Latest.Value, today, [.. years], asked, rows.ToImmutable()));
    }

    /// <summary>The year that holds a date, the later where two do; else the one whose first day is nearest. Null where there is none.</summary>
    internal static HuntingYear? Nearest(IReadOnlyCollection<HuntingYear> years, LocalDate date) =>
        years.Where(y => y.Span.Contains(date)).MaxBy(y => y.From) ?? years.MinBy(y => Math.Abs(Period.DaysBetween(y.From, date)));

    /// <summary>All hunting years, by first day.</summary>
    internal static List<HuntingYear> YearsOf(NationalLaw law) => [.. law.Years.Values.Select(y => y.Latest.Value).OrderBy(y => y.From).ThenBy(y => y.Id, StringComparer.Ordinal)];

    private IAsyncEnumerable<string> IdsAsync(string? concession, CancellationToken cancellationToken) =>
        concession is null ? directory.ConcessionsAsync(cancellationToken) : new[] { concession }.ToAsyncEnumerable();
}

/// <summary>A hunting year's open days.</summary>
/// <param name="Today">The authority's date.</param>
/// <param name="Years">All years there are, by first day.</param>
/// <param name="Year">The one shown.</param>
/// <param name="Concessions">By id.</param>
public sealed record YearCalendar(
    AuthorityTerms Authority, LocalDate Today, ImmutableArray<HuntingYear> Years, HuntingYear Year, ImmutableArray<ConcessionSeasons> Concessions)
{
    public bool Equals(YearCalendar? other) =>
        other is not null && Authority.Equals(other.Authority) && Today == other.Today && Year == other.Year && Years.SequenceEqual(other.Years) && Concessions.SequenceEqual(other.Concessions);

    public override int GetHashCode() => HashCode.Combine(Today, Year);
}

/// <summary>One concession's seasons of a year, by taxon.</summary>
public sealed record ConcessionSeasons(string Id, ConcessionTerms Terms, ImmutableArray<ReportSeason> Seasons)
{
    public bool Equals(ConcessionSeasons? other) => other is not null && Id == other.Id && Terms.Equals(other.Terms) && Seasons.SequenceEqual(other.Seasons);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}
