using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Compliance.Findings;

/// <summary>What a person does about a finding.</summary>
/// <param name="Status"><see cref="FindingStatus.Acknowledged"/>, <see cref="FindingStatus.Waived"/> or <see cref="FindingStatus.Resolved"/>.</param>
/// <param name="Reason">Why, in the person's words.</param>
/// <param name="IdempotencyKey">The caller's key.</param>
/// <param name="BodySha256">Of the request's body: the same key with another body is refused.</param>
public sealed record FindingOrder(string Id, FindingStatus Status, string Reason, string IdempotencyKey, string BodySha256);

/// <summary>Acknowledges, waives or settles a finding.</summary>
public sealed class DecideFinding(ChainWriter chain, IRecordStore store, FindingPlaces places)
{
    /// <returns>The finding as decided; <c>finding-not-found</c>, <c>finding-resolved</c>, <c>finding-already-so</c>, <c>idempotency-key-reused</c> or <c>busy</c>.</returns>
    public async Task<Outcome<Finding>> RunAsync(FindingOrder order, Actor actor, CancellationToken cancellationToken)
    {
        if (await places.FindAsync(order.Id, cancellationToken) is not { } found) return Refusal.NotFound("finding");
        var result = await chain.DecideAsync<Outcome<Finding>>(found.Place.Partition, actor, (context, token) => DecideAsync(found.Place.KeyOf(found.Hash), order, actor, context, token), cancellationToken);
        return result.Value ?? Refusal.Busy;
    }

    private async Task<ChainDecision<Outcome<Finding>>> DecideAsync(RecordKey key, FindingOrder order, Actor actor, ChainContext context, CancellationToken cancellationToken)
    {
        var answer = AnswerRow(order, actor);
        var earlier = await store.ReadAsync<KeptAnswer>(key.Partition, answer, cancellationToken);
        if (earlier is not null) return Nothing(Repeated(earlier.Value, order));
        var current = await store.ReadAsync<Finding>(key.Partition, key.Row, cancellationToken);
        if (current is null) return Nothing(Refusal.NotFound("finding"));
        if (Obstacle(current.Value, order.Status) is { } code) return Nothing(Refusal.Because(RefusalKind.Conflict, code));
        var next = FindingLife.Decided(current.Value, new FindingDecision(order.Status, actor.Subject, context.RecordedAt, order.Reason));
        return new ChainDecision<Outcome<Finding>>.Write(
            $"finding-{order.Status}".ToLowerInvariant(),
            [new ChainChange(TypedRecords.Put(key.Row, current, next)), new ChainChange(new RecordChange.Insert(answer, RecordJson.Write(new KeptAnswer(order.Id, order.BodySha256, next))))],
            new Outcome<Finding>.Done(next));
    }

    private static string? Obstacle(Finding current, FindingStatus wanted) =>
        current.Status == FindingStatus.Resolved ? "finding-resolved" : current.Status == wanted ? "finding-already-so" : null;

    private static Outcome<Finding> Repeated(KeptAnswer earlier, FindingOrder order) => earlier.BodySha256 == order.BodySha256
        ? new Outcome<Finding>.Done(earlier.Finding)
        : Refusal.Because(RefusalKind.KeyReused, "idempotency-key-reused");

    private static ChainDecision<Outcome<Finding>> Nothing(Outcome<Finding> value) => new ChainDecision<Outcome<Finding>>.Nothing(value);

    private static string AnswerRow(FindingOrder order, Actor actor) =>
        $"k/{ChainHash.OfBytes(System.Text.Encoding.UTF8.GetBytes($"{actor.Subject}\n{order.Id}\n{order.Status}\n{order.IdempotencyKey}"))}";

    private sealed record KeptAnswer(string Id, string BodySha256, Finding Finding);
}
