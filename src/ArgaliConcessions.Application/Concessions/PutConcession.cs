using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Concessions;

namespace ArgaliConcessions.Application.Concessions;

/// <summary>
/// Registers a concession or changes its terms. The code is claimed in the directory before the concession's first commit: a
/// crash between leaves a claimed code without a concession, and the same request again completes it.
/// </summary>
public sealed class PutConcession(LawLibrary library, ConcessionDirectory directory, ChainWriter chain, LegalCalendar calendar)
{
    public async Task<Outcome<ConcessionStanding>> RunAsync(
        string id, RevisionDraft<ConcessionTerms> draft, Precondition condition, Actor actor, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Cached, cancellationToken) is not { } national) return LawRefusals.NoAuthority;
        var complaints = new Complaints();
        ConcessionChecks.Judge(id, draft.Value, complaints);
        await ConcessionChecks.JudgeSucceededAsync(id, draft.Value, complaints, async other => await library.ConcessionAsync(other, LawFreshness.Cached, cancellationToken) is not null);
        if (complaints.ToRefusal() is { } refusal) return refusal;
        var standing = await library.ConcessionAsync(id, LawFreshness.Checked, cancellationToken);
        if (standing is null && condition.Judge(null) is { } failed) return failed;
        if (await ClaimAsync(id, draft.Value.Code, actor, cancellationToken) is { } taken) return taken;
        var today = calendar.TodayIn(draft.Value.TimeZone ?? national.Law.Authority.Latest.Value.TimeZone);
        return (await RecordAsync(id, draft, condition, actor, cancellationToken)).Map(reading => new ConcessionStanding(id, reading, today));
    }

    private async Task<Refusal?> ClaimAsync(string id, string code, Actor actor, CancellationToken cancellationToken)
    {
        if (await directory.ClaimAsync(code, id, actor, cancellationToken) is not { } standing) return Refusal.Busy;
        return ConcessionChecks.CodeObjection(standing, id, code) is { } reason ? Refusal.Because(RefusalKind.Conflict, reason.Code, reason) : null;
    }

    private Task<Outcome<RevisionReading<ConcessionTerms>>> RecordAsync(
        string id, RevisionDraft<ConcessionTerms> draft, Precondition condition, Actor actor, CancellationToken cancellationToken) =>
        chain.DecideAsync<RevisionReading<ConcessionTerms>>(library, Partitions.Concession(id), actor, async (context, token) =>
        {
            var standing = (await library.ConcessionAsync(id, LawFreshness.Checked, token))?.Concession.Terms;
            return LawDecisions.Revise("concession-recorded", standing, draft, condition, context.RecordedAt, LawRows.Terms);
        }, cancellationToken);
}
