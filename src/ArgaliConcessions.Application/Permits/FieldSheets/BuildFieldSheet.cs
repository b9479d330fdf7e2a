using System.Collections.Immutable;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Permits.FieldSheets;

/// <summary>
/// Puts a field sheet together. The law is in memory; each hunting year that has one of the days costs one read for 1,000 rows of
/// its permits. Nothing is written.
/// </summary>
public sealed class BuildFieldSheet(PermitFiles files, LawLibrary library, LegalCalendar calendar)
{
    /// <summary>Days of a sheet at most, both ends counted.</summary>
    public const int MostDays = 366;

    /// <summary>Days of a sheet for which no last day is asked.</summary>
    private const int UsualDays = 14;

    /// <param name="from">The first day; null for today.</param>
    /// <param name="to">The last day, not before the first; null for two weeks in all.</param>
    public async Task<Outcome<FieldSheet>> RunAsync(string concession, LocalDate? from, LocalDate? to, Viewer viewer, CancellationToken cancellationToken)
    {
        // A concession that the viewer may not see is as unknown as one that is not there.
        if (!viewer.MaySee(concession)) return LawRefusals.NoConcession;
        var asOf = calendar.Now;
        var outcome = await library.RequireAsync(concession, LawFreshness.Cached, cancellationToken);
        if (outcome is not Outcome<LawReading>.Done { Value: var law }) return outcome.Refused<LawReading, FieldSheet>();
        var today = calendar.Today(law.Book);
        var days = DaysOf(from, to, today);
        var years = law.Book.National.Years.Values.Select(y => y.Latest.Value).Where(y => y.From <= days.End && days.Start <= y.To)
            .OrderBy(y => y.Id, StringComparer.Ordinal).ToImmutableArray();
        var picking = new PermitPicking(days, LocalDate.Max(days.Start, LocalDate.Min(today, days.End)), law.Book.Authority(LawKnowledge.Everything).Settings.WoundedFollowUpDays);
        foreach (var year in years)
        {
            await foreach (var file in files.ListAsync(concession, year.Id, cancellationToken))
            {
                if (!picking.Take(file.Permit)) break;
            }
        }

        return new Outcome<FieldSheet>.Done(SheetLaw.AddTo(law.Book, new FieldSheet
        {
            Authority = law.Book.Authority(LawKnowledge.Everything),
            Concession = concession,
            Terms = law.Book.Concession.Terms.Latest.Value,
            Days = days,
            On = picking.On,
            AsOf = Instant.Min(asOf, law.KnownAt),
            TimeZone = law.Book.TimeZone(LawKnowledge.Everything),
            Years = years,
            Permits = picking.Picked(),
        }));
    }

    private static DateInterval DaysOf(LocalDate? from, LocalDate? to, LocalDate today)
    {
        if (from is { } first) return new DateInterval(first, to ?? first.PlusDays(UsualDays - 1));
        if (to is not { } last) return new DateInterval(today, today.PlusDays(UsualDays - 1));
        return new DateInterval(LocalDate.Max(last.PlusDays(1 - MostDays), LocalDate.Min(today, last)), last);
    }
}
