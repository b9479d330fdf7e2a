using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Surveys;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>What somebody wants moved from one quota line to another of the same hunting year.</summary>
/// <param name="Animals">1 or more.</param>
/// <param name="AboveCeilingReason">Why the receiving line may take its concession past what its survey carries; it becomes the line's. Null: it may not.</param>
public sealed record TransferRequest(
    string Concession, string Year, string Line, string ToConcession, string ToLine, int Animals, LegalBasis Basis, string? AboveCeilingReason = null);

/// <summary>
/// Moves animals from one concession's line to another's without giving them back to the nation in between. To the receiving line it is a
/// raise: not above what its concession's survey carries unless a reason says why.
/// </summary>
public sealed class TransferAnimals(
    IRecordStore store, LawLibrary library, LineRegister lines, TransferSteps steps, OperationsUnderWay operations, IIdSource ids, TimeProvider time)
{
    /// <summary>Times that another change of the lines is let pass before the answer is "busy".</summary>
    private const int MaxRounds = 8;

    private static readonly Outcome<Transfer> Busy = Refusal.Busy;

    /// <summary>The transfer as done. The same key again gives the same answer.</summary>
    /// <param name="key">Its row is the one of the law that the answer is kept in.</param>
    public async Task<Outcome<Transfer>> RunAsync(
        TransferRequest request, RequestKey key, Actor actor, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var outcome = await KeptAsync(key, cancellationToken) is { } kept
                ? await AgainAsync(kept, key, actor, cancellationToken)
                : await TryAsync(request, key, actor, cancellationToken);
            if (outcome is Outcome<Transfer>.Refused { Refusal.Kind: not RefusalKind.Busy } && await KeptAsync(key, cancellationToken) is { } begun && begun.BodySha256 == key.BodySha256)
            {
                // Reads are no snapshot: what stood against it may be the transfer itself, begun by the same request sent elsewhere too.
                continue;
            }

            if (outcome is not null) return outcome;
        }

        return Busy;
    }

    private async Task<KeptTransfer?> KeptAsync(RequestKey key, CancellationToken cancellationToken) =>
        (await store.ReadAsync<KeptTransfer>(Partitions.Law, key.Row, cancellationToken))?.Value;

    /// <summary>The same key came before: its answer, or null when the transfer was under way and has been carried on.</summary>
    private async Task<Outcome<Transfer>?> AgainAsync(KeptTransfer kept, RequestKey key, Actor actor, CancellationToken cancellationToken)
    {
        if (kept.BodySha256 != key.BodySha256) return KeptAnswer.Reused;
        if (kept.Done is { } done) return Done(done);
        return await operations.CarryOnAsync(kept.Operation, actor, cancellationToken) ? null : Busy;
    }

    /// <summary>One attempt; null when something has moved, or it has begun and must be looked at again.</summary>
    private async Task<Outcome<Transfer>?> TryAsync(
        TransferRequest request, RequestKey key, Actor actor, CancellationToken cancellationToken)
    {
        if (await ObjectionAsync(request, cancellationToken) is { } objection) return objection;
        var draft = await DraftAsync(request, key.Row, cancellationToken);
        if (draft.Refusal is { } refusal) return refusal;
        switch (await steps.BeginAsync(draft.Operation!, key.BodySha256, actor, cancellationToken))
        {
            case TransferBegin.Begun begun:
                return AnswerTo(request, await steps.CompleteAsync(begun.Operation, actor, cancellationToken));
            case TransferBegin.UnderWay underWay:
                return await operations.CarryOnAsync(underWay.Operation, actor, cancellationToken) ? null : Busy;
            case TransferBegin.Before or TransferBegin.Moved:
                return null;
            default:
                return Busy;
        }
    }

    /// <summary>Null when it is done: the answer is the one that is kept.</summary>
    private static Outcome<Transfer>? AnswerTo(TransferRequest request, ApplyResult result) => result switch
    {
        ApplyResult.BelowIssued below => Conflict(Reason.Of("transfer-below-issued", "/animals", ("asked", request.Animals), ("issued", below.Held))),
        ApplyResult.Busy => Busy,
        _ => null,
    };

    private async Task<Refusal?> ObjectionAsync(TransferRequest request, CancellationToken cancellationToken)
    {
        if (await library.ConcessionAsync(request.Concession, LawFreshness.Checked, cancellationToken) is not { } law) return LawRefusals.NoConcession;
        if (!law.National.Years.TryGetValue(request.Year, out var year)) return Refusal.NotFound("year");
        if (year.Latest.Value.Sealed) return Conflict(Reason.Of("year-sealed", null, ("year", year.Latest.Value.Label)));
        return (request.Concession, request.Line) == (request.ToConcession, request.ToLine) ? Conflict(Reason.Of("transfer-to-itself", "/toLine")) : null;
    }

    /// <summary>Reads each line's generation before the line: what changes from then on is noticed when the transfer begins.</summary>
    private async Task<(TransferOperation? Operation, Refusal? Refusal)> DraftAsync(
        TransferRequest request, string answerRow, CancellationToken cancellationToken)
    {
        if (await FindAsync(request.Concession, request.Year, request.Line, cancellationToken) is not { } from) return (null, Refusal.NotFound("line"));
        if (await FindAsync(request.ToConcession, request.Year, request.ToLine, cancellationToken) is not { } to)
        {
            return (null, Conflict(Reason.Of("line-unknown", "/toLine", ("line", request.ToLine))));
        }

        if (Objection(request, from.Line, to.Line) is { } objection) return (null, objection);
        if (await AboveCeilingAsync(request, to.Line, cancellationToken) is { } above) return (null, above);
        var id = QuotaRows.Transfers + ids.NewId();
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var give = Change(id, from, Raised(from.Line, -request.Animals), request.Basis, now);
        var terms = Raised(to.Line, request.Animals);
        var get = Change(id, to, terms with { AboveCeilingReason = request.AboveCeilingReason ?? terms.AboveCeilingReason }, request.Basis, now);
        return (new TransferOperation(id, give, get, request.Animals, answerRow, Taken: false, now), null);
    }

    /// <summary>A reason that the line was given before does not speak of these animals.</summary>
    private async Task<Refusal?> AboveCeilingAsync(TransferRequest request, LineState to, CancellationToken cancellationToken)
    {
        if (await library.ConcessionAsync(request.ToConcession, LawFreshness.Checked, cancellationToken) is not { } law) return LawRefusals.NoConcession;
        var terms = Raised(to, request.Animals) with { AboveCeilingReason = request.AboveCeilingReason };
        var raised = new QuotaLineRequest(request.ToConcession, request.Year, request.ToLine, terms, request.Basis, Precondition.None);
        var giving = request.Concession == request.ToConcession ? new LineGiving(request.Line, request.Animals) : null;
        return await CeilingCheck.JudgeAsync(raised, to.Latest.Revision.Value, giving, law.National, law.Concession, lines, cancellationToken);
    }

    private async Task<Side?> FindAsync(string concession, string year, string line, CancellationToken cancellationToken)
    {
        var generation = await lines.GenerationAsync(concession, year, line, cancellationToken);
        return await lines.FindAsync(concession, year, line, cancellationToken) is { } found ? new Side(concession, year, found, generation) : null;
    }

    private static Refusal? Objection(TransferRequest request, LineState from, LineState to)
    {
        if (from.Latest.QuotaTaxon != to.Latest.QuotaTaxon)
        {
            return Conflict(Reason.Of("transfer-other-quota", "/toLine", ("taxon", from.Latest.QuotaTaxon), ("otherTaxon", to.Latest.QuotaTaxon)));
        }

        var (animals, standing) = (from.Latest.Revision.Value.Animals, from.Standing);
        if (standing.Remaining(animals) >= request.Animals) return null;
        return Conflict(Reason.Of("transfer-below-issued", "/animals", ("asked", request.Animals), ("issued", standing.Bound)));
    }

    private static QuotaLine Raised(LineState line, int more)
    {
        var terms = line.Latest.Revision.Value;
        return terms with { Animals = terms.Animals + more };
    }

    private static LineOperation Change(string id, Side side, QuotaLine target, LegalBasis basis, Instant now)
    {
        var latest = side.Line.Latest;
        return new LineOperation(
            id, side.Concession, side.Year, side.Line.Id, latest.QuotaTaxon, latest.Revision.Number, side.Generation, target, basis, now);
    }

    private static Refusal Conflict(Reason reason) => Refusal.Because(RefusalKind.Conflict, "transfer-refused", reason);

    private static Outcome<Transfer>.Done Done(Transfer transfer) => new(transfer, Created: true);

    /// <summary>One of the two lines, and the generation that was current before it was read.</summary>
    private sealed record Side(string Concession, string Year, LineState Line, int Generation);
}
