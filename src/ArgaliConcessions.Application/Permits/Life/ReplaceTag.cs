using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Life;

/// <summary>Gives a permit another tag: the new one is claimed as at issue, the old one is void for ever.</summary>
public sealed class ReplaceTag(
    PermitWriter writer, PermitFinder finder, LawLibrary library, LegalCalendar calendar, TagClaims claims, TagFates fates, TagLookup lookup)
{
    /// <summary>The permit with its new tag. The same key again gives the same answer.</summary>
    public async Task<Outcome<PermitAnswer>> RunAsync(
        string number, string tag, string reason, Viewer viewer, RequestKey key, Actor actor, CancellationToken cancellationToken)
    {
        var found = await finder.PlaceAsync(number, viewer, cancellationToken);
        if (found is Outcome<PermitPlace>.Refused refused) return refused.Refusal;
        var place = ((Outcome<PermitPlace>.Done)found).Value;
        if (await library.ConcessionAsync(place.Concession, LawFreshness.Checked, cancellationToken) is not { } law) return PermitFinder.NotFound;
        var today = calendar.Today(law.National, law.Concession);
        var answer = await lookup.FindAsync(tag, key.Row, law.National.Authority.Latest.Value.Settings, cancellationToken);
        string? attempt = null;
        var written = await writer.WriteAsync(place, key, actor, async (current, recordedAt, cancel) =>
        {
            var permit = current.Value;
            if (ChangeChecks.Refused([.. Reasons(permit, tag, today, answer)]) is { } refusal) return new Proposal.Refuse(refusal);
            var claim = new TagClaim(place.Concession, place.Year, key.Row, null, recordedAt);
            attempt = await claims.ClaimAsync(tag, claim, permit.Tag, cancel);
            return attempt is null ? new Proposal.Refuse(Refusal.Busy) : new Proposal.Next(Replaced(permit, tag, today, reason), "replace-tag", []);
        }, cancellationToken);
        await SettleAsync(written, place, tag, key, attempt, cancellationToken);
        return written.ToAnswer();
    }

    private static IEnumerable<Reason> Reasons(Permit permit, string tag, LocalDate today, TagAnswer answer)
    {
        foreach (var reason in ChangeChecks.OfLife(permit, PermitAction.TagReplacement, today, today)) yield return reason;
        if (permit.Tag is { } own && Folding.Fold(own) == Folding.Fold(tag)) yield return Reason.Of("tag-already-used", "/tag", ("tag", tag));
        if (answer.Standing == TagStanding.Void) yield return Reason.Of(TagOutOfOrder.Code, "/tag", ("kind", "voided"), ("tag", tag));
        if (answer.Standing == TagStanding.Unregistered) yield return Reason.Of(TagOutOfOrder.Code, "/tag", ("kind", "unregistered"), ("tag", tag));
        var others = answer.Others.Where(number => number != permit.Number).ToList();
        if (others.Count > 0) yield return Reason.Of(NumberOrTagTwice.Code, "/tag", ("kind", "tag"), ("tag", tag), ("otherPermits", EvidenceValue.Texts(others)));
    }

    private static Permit Replaced(Permit permit, string tag, LocalDate today, string reason) => permit with
    {
        Tag = tag,
        VoidedTags = permit.Tag is { } old ? permit.VoidedTags.Add(new VoidedTag(old, today, reason)) : permit.VoidedTags,
    };

    private async Task SettleAsync(Written written, PermitPlace place, string tag, RequestKey key, string? attempt, CancellationToken cancellationToken)
    {
        switch (written)
        {
            case Written.Now now:
                await fates.ConfirmAsync(tag, key.Row, place, cancellationToken);
                if (now.Old.Tag is { } old) await fates.SettleAsync(old, place, cancellationToken);
                break;
            case Written.Refused when attempt is not null:
                await claims.DropAsync(tag, attempt, cancellationToken);
                break;
        }
    }
}
