using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Tags;

/// <summary>Who holds a tag: row <c>claim</c> of the partition <c>claims/tag/{folded tag}</c>.</summary>
/// <param name="AnswerRow">The row of the ledger that is there exactly if the permit was issued with it, or got it; empty for an imported one.</param>
/// <param name="Number">The permit's number once it is known that it bears the tag; null while the claim is pending.</param>
/// <param name="Attempt">Of a pending claim: which try made it or took it up, so that no other drops it.</param>
/// <param name="VoidedOn">The day on which the permit got another tag; the claim then stays for ever.</param>
public sealed record TagClaim(
    string Concession, string Year, string AnswerRow, string? Number, Instant ClaimedAt, string? Attempt = null, LocalDate? VoidedOn = null)
{
    public const string Row = "claim";

    public static string Partition(string tag) => Partitions.Claims("tag", Folding.Fold(tag));
}

/// <summary>A note that something was begun about a tag, so that it is found again after a crash.</summary>
/// <param name="Claim">The claim that was made for a permit about to bear it; null where a permit is about to lose it or to claim it anew.</param>
/// <param name="Replaces">The tag that is void once the claim stands.</param>
/// <param name="Permit">Where no claim was made: the permit whose ledger says what becomes of the tag.</param>
public sealed record ClaimNote(string Tag, TagClaim? Claim, string? Replaces = null, PermitPlace? Permit = null);
