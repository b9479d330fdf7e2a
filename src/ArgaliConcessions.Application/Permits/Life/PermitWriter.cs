using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Life;

/// <summary>Writes the next version of a permit once for each idempotency key: version, what moves with it, kept answer and audit event in one commit.</summary>
public sealed class PermitWriter(ChainWriter chain, PermitFinder finder, KeptAnswers answers)
{
    /// <summary>Versions of one permit; past it somebody's program runs wild, and the row would grow too large.</summary>
    public const int MaxVersions = 200;

    /// <param name="propose">
    /// Makes the next version of the permit read, or refuses; called anew whenever someone else was faster. What it writes elsewhere
    /// must do no harm if the version never comes.
    /// </param>
    internal async Task<Written> WriteAsync(
        PermitPlace place, RequestKey key, Actor actor, Func<Stored<Permit>, Instant, CancellationToken, Task<Proposal>> propose, CancellationToken cancellationToken)
    {
        var result = await chain.DecideAsync<Written>(
            place.Ledger, actor, (context, cancel) => DecideAsync(place, key, context.RecordedAt, propose, cancel), cancellationToken);
        if (result.Value is Written.Refused && await answers.FindAsync(place.Ledger, key, cancellationToken) is { } landed)
        {
            // Reads are no snapshot: what stood against it may be the change itself, made by the same request sent elsewhere too.
            result = result with { Value = new Written.Before(landed.Value) };
        }

        return result switch
        {
            { Status: ChainStatus.Unknown } => new Written.InDoubt(),
            { Value: Written.Before before } => new Written.Again(await answers.AgainAsync(place.Ledger, key, before.Kept, cancellationToken)),
            { Value: { } written } => written,
            _ => new Written.Refused(Refusal.Busy),
        };
    }

    private async Task<ChainDecision<Written>> DecideAsync(
        PermitPlace place, RequestKey key, Instant recordedAt, Func<Stored<Permit>, Instant, CancellationToken, Task<Proposal>> propose, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(place.Ledger, key, cancellationToken) is { } kept) return Nothing(new Written.Before(kept.Value));
        if (await finder.ReadAsync(place, cancellationToken) is not { } current) return Nothing(new Written.Refused(PermitFinder.NotFound));
        if (current.Value.Version >= MaxVersions) return Nothing(new Written.Refused(TooMany));
        var proposal = await propose(current, recordedAt, cancellationToken);
        if (proposal is not Proposal.Next next) return Nothing(new Written.Refused(((Proposal.Refuse)proposal).Why));
        var permit = next.Permit with { Version = current.Value.Version + 1, RecordedAt = recordedAt };
        ChainChange[] changes =
        [
            .. LedgerChanges.NextVersion(current, permit),
            .. next.Beside,
            new(new RecordChange.Insert(key.Row, RecordJson.Write(new KeptAnswer(key.BodySha256, place.Serial, permit.Version)))),
        ];
        return new ChainDecision<Written>.Write(next.Action, changes, new Written.Now(current.Value, permit));
    }

    private static Refusal TooMany =>
        Refusal.Because(RefusalKind.TooLarge, "too-many-versions", Reason.Of("too-many-versions", null, ("max", MaxVersions)));

    private static ChainDecision<Written>.Nothing Nothing(Written written) => new(written);
}

/// <summary>What a change of a permit comes to before it is written.</summary>
internal abstract record Proposal
{
    public sealed record Refuse(Refusal Why) : Proposal;

    /// <param name="Action">The audit event's code.</param>
    /// <param name="Beside">What changes in the same commit.</param>
    public sealed record Next(Permit Permit, string Action, IReadOnlyList<ChainChange> Beside) : Proposal;
}

/// <summary>How a change of a permit ended.</summary>
internal abstract record Written
{
    /// <summary>Committed just now.</summary>
    public sealed record Now(Permit Old, Permit Permit) : Written;

    /// <summary>The same request came before; its kept answer.</summary>
    public sealed record Before(KeptAnswer Kept) : Written;

    /// <summary>The answer that the same request got before.</summary>
    public sealed record Again(Outcome<PermitAnswer> Answer) : Written;

    public sealed record Refused(Refusal Why) : Written;

    /// <summary>It may or may not have been committed.</summary>
    public sealed record InDoubt : Written;

    /// <summary>The answer to whoever asked.</summary>
    public Outcome<PermitAnswer> ToAnswer() => this switch
    {
        Now now => KeptAnswers.Made(now.Permit, []),
        Again again => again.Answer,
        Refused refused => refused.Why,
        _ => Refusal.Busy,
    };
}
