using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Quotas.Reservations;
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
    IRecordStore store, ChainWriter chain, LawLibrary library, LegalCalendar calendar, LineRegister lines, PaperIndex papers,
    TagClaims tags, TagFates fates, TagLookup lookup, KeptAnswers answers, SecondLook look, DocumentIndex documents)
{
    /// <summary>The permit as issued, or why not. The same key again gives the same answer.</summary>
    public async Task<Outcome<PermitAnswer>> RunAsync(IssueRequest request, RequestKey key, Actor actor, CancellationToken cancellationToken)
    {
        var law = await library.ReadAsync(request.Concession, LawFreshness.Checked, cancellationToken);
        if (law is null) return Refused([Reason.Of("concession-unknown", "/concession", ("concession", request.Concession))]);
        var issue = new Issue(request, key, law, calendar.Today(law.Book), await BearersAsync(request, key, law, cancellationToken), actor);
        var ledger = Partitions.Ledger(request.Concession, request.Year);
        var result = await chain.DecideAsync<Decided>(ledger, actor, (context, cancel) => DecideAsync(issue, ledger, context, cancel), cancellationToken);
        if (result.Value is Decided.Refused && await answers.FindAsync(ledger, key, cancellationToken) is { } landed)
        {
            // Reads are no snapshot: the same request, sent elsewhere too, may have taken the very place for want of which this one was refused.
            result = result with { Value = new Decided.Before(landed.Value) };
        }

        await SettleTagAsync(issue, result, cancellationToken);
        return result switch
        {
            { Status: ChainStatus.Done, Value: Decided.Issued issued } => await look.AnswerAsync(
                new JudgedPermit(issued.Permit, issued.Line, law, issue.Today, issue.Bearers, request.Hunter.DocumentNumber), key, actor, cancellationToken),
            { Value: Decided.Before before } => await answers.AgainAsync(ledger, key, before.Kept, cancellationToken),
            { Value: Decided.Refused refused } => refused.Why,
            _ => Refusal.Busy,
        };
    }

    private async Task<ChainDecision<Decided>> DecideAsync(Issue issue, string ledger, ChainContext context, CancellationToken cancellationToken)
    {
        var request = issue.Request;
        if (await answers.FindAsync(ledger, issue.Key, cancellationToken) is { } kept) return Nothing(new Decided.Before(kept.Value));
        if (!issue.Law.Book.National.Years.ContainsKey(request.Year)) return Refuse([Reason.Of("year-unknown", "/year", ("year", request.Year))]);
        if (await lines.FindAsync(request.Concession, request.Year, request.Line, cancellationToken) is not { } line)
        {
            return Refuse([Reason.Of("line-unknown", "/line", ("line", request.Line))]);
        }

        var permit = PermitDraft.Of(request, line, issue.Law, context.NextSerial, issue.Today, context.RecordedAt, issue.Officer);
        var reservation = await IssueReservations.FindAsync(store, request, cancellationToken);
        Reason[] reasons =
        [
            .. IssueReservations.Reasons(request, reservation?.Value, issue.Today),
            .. IssueChecks.Of(
                permit, line, ReservationChanges.Held(reservation?.Value), issue.Law, issue.Today, issue.Bearers, request.Hunter.DocumentNumber),
        ];
        if (reasons.Length > 0) return Refuse(reasons);
        if (await PrepareAsync(issue, permit, context, cancellationToken) is { } objection) return Nothing(new Decided.Refused(objection));
        return new ChainDecision<Decided>.Write("issue-permit", Changes(issue, permit, line, reservation), new Decided.Issued(permit, line), SerialsTaken: 1);
    }

    /// <summary>
    /// What must lie in other partitions before the permit does. None of it is wrong if the permit never comes: an index
    /// entry that leads nowhere is passed over, a pending claim is dropped.
    /// </summary>
    private async Task<Refusal?> PrepareAsync(Issue issue, Permit permit, ChainContext context, CancellationToken cancellationToken)
    {
        var ofPaper = permit.Paper is { } paper ? papers.AddAsync(permit, paper, cancellationToken) : Task.FromResult(true);
        var ofDocument = documents.AddAsync(permit, issue.Request.Hunter.DocumentNumber, cancellationToken);
        if ((await Task.WhenAll(ofPaper, ofDocument)).Contains(false)) return Refusal.Busy;
        if (permit.Tag is not { } tag) return null;
        // Each decision claims anew: should the claim have been dropped between two of them, the permit must not come without it.
        issue.Attempt = await tags.ClaimAsync(tag, new TagClaim(permit.Concession, permit.Year, issue.Key.Row, null, context.RecordedAt), null, cancellationToken);
        // Whoever took it in between is looked up when the request comes again.
        return issue.Attempt is null ? Refusal.Busy : null;
    }

    private static IReadOnlyList<ChainChange> Changes(Issue issue, Permit permit, LineState line, Stored<Reservation>? reservation)
    {
        var (used, released) = IssueReservations.Use(reservation, permit, issue.Actor);
        var issued = Posting.OfPermit(permit.Number, PermitHold.Nothing(line.Id), PermitHold.Of(permit));
        var answer = new KeptAnswer(issue.Key.BodySha256, permit.Serial, permit.Version);
        return
        [
            .. LedgerChanges.NewPermit(permit, issue.Request.Hunter), .. used,
            .. new LineMove(line.Id, line.Balance).Post(released).Post(issued).Changes(permit.RecordedAt, issue.Actor),
            new ChainChange(new RecordChange.Insert(issue.Key.Row, RecordJson.Write(answer))),
        ];
    }

    /// <summary>Confirms the tag's claim, or drops it where it is certain that no permit came; the timer does the rest.</summary>
    private async Task SettleTagAsync(Issue issue, ChainResult<Decided> result, CancellationToken cancellationToken)
    {
        if (issue.Attempt is not { } attempt || result.Status == ChainStatus.Unknown) return;
        var tag = issue.Request.Tag!;
        if (result.Value is Decided.Issued issued)
        {
            var permit = issued.Permit;
            await fates.ConfirmAsync(tag, issue.Key.Row, new PermitPlace(permit.Concession, permit.Year, permit.Serial, permit.Number), cancellationToken);
        }
        else if (result.Value is not Decided.Before)
        {
            await tags.DropAsync(tag, attempt, cancellationToken);
        }
    }

    private async Task<Bearers> BearersAsync(IssueRequest request, RequestKey key, LawReading law, CancellationToken cancellationToken)
    {
        var ofPaper = request.Paper is { } paper ? await PaperBearersAsync(PaperIndex.Fold(paper), cancellationToken) : [];
        if (request.Tag is not { } tag) return new Bearers(ofPaper, []);
        var answer = await lookup.FindAsync(tag, key.Row, law.Book.National.Authority.Latest.Value.Settings, cancellationToken);
        return new Bearers(ofPaper, answer.Others, answer.Standing);
    }

    private async Task<IReadOnlyList<string>> PaperBearersAsync(string folded, CancellationToken cancellationToken) =>
        [.. (await new PaperReader(store, papers).FindAsync(folded, cancellationToken)).Select(p => p.Value.Number)];

    private static ChainDecision<Decided>.Nothing Nothing(Decided decided) => new(decided);

    private static ChainDecision<Decided>.Nothing Refuse(IReadOnlyList<Reason> reasons) => Nothing(new Decided.Refused(Refused(reasons)));

    private static Refusal Refused(IReadOnlyList<Reason> reasons) => new(RefusalKind.Conflict, "permit-refused", [.. reasons]);

    /// <summary>One request on its way.</summary>
    private sealed record Issue(IssueRequest Request, RequestKey Key, LawReading Law, LocalDate Today, Bearers Bearers, Actor Actor)
    {
        public IssuingOfficer Officer => new(Actor.Subject, Actor.Name);

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
