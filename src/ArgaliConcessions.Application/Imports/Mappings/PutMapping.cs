using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Imports.Mappings;

/// <summary>Keeps a mapping under a name, or changes one.</summary>
public sealed class PutMapping(ChainWriter chain, MappingRegister register, ListKinds kinds)
{
    /// <summary>Changes of one mapping; past it somebody's program runs wild.</summary>
    public const int MaxRevisions = 1000;

    /// <summary>The mapping as it then stands. The same again changes nothing.</summary>
    public async Task<Outcome<StoredMapping>> RunAsync(
        string id, string list, ListMapping mapping, Precondition precondition, Actor actor, CancellationToken cancellationToken)
    {
        if (MappingChecks.Judge(list, mapping, kinds) is { } refused) return refused;
        var result = await chain.DecideAsync<Outcome<StoredMapping>>(Partitions.Mappings, actor, async (context, cancel) =>
        {
            var current = await register.FindAsync(id, cancel);
            if (current is not null && current.Value.List == list && current.Value.Mapping == mapping) return Nothing(Done(current.Value, created: false));
            if (precondition.Judge(current?.Value.Revision) is { } failed) return Nothing(failed);
            if (current?.Value.Revision >= MaxRevisions) return Nothing(Refusal.Because(RefusalKind.TooLarge, "too-many-revisions", Reason.Of("too-many-revisions", null, ("max", MaxRevisions))));
            var next = new StoredMapping(id, list, mapping, (current?.Value.Revision ?? 0) + 1, context.RecordedAt, actor.Subject);
            return new ChainDecision<Outcome<StoredMapping>>.Write("put-mapping", Changes(current, next), Done(next, created: current is null));
        }, cancellationToken);
        return result.Value ?? Refusal.Busy;
    }

    private static IReadOnlyList<ChainChange> Changes(Stored<StoredMapping>? current, StoredMapping next)
    {
        var put = new ChainChange(TypedRecords.Put(MappingRegister.Row(next.Id), current, next));
        if (current is null) return [put];
        return [put, new ChainChange(new RecordChange.Insert(MappingRegister.Replaced(next.Id, current.Value.Revision), RecordJson.Write(current.Value)))];
    }

    private static Outcome<StoredMapping> Done(StoredMapping mapping, bool created) =>
        new Outcome<StoredMapping>.Done(mapping, created, LawTag.Of(mapping.Revision, mapping.Revision));

    private static ChainDecision<Outcome<StoredMapping>>.Nothing Nothing(Outcome<StoredMapping> outcome) => new(outcome);
}
