using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>Sets the national quota of a taxon for a hunting year, not below what is allocated unless a reason says why.</summary>
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
        return outcome.Map(reading => new NationalQuotaReading(reading, row?.Value.Allocated ?? 0));
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
        return decision is ChainDecision<Outcome<RevisionReading<NationalQuota>>>.Write && Judge(draft.Value, row?.Value.Allocated ?? 0) is { } refusal
            ? LawDecisions.Refuse<RevisionReading<NationalQuota>>(refusal)
            : decision;
    }

    private static Refusal? Judge(NationalQuota quota, int allocated) =>
        quota.Animals >= allocated || quota.AcceptedOverAllocation is not null ? null : Refusal.Because(
            RefusalKind.Conflict, "quota-below-allocated", Reason.Of("quota-below-allocated", "/animals", ("asked", quota.Animals), ("allocated", allocated)));
}

/// <summary>A national quota as a question selected it, and what is allocated of it now.</summary>
public sealed record NationalQuotaReading(RevisionReading<NationalQuota> Reading, int Allocated)
{
    /// <summary>Animals that may still be allocated; negative where more is allocated than the quota holds.</summary>
    public int Unallocated => Reading.Selected.Value.Animals - Allocated;
}
