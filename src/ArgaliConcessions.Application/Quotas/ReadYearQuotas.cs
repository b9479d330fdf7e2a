using System.Collections.Immutable;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Seasons;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>Answers how far all quotas of a hunting year are used: the nation's, and each line.</summary>
public sealed class ReadYearQuotas(LawLibrary library, ConcessionDirectory directory, ReadNationalQuotas national, ReadQuotaLines lines, LegalCalendar calendar)
{
    /// <param name="year">A hunting year's id; null for the one that holds today, else the nearest.</param>
    /// <param name="concession">The one whose lines are asked for; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The quotas; <c>no-authority</c>, <c>year-not-found</c> or <c>concession-not-found</c>.</returns>
    public async Task<Outcome<YearQuotas>> RunAsync(string? year, string? concession, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Cached, cancellationToken) is not { } law) return LawRefusals.NoAuthority;
        var years = ReadCalendar.YearsOf(law.Law);
        if ((year is null ? ReadCalendar.Nearest(years, calendar.Today(law.Law)) : years.Find(y => y.Id == year)) is not { } asked) return Refusal.NotFound("year");
        var quotas = await national.RunAsync(asked.Id, null, new LawQuery(), cancellationToken);
        if (quotas is not Outcome<IReadOnlyList<NationalQuotaReading>>.Done { Value: var nation }) return quotas.Refused<IReadOnlyList<NationalQuotaReading>, YearQuotas>();
        var rows = ImmutableArray.CreateBuilder<ConcessionQuotas>();
        await foreach (var id in IdsAsync(concession, cancellationToken))
        {
            if (await OfAsync(id, asked.Id, cancellationToken) is { } own) rows.Add(own);
        }

        if (concession is not null && rows.Count == 0) return LawRefusals.NoConcession;
        return new Outcome<YearQuotas>.Done(new YearQuotas(law.Law.Authority.Latest.Value, [.. years], asked, [.. nation], rows.ToImmutable()));
    }

    private async Task<ConcessionQuotas?> OfAsync(string concession, string year, CancellationToken cancellationToken)
    {
        if (await library.ConcessionAsync(concession, LawFreshness.Cached, cancellationToken) is not { } law) return null;
        var standing = await lines.RunAsync(concession, year, null, null, cancellationToken);
        return standing is Outcome<IReadOnlyList<QuotaLineStanding>>.Done { Value: var found } ? new ConcessionQuotas(concession, law.Concession.Terms.Latest.Value, [.. found]) : null;
    }

    private IAsyncEnumerable<string> IdsAsync(string? concession, CancellationToken cancellationToken) =>
        concession is null ? directory.ConcessionsAsync(cancellationToken) : new[] { concession }.ToAsyncEnumerable();
}

/// <summary>The quotas of a hunting year, as they stand today.</summary>
/// <param name="Years">All years there are, by first day.</param>
/// <param name="Year">The one shown.</param>
/// <param name="National">By taxon.</param>
/// <param name="Concessions">By id, with their lines.</param>
public sealed record YearQuotas(
    AuthorityTerms Authority, ImmutableArray<HuntingYear> Years, HuntingYear Year, ImmutableArray<NationalQuotaReading> National, ImmutableArray<ConcessionQuotas> Concessions)
{
    /// <summary>What stands on the lines of a taxon and its parts together.</summary>
    public LineAmounts Sum(string taxon) => Concessions.SelectMany(c => c.Lines).Where(l => Authority.TaxonTree.Covers(taxon, l.Selected.Value.Taxon))
        .Aggregate(new LineAmounts(), (sum, line) => sum + line.Balance.Amounts);

    public bool Equals(YearQuotas? other) =>
        other is not null && Authority.Equals(other.Authority) && Year == other.Year && Years.SequenceEqual(other.Years) && National.SequenceEqual(other.National) && Concessions.SequenceEqual(other.Concessions);

    public override int GetHashCode() => HashCode.Combine(Year, National.Length, Concessions.Length);
}

/// <summary>One concession's lines of a year, by id.</summary>
public sealed record ConcessionQuotas(string Id, ConcessionTerms Terms, ImmutableArray<QuotaLineStanding> Lines)
{
    public bool Equals(ConcessionQuotas? other) => other is not null && Id == other.Id && Terms.Equals(other.Terms) && Lines.SequenceEqual(other.Lines);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}
