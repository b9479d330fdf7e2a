using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>Answers the national quotas of a hunting year, with what is allocated of them today.</summary>
public sealed class ReadNationalQuotas(LawLibrary library, IRecordStore store, LegalCalendar calendar)
{
    /// <summary>By taxon; the one of a taxon where named.</summary>
    public async Task<Outcome<IReadOnlyList<NationalQuotaReading>>> RunAsync(string year, string? taxon, LawQuery query, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Cached, cancellationToken) is not { } law) return LawRefusals.NoAuthority;
        if (!law.Law.Years.ContainsKey(year)) return Refusal.NotFound("year");
        var quotas = new List<NationalQuotaReading>();
        var surveys = SurveyBook.Of(law.Law, year, query.Knowledge);
        foreach (var (key, revisions) in law.Law.NationalQuotas.Where(q => q.Key.Year == year).OrderBy(q => q.Key.Taxon, StringComparer.Ordinal))
        {
            if (taxon is not null && key.Taxon != taxon) continue;
            if (RevisionReading<NationalQuota>.Of(revisions, query, calendar) is { } reading) quotas.Add(await WithAllocatedAsync(reading, surveys, cancellationToken));
        }

        if (taxon is null) return new Outcome<IReadOnlyList<NationalQuotaReading>>.Done(quotas);
        return quotas is [var one] ? new Outcome<IReadOnlyList<NationalQuotaReading>>.Done(quotas, ETag: one.Reading.ETag) : Refusal.NotFound("quota");
    }

    private async Task<NationalQuotaReading> WithAllocatedAsync(
        RevisionReading<NationalQuota> reading, SurveyBook surveys, CancellationToken cancellationToken)
    {
        var (year, taxon) = (reading.Selected.Value.Year, reading.Selected.Value.Taxon);
        var row = await store.ReadAsync<NationalQuotaRow>(Partitions.Law, QuotaRows.National(year, taxon), cancellationToken);
        return new NationalQuotaReading(reading, row?.Value.Allocated ?? 0, surveys.For(taxon, reading.Selected.Basis?.PublishedOn));
    }
}
