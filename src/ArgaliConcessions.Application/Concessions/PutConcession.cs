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
        await JudgeSucceededAsync(id, draft.Value, complaints, cancellationToken);
        if (complaints.ToRefusal() is { } refusal) return refusal;
        var standing = await library.ConcessionAsync(id, LawFreshness.Checked, cancellationToken);
        if (standing is null && condition.Judge(null) is { } failed) return failed;
        if (await ClaimAsync(id, draft.Value.Code, actor, cancellationToken) is { } taken) return taken;
        var today = calendar.TodayIn(draft.Value.TimeZone ?? national.Law.Authority.Latest.Value.TimeZone);
        return (await RecordAsync(id, draft, condition, actor, cancellationToken)).Map(reading => new ConcessionStanding(id, reading, today));
    }

    private async Task JudgeSucceededAsync(string id, ConcessionTerms terms, Complaints complaints, CancellationToken cancellationToken)
    {
        for (var i = 0; i < terms.Succeeds.Length; i++)
        {
            var known = terms.Succeeds[i] == id || await library.ConcessionAsync(terms.Succeeds[i], LawFreshness.Cached, cancellationToken) is not null;
            complaints.When(!known, "concession-unknown", $"/succeeds/{i}", ("concession", terms.Succeeds[i]));
        }
    }

    private async Task<Refusal?> ClaimAsync(string id, string code, Actor actor, CancellationToken cancellationToken)
    {
        if (await directory.ClaimAsync(code, id, actor, cancellationToken) is not { } standing) return Refusal.Busy;
        if (standing.Concession != id) return Conflict("code-taken", ("code", code), ("concession", standing.Concession));
        return standing.Code == code ? null : Conflict("code-fixed", ("code", standing.Code));
    }

    private Task<Outcome<RevisionReading<ConcessionTerms>>> RecordAsync(
        string id, RevisionDraft<ConcessionTerms> draft, Precondition condition, Actor actor, CancellationToken cancellationToken) =>
        chain.DecideAsync<RevisionReading<ConcessionTerms>>(library, Partitions.Concession(id), actor, async (context, token) =>
        {
            var standing = (await library.ConcessionAsync(id, LawFreshness.Checked, token))?.Concession.Terms;
            return LawDecisions.Revise("concession-recorded", standing, draft, condition, context.RecordedAt, LawRows.Terms);
        }, cancellationToken);

    private static Refusal Conflict(string code, params ReadOnlySpan<(string Name, Domain.Law.EvidenceValue? Value)> evidence) =>
        Refusal.Because(RefusalKind.Conflict, code, Reason.Of(code, "/code", evidence));
}
