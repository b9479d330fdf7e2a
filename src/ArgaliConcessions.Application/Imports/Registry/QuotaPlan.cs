using System.Collections.Immutable;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Surveys;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>
/// Judges national quotas and lines as <see cref="PutNationalQuota"/> and <see cref="SetQuotaLine"/> would, those before them in
/// the list recorded: a line takes from a quota that stands above it, and from what lines above it have given up.
/// </summary>
/// <param name="update">Whether what is recorded otherwise may be changed.</param>
internal sealed class QuotaPlan(QuotaStanding standing, PutNationalQuota putNational, SetQuotaLine setLine, bool update) : IListPlan<QuotaEntry>
{
    public Task<Judgement> JudgeAsync(ListThing<QuotaEntry> thing, CancellationToken cancellationToken) => thing.Content switch
    {
        QuotaEntry.National national => JudgeNationalAsync(thing, national.Draft, cancellationToken),
        QuotaEntry.Line line => JudgeLineAsync(thing, line.Request, cancellationToken),
        _ => throw new InvalidOperationException("A quota is national or a line's."),
    };

    private async Task<Judgement> JudgeNationalAsync(ListThing<QuotaEntry> thing, RevisionDraft<NationalQuota> draft, CancellationToken cancellationToken)
    {
        var quota = draft.Value;
        var latest = standing.Law.NationalQuotas.GetValueOrDefault((quota.Year, quota.Taxon))?.Latest;
        if (latest is not null && LawDecisions.SaysTheSame(latest, draft)) return Judgement.Unchanged(thing);
        var changes = latest is null ? [] : Differences.Between(QuotaEntry.Cells(latest.Value, latest.Basis), QuotaEntry.Cells(quota, draft.Basis));
        if (latest is not null && !update) return Judgement.ExistsDifferently(thing, changes);
        var allocated = await standing.AllocatedAsync(quota.Year, quota.Taxon, cancellationToken);
        var refusal = PutNationalQuota.BelowAllocated(quota, allocated) ?? CeilingCheck.Judge(quota, draft.Basis, latest?.Value, standing.Law);
        if (refusal is not null) return Judgement.Refused(thing, refusal.Reasons);
        standing.Set(draft);
        var condition = Conditions.Seen(latest?.Number);
        return Judgement.ToRecord(thing, ActionOf(latest is null), changes, (actor, token) => putNational.RunAsync(draft, condition, actor, token));
    }

    private async Task<Judgement> JudgeLineAsync(ListThing<QuotaEntry> thing, QuotaLineRequest asked, CancellationToken cancellationToken)
    {
        if (await standing.ConcessionAsync(asked.Concession, cancellationToken) is not { } concession)
        {
            return Judgement.Refused(thing, [Reason.Of("concession-unknown", "/concession", ("concession", asked.Concession))]);
        }

        var lines = await standing.LinesAsync(asked.Concession, asked.Year, cancellationToken);
        var line = lines.GetValueOrDefault(asked.Line);
        if (line is not null && LineChecks.IsAsAsked(line.Revision, asked)) return Judgement.Unchanged(thing);
        var changes = line is null ? [] : Differences.Between(QuotaEntry.Cells(line.Revision.Value, line.Revision.Basis), QuotaEntry.Cells(asked.Terms, asked.Basis));
        if (line is not null && !update) return Judgement.ExistsDifferently(thing, changes);
        var taxon = line?.QuotaTaxon ?? LineChecks.NearestQuota(asked, standing.Law);
        if (await ObjectionAsync(asked, lines, line, taxon, concession, cancellationToken) is { } refusal) return Judgement.Refused(thing, refusal.Reasons);
        var request = asked with { Precondition = Conditions.Seen(line?.Revision.Number) };
        await standing.SetAsync(request, line, taxon!, cancellationToken);
        return Judgement.ToRecord(thing, ActionOf(line is null), changes, (actor, token) => setLine.RunAsync(request, actor, token));
    }

    /// <summary>The first thing that speaks against a line, in the order in which its PUT asks.</summary>
    private async Task<Refusal?> ObjectionAsync(
        QuotaLineRequest asked, IReadOnlyDictionary<string, StandingLine> lines, StandingLine? line, string? taxon, ConcessionLaw concession,
        CancellationToken cancellationToken)
    {
        if (line is not null && LineChecks.Objection(asked, line.Revision.Value, line.Balance) is { } objection) return objection;
        if (CeilingCheck.Judge(asked, line?.Revision.Value, lines.Values.Select(one => one.Share), standing.Law, concession) is { } above) return above;
        if (taxon is null || standing.Law.NationalQuotas.GetValueOrDefault((asked.Year, taxon)) is not { } quota) return LineChecks.NationalQuotaMissing(asked);
        var granted = line?.Revision.Value.Animals ?? 0;
        var allocated = await standing.AllocatedAsync(asked.Year, taxon, cancellationToken);
        var more = asked.Terms.Animals - granted;
        return more > 0 && allocated + more > quota.Latest.Value.Animals ? LineChecks.Exceeded(asked, quota.Latest, allocated, granted) : null;
    }

    private static ListAction ActionOf(bool isNew) => isNew ? ListAction.New : ListAction.Changed;
}
