using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Tags;

/// <summary>Enters one tag into the register, or changes what it says of one.</summary>
public sealed class RegisterTag(ChainWriter chain, TagRegister register)
{
    /// <summary>Changes of one entry; past it somebody's program runs wild.</summary>
    public const int MaxRevisions = 1000;

    /// <summary>The entry as it then stands. The same again changes nothing.</summary>
    public async Task<Outcome<RegisteredTag>> RunAsync(
        string tag, LegalBasis? basis, string? note, Precondition precondition, Actor actor, CancellationToken cancellationToken)
    {
        var result = await chain.DecideAsync<Outcome<RegisteredTag>>(Partitions.Tags, actor, async (context, cancel) =>
        {
            var current = await register.FindAsync(tag, cancel);
            if (current is not null && current.Value.Basis == basis && current.Value.Note == note) return Nothing(Done(current.Value, created: false));
            if (precondition.Judge(current?.Value.Revision) is { } failed) return Nothing(failed);
            if (current?.Value.Revision >= MaxRevisions) return Nothing(Refusal.Because(RefusalKind.TooLarge, "too-many-revisions", Reason.Of("too-many-revisions", null, ("max", MaxRevisions))));
            var next = new RegisteredTag(current?.Value.Tag ?? tag, basis, note, (current?.Value.Revision ?? 0) + 1, context.RecordedAt, actor.Subject);
            return new ChainDecision<Outcome<RegisteredTag>>.Write("register-tag", Changes(current, next), Done(next, created: current is null));
        }, cancellationToken);
        return result.Value ?? Refusal.Busy;
    }

    private static IReadOnlyList<ChainChange> Changes(Stored<RegisteredTag>? current, RegisteredTag next)
    {
        var folded = Folding.Fold(next.Tag);
        var put = new ChainChange(TypedRecords.Put(TagRegister.Row(folded), current, next));
        if (current is null) return [put];
        return [put, new ChainChange(new RecordChange.Insert(TagRegister.Replaced(folded, current.Value.Revision), RecordJson.Write(current.Value)))];
    }

    private static Outcome<RegisteredTag> Done(RegisteredTag tag, bool created) =>
        new Outcome<RegisteredTag>.Done(tag, created, LawTag.Of(tag.Revision, tag.Revision));

    private static ChainDecision<Outcome<RegisteredTag>>.Nothing Nothing(Outcome<RegisteredTag> outcome) => new(outcome);
}
