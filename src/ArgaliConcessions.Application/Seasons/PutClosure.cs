using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Application.Seasons;

/// <summary>Records a closure (moratorium), or ends or changes one.</summary>
public sealed class PutClosure(LawLibrary library, ChainWriter chain)
{
    public async Task<Outcome<RevisionReading<Closure>>> RunAsync(
        RevisionDraft<Closure> draft, Precondition condition, Actor actor, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Checked, cancellationToken) is not { } national) return LawRefusals.NoAuthority;
        if (await new ClosureChecks(library).JudgeAsync(draft.Value, national.Law, cancellationToken) is { } refusal) return refusal;
        return await chain.DecideAsync<RevisionReading<Closure>>(library, Partitions.Law, actor, async (context, token) =>
        {
            var law = await library.NationalAsync(LawFreshness.Checked, token);
            var standing = law!.Law.Closures.GetValueOrDefault(draft.Value.Id);
            return LawDecisions.Revise("closure-recorded", standing, draft, condition, context.RecordedAt, number => LawRows.Closure(draft.Value.Id, number));
        }, cancellationToken);
    }
}
