using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Law;

/// <summary>Registers the authority, which must come first, or changes it.</summary>
public sealed class PutAuthority(LawLibrary library, ChainWriter chain, AuthorityOptions options)
{
    public Task<Outcome<RevisionReading<AuthorityTerms>>> RunAsync(
        RevisionDraft<AuthorityTerms> draft, Precondition condition, Actor actor, CancellationToken cancellationToken) =>
        chain.DecideAsync<RevisionReading<AuthorityTerms>>(library, Partitions.Law, actor, async (context, token) =>
        {
            var standing = (await library.NationalAsync(LawFreshness.Checked, token))?.Law.Authority;
            if (AuthorityChecks.Judge(draft.Value, standing?.Latest.Value, options) is { } refusal) return LawDecisions.Refuse<RevisionReading<AuthorityTerms>>(refusal);
            return LawDecisions.Revise("authority-recorded", standing, draft, condition, context.RecordedAt, LawRows.Authority);
        }, cancellationToken);
}
