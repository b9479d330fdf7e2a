using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Life;

/// <summary>What is decided about a permit.</summary>
/// <param name="Action">All but an amendment and a tag's replacement, which are use cases of their own.</param>
/// <param name="From">The first day on which it counts; null for today.</param>
/// <param name="Paper">The new paper; for a replacement, and only there.</param>
public sealed record PermitChange(PermitAction Action, string Reason, LocalDate? From, PaperNumber? Paper = null);

/// <summary>Suspends, reinstates, revokes, takes back, closes, or replaces the paper of, a permit; every version before is kept.</summary>
public sealed class ChangePermit(
    IRecordStore store, PermitWriter writer, PermitFinder finder, LawLibrary library, LegalCalendar calendar, PaperIndex papers, TagFates fates)
{
    /// <summary>The permit as it then is. The same key again gives the same answer.</summary>
    public async Task<Outcome<PermitAnswer>> RunAsync(
        string number, PermitChange change, Viewer viewer, RequestKey key, Actor actor, CancellationToken cancellationToken)
    {
        var found = await finder.PlaceAsync(number, viewer, cancellationToken);
        if (found is Outcome<PermitPlace>.Refused refused) return refused.Refusal;
        var place = ((Outcome<PermitPlace>.Done)found).Value;
        if (await library.ConcessionAsync(place.Concession, LawFreshness.Cached, cancellationToken) is not { } law) return PermitFinder.NotFound;
        var today = calendar.Today(law.National, law.Concession);
        var dated = change with { From = change.From ?? today };
        var written = await writer.WriteAsync(
            place, key, actor, (current, recordedAt, cancel) => ProposeAsync(place, current, dated, today, recordedAt, actor, cancel), cancellationToken);
        if (written is Written.Now now) await fates.SettleAsync(place, now.Old, now.Permit, cancellationToken);
        return written.ToAnswer();
    }

    private async Task<Proposal> ProposeAsync(
        PermitPlace place, Stored<Permit> current, PermitChange change, LocalDate today, Instant recordedAt, Actor actor, CancellationToken cancellationToken)
    {
        var permit = current.Value;
        var bearers = await OtherBearersAsync(permit, change.Paper, cancellationToken);
        if (ChangeChecks.Objection(permit, change, today, bearers) is { } objection) return new Proposal.Refuse(objection);
        var next = Changed(permit, change, recordedAt, actor);
        if (change.Paper is { } paper && !await papers.AddAsync(next, paper, cancellationToken)) return new Proposal.Refuse(Refusal.Busy);
        if (!await fates.NoteAsync(place, permit, next, recordedAt, cancellationToken)) return new Proposal.Refuse(Refusal.Busy);
        return new Proposal.Next(next, ActionCode(change.Action), await LineAsync(place, permit, next, recordedAt, actor, cancellationToken));
    }

    private async Task<IReadOnlyList<string>> OtherBearersAsync(Permit permit, PaperNumber? paper, CancellationToken cancellationToken)
    {
        if (paper is null) return [];
        var bearers = await new PaperReader(store, papers).FindAsync(PaperIndex.Fold(paper), cancellationToken);
        return [.. bearers.Select(b => b.Value.Number).Where(number => number != permit.Number)];
    }

    private static Permit Changed(Permit permit, PermitChange change, Instant recordedAt, Actor actor)
    {
        var from = change.From!.Value;
        if (PermitStates.Of(change.Action).To is { } status)
        {
            return permit with { StatusChanges = permit.StatusChanges.Add(new PermitStatusChange(status, from, recordedAt, change.Reason, actor.Subject)) };
        }

        // A paper without a number of its own bore the permit's.
        var old = permit.Paper ?? new PaperNumber("", permit.Number);
        return permit with { Paper = change.Paper, VoidedPapers = permit.VoidedPapers.Add(new VoidedPaper(old, from, change.Reason)) };
    }

    private async Task<IReadOnlyList<ChainChange>> LineAsync(
        PermitPlace place, Permit before, Permit after, Instant recordedAt, Actor actor, CancellationToken cancellationToken)
    {
        var moves = new LineMoves(store, place.Ledger);
        await moves.PermitAsync(PermitHold.Of(before), PermitHold.Of(after), after.Number, cancellationToken);
        return [.. moves.Changes(recordedAt, actor)];
    }

    private static string ActionCode(PermitAction action) => action switch
    {
        PermitAction.Suspension => "suspend-permit",
        PermitAction.Reinstatement => "reinstate-permit",
        PermitAction.Revocation => "revoke-permit",
        PermitAction.Return => "return-permit",
        PermitAction.Closure => "close-permit",
        _ => "replace-paper",
    };
}
