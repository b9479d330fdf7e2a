using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Surveys;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>Sets the national quota of a taxon for a hunting year, not below what is allocated and not above what its survey carries unless a reason says why.</summary>
public sealed class PutNationalQuota(LawLibrary library, ChainWriter chain, IRecordStore store)
{
    public async Task<Outcome<NationalQuotaReading>> RunAsync(
        RevisionDraft<NationalQuota> draft, Precondition condition, Actor actor, CancellationToken cancellationToken)
    {
        var quota = draft.Value;
        if (await library.NationalAsync(LawFreshness.Checked, cancellationToken) is not { } national) return LawRefusals.NoAuthority;
        if (!national.Law.Years.ContainsKey(quota.Year)) return Refusal.NotFound("year");
        if (national.Law.Authority.Latest.Value.TaxonTree.Find(quota.Taxon) is null) return Refusal.NotFound("taxon");
        var outcome = await chain.DecideAsync<RevisionReading<NationalQuota>>(
            library, Partitions.Law, actor, (context, token) => DecideAsync(draft, condition, context.RecordedAt, token), cancellationToken);
        var row = await store.ReadAsync<NationalQuotaRow>(Partitions.Law, QuotaRows.National(quota.Year, quota.Taxon), cancellationToken);
        var surveys = SurveyBook.Of(national.Law, quota.Year, LawKnowledge.Everything);
        return outcome.Map(reading => new NationalQuotaReading(reading, row?.Value.Allocated ?? 0, surveys.For(quota.Taxon, reading.Selected.Basis?.PublishedOn)));
    }

    private async Task<ChainDecision<Outcome<RevisionReading<NationalQuota>>>> DecideAsync(
        RevisionDraft<NationalQuota> draft, Precondition condition, Instant recordedAt, CancellationToken cancellationToken)
    {
        var (year, taxon) = (draft.Value.Year, draft.Value.Taxon);
        var law = await library.NationalAsync(LawFreshness.Checked, cancellationToken);
        var standing = law!.Law.NationalQuotas.GetValueOrDefault((year, taxon));
        var row = await store.ReadAsync<NationalQuotaRow>(Partitions.Law, QuotaRows.National(year, taxon), cancellationToken);
        var decision = LawDecisions.Revise(
            "national-quota-recorded", standing, draft, condition, recordedAt, number => QuotaRows.NationalRevision(year, taxon, number),
            revision => [new ChainChange(TypedRecords.Put(QuotaRows.National(year, taxon), row, new NationalQuotaRow(revision, row?.Value.Allocated ?? 0)))]);
        return decision is ChainDecision<Outcome<RevisionReading<NationalQuota>>>.Write
            && (BelowAllocated(draft.Value, row?.Value.Allocated ?? 0) ?? CeilingCheck.Judge(draft.Value, draft.Basis, standing?.Latest.Value, law.Law)) is { } refusal
            ? LawDecisions.Refuse<RevisionReading<NationalQuota>>(refusal)
            : decision;
    }

    /// <summary>A quota is not set below what its lines have, unless a reason says why.</summary>
    internal static Refusal? BelowAllocated(NationalQuota quota, int allocated) =>
        quota.Animals >= allocated || quota.AcceptedOverAllocation is not null ? null : Refusal.Because(
            RefusalKind.Conflict, "quota-below-allocated", Reason.Of("quota-below-allocated", "/animals", ("asked", quota.Animals), ("allocated", allocated)));
}

/// <summary>A national quota as a question selected it, and what is allocated of it now.</summary>
/// <param name="Survey">What it rests on; null where there is no survey.</param>
public sealed record NationalQuotaReading(RevisionReading<NationalQuota> Reading, int Allocated, QuotaSurvey? Survey)
{
    /// <summary>Animals that may still be allocated; negative where more is allocated than the quota holds.</summary>
    public int Unallocated => Reading.Selected.Value.Animals - Allocated;
}
