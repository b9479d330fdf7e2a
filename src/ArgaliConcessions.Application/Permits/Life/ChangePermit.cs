using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Life;

/// <summary>What the authority decides about a permit.</summary>
/// <param name="From">The first day on which it counts; null for today.</param>
/// <param name="Paper">The new paper; for a replacement, and only there.</param>
public sealed record PermitChange(PermitAction Action, string Reason, LocalDate? From, PaperNumber? Paper = null);

/// <summary>Suspends, reinstates, revokes, or replaces the paper of, a permit; every version before is kept.</summary>
public sealed class ChangePermit(
    IRecordStore store, ChainWriter chain, PermitFinder finder, LawLibrary library, LegalCalendar calendar, PaperIndex papers,
    TagClaims tags, KeptAnswers answers)
{
    /// <summary>The permit as it then is. The same key again gives the same answer.</summary>
    public async Task<Outcome<PermitAnswer>> RunAsync(string number, PermitChange change, RequestKey key, Actor actor, CancellationToken cancellationToken)
    {
        var found = await finder.PlaceAsync(number, Viewer.Everything, cancellationToken);
        if (found is Outcome<PermitPlace>.Refused refused) return refused.Refusal;
        var place = ((Outcome<PermitPlace>.Done)found).Value;
        if (await library.ConcessionAsync(place.Concession, LawFreshness.Cached, cancellationToken) is not { } law) return PermitFinder.NotFound;
        var dated = change with { From = change.From ?? calendar.Today(law.National, law.Concession) };
        var result = await chain.DecideAsync<Decided>(
            place.Ledger, actor, (context, cancel) => DecideAsync(place, dated, key, actor, context.RecordedAt, cancel), cancellationToken);
        if (result is { Status: ChainStatus.Done, Value: Decided.Changed changed })
        {
            if (change.Action == PermitAction.Revocation) await FreeTagAsync(changed, cancellationToken);
            return KeptAnswers.Made(changed.Permit, []);
        }

        if (result.Value is Decided.Refused && await answers.FindAsync(place.Ledger, key, cancellationToken) is { } landed)
        {
            // Reads are no snapshot: what stood against it may be the change itself, made by the same request sent elsewhere too.
            return await answers.AgainAsync(place.Ledger, key, landed.Value, cancellationToken);
        }

        return result.Value switch
        {
            Decided.Before before => await answers.AgainAsync(place.Ledger, key, before.Kept, cancellationToken),
            Decided.Refused why => why.Why,
            _ => Refusal.Busy,
        };
    }

    private async Task<ChainDecision<Decided>> DecideAsync(
        PermitPlace place, PermitChange change, RequestKey key, Actor actor, Instant recordedAt, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(place.Ledger, key, cancellationToken) is { } kept) return Nothing(new Decided.Before(kept.Value));
        if (await finder.ReadAsync(place, cancellationToken) is not { } current) return Nothing(new Decided.Refused(PermitFinder.NotFound));
        var bearers = await OtherBearersAsync(current.Value, change.Paper, cancellationToken);
        if (ChangeChecks.Objection(current.Value, change, bearers) is { } objection) return Nothing(new Decided.Refused(objection));
        var next = Changed(current.Value, change, actor, recordedAt);
        if (change.Paper is { } paper && !await papers.AddAsync(next, paper, cancellationToken)) return Nothing(new Decided.Refused(Refusal.Busy));
        var answer = new KeptAnswer(key.BodySha256, place.Serial, next.Version);
        ChainChange[] changes =
        [
            .. LedgerChanges.NextVersion(current, next),
            .. await BalanceAsync(place, current.Value, next, cancellationToken),
            new(new RecordChange.Insert(key.Row, RecordJson.Write(answer))),
        ];
        return new ChainDecision<Decided>.Write(ActionCode(change.Action), changes, new Decided.Changed(next));
    }

    private async Task<IReadOnlyList<string>> OtherBearersAsync(Permit permit, PaperNumber? paper, CancellationToken cancellationToken)
    {
        if (paper is null) return [];
        var bearers = await new PaperReader(store, papers).FindAsync(PaperIndex.Fold(paper), cancellationToken);
        return [.. bearers.Select(b => b.Value.Number).Where(number => number != permit.Number)];
    }

    private static Permit Changed(Permit permit, PermitChange change, Actor actor, Instant recordedAt)
    {
        var from = change.From!.Value;
        var next = permit with { Version = permit.Version + 1, RecordedAt = recordedAt };
        if (change.Action != PermitAction.Replacement)
        {
            var status = PermitStates.After(permit.Decided(), change.Action)!.Value;
            return next with { StatusChanges = permit.StatusChanges.Add(new PermitStatusChange(status, from, recordedAt, change.Reason, actor.Subject)) };
        }

        // A paper without a number of its own bore the permit's.
        var old = permit.Paper ?? new PaperNumber("", permit.Number);
        return next with { Paper = change.Paper, VoidedPapers = permit.VoidedPapers.Add(new VoidedPaper(old, from, change.Reason)) };
    }

    private async Task<IEnumerable<ChainChange>> BalanceAsync(PermitPlace place, Permit before, Permit after, CancellationToken cancellationToken)
    {
        if (after.Line is not { } line || PermitHold.Of(before) == PermitHold.Of(after)) return [];
        var balance = await store.ReadAsync<LineBalance>(place.Ledger, LedgerRows.Balance(line), cancellationToken);
        var moved = PermitHold.Of(after).AddTo(PermitHold.Of(before).TakeFrom(balance?.Value ?? LineBalance.Empty));
        return [LedgerChanges.Balance(line, balance, moved)];
    }

    private async Task FreeTagAsync(Decided.Changed changed, CancellationToken cancellationToken)
    {
        var permit = changed.Permit;
        if (permit.Tag is { } tag && PermitHold.Of(permit).Takes.Animals == 0) await tags.ReleaseAsync(tag, permit.Number, cancellationToken);
    }

    private static string ActionCode(PermitAction action) => action switch
    {
        PermitAction.Suspension => "suspend-permit",
        PermitAction.Reinstatement => "reinstate-permit",
        PermitAction.Revocation => "revoke-permit",
        _ => "replace-paper",
    };

    private static ChainDecision<Decided>.Nothing Nothing(Decided decided) => new(decided);

    private abstract record Decided
    {
        public sealed record Changed(Permit Permit) : Decided;

        /// <summary>The same request came before.</summary>
        public sealed record Before(KeptAnswer Kept) : Decided;

        public sealed record Refused(Refusal Why) : Decided;
    }
}
