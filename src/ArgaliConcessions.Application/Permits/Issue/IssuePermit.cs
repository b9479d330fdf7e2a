using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Permits.Issue;

/// <summary>
/// Issues a permit: head, balance, permit, hunter's data, idempotency answer and audit event in one commit to one ledger,
/// judged by the law as its heads stood when they were read just before, or refused with every reason there is.
/// </summary>
public sealed class IssuePermit(
    ChainWriter chain, IssueJudge judge, PaperIndex papers, TagClaims tags, TagFates fates, KeptAnswers answers, SecondLook look, DocumentIndex documents)
{
    /// <summary>The permit as issued, or why not. The same key again gives the same answer.</summary>
    public async Task<Outcome<PermitAnswer>> RunAsync(IssueRequest request, RequestKey key, Actor actor, CancellationToken cancellationToken)
    {
        var opened = await judge.OpenAsync(request, key, actor, cancellationToken);
        if (opened is not Outcome<IssueCase>.Done { Value: var file }) return opened.Refused<IssueCase, PermitAnswer>();
        var issue = new Issue(file);
        var result = await chain.DecideAsync<Decided>(file.Ledger, actor, (context, cancel) => DecideAsync(issue, context, cancel), cancellationToken);
        if (result.Value is Decided.Refused && await answers.FindAsync(file.Ledger, key, cancellationToken) is { } landed)
        {
            // Reads are no snapshot: the same request, sent elsewhere too, may have taken the very place for want of which this one was refused.
            result = result with { Value = new Decided.Before(landed.Value) };
        }

        await SettleTagAsync(issue, result, cancellationToken);
        return result switch
        {
            { Status: ChainStatus.Done, Value: Decided.Issued issued } => await look.AnswerAsync(
                new JudgedPermit(issued.Permit, issued.Line, file.Law, file.Today, file.Bearers, request.Hunter.DocumentNumber), key, actor, cancellationToken),
            { Value: Decided.Before before } => await answers.AgainAsync(file.Ledger, key, before.Kept, cancellationToken),
            { Value: Decided.Refused refused } => refused.Why,
            _ => Refusal.Busy,
        };
    }

    private async Task<ChainDecision<Decided>> DecideAsync(Issue issue, ChainContext context, CancellationToken cancellationToken)
    {
        var file = issue.Case;
        if (await answers.FindAsync(file.Ledger, file.Key, cancellationToken) is { } kept) return Nothing(new Decided.Before(kept.Value));
        var verdict = await judge.JudgeAsync(file, context, cancellationToken);
        if (verdict.Reasons.Count > 0) return Nothing(new Decided.Refused(IssueJudge.Refused(verdict.Reasons)));
        var (permit, line) = (verdict.Permit!, verdict.Line!);
        if (await PrepareAsync(issue, permit, context, cancellationToken) is { } objection) return Nothing(new Decided.Refused(objection));
        return new ChainDecision<Decided>.Write("issue-permit", Changes(file, permit, line, verdict.Reservation), new Decided.Issued(permit, line), SerialsTaken: 1);
    }

    /// <summary>
    /// What must lie in other partitions before the permit does. None of it is wrong if the permit never comes: an index
    /// entry that leads nowhere is passed over, a pending claim is dropped.
    /// </summary>
    private async Task<Refusal?> PrepareAsync(Issue issue, Permit permit, ChainContext context, CancellationToken cancellationToken)
    {
        var ofPaper = permit.Paper is { } paper ? papers.AddAsync(permit, paper, cancellationToken) : Task.FromResult(true);
        var ofDocument = documents.AddAsync(permit, issue.Case.Request.Hunter.DocumentNumber, cancellationToken);
        if ((await Task.WhenAll(ofPaper, ofDocument)).Contains(false)) return Refusal.Busy;
        if (permit.Tag is not { } tag) return null;
        // Each decision claims anew: should the claim have been dropped between two of them, the permit must not come without it.
        issue.Attempt = await tags.ClaimAsync(tag, new TagClaim(permit.Concession, permit.Year, issue.Case.Key.Row, null, context.RecordedAt), null, cancellationToken);
        // Whoever took it in between is looked up when the request comes again.
        return issue.Attempt is null ? Refusal.Busy : null;
    }

    private static IReadOnlyList<ChainChange> Changes(IssueCase file, Permit permit, LineState line, Stored<Reservation>? reservation)
    {
        var (used, released) = IssueReservations.Use(reservation, permit, file.Actor);
        var issued = Posting.OfPermit(permit.Number, PermitHold.Nothing(line.Id), PermitHold.Of(permit));
        var answer = new KeptAnswer(file.Key.BodySha256, permit.Serial, permit.Version);
        return
        [
            .. LedgerChanges.NewPermit(permit, file.Request.Hunter), .. used,
            .. new LineMove(line.Id, line.Balance).Post(released).Post(issued).Changes(permit.RecordedAt, file.Actor),
            new ChainChange(new RecordChange.Insert(file.Key.Row, RecordJson.Write(answer))),
        ];
    }

    /// <summary>Confirms the tag's claim, or drops it where it is certain that no permit came; the timer does the rest.</summary>
    private async Task SettleTagAsync(Issue issue, ChainResult<Decided> result, CancellationToken cancellationToken)
    {
        if (issue.Attempt is not { } attempt || result.Status == ChainStatus.Unknown) return;
        var tag = issue.Case.Request.Tag!;
        if (result.Value is Decided.Issued issued)
        {
            var permit = issued.Permit;
            await fates.ConfirmAsync(tag, issue.Case.Key.Row, new PermitPlace(permit.Concession, permit.Year, permit.Serial, permit.Number), cancellationToken);
        }
        else if (result.Value is not Decided.Before)
        {
            await tags.DropAsync(tag, attempt, cancellationToken);
        }
    }

    private static ChainDecision<Decided>.Nothing Nothing(Decided decided) => new(decided);

    /// <summary>One request on its way.</summary>
    private sealed record Issue(IssueCase Case)
    {
        /// <summary>The claim of its tag by the last decision; null while there is none.</summary>
        public string? Attempt { get; set; }
    }

    private abstract record Decided
    {
        public sealed record Issued(Permit Permit, LineState Line) : Decided;

        /// <summary>The same request came before.</summary>
        public sealed record Before(KeptAnswer Kept) : Decided;

        public sealed record Refused(Refusal Why) : Decided;
    }
}
