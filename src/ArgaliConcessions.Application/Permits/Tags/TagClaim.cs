using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Tags;

/// <summary>Who holds a tag: row <c>claim</c> of the partition <c>claims/tag/{folded tag}</c>.</summary>
/// <param name="AnswerRow">The row of the ledger that is there exactly if the permit was issued.</param>
/// <param name="Number">The permit's number once it is known that it was issued; null while the claim is pending.</param>
public sealed record TagClaim(string Concession, string Year, string AnswerRow, string? Number, Instant ClaimedAt)
{
    public const string Row = "claim";

    public static string Partition(string tag) => Partitions.Claims("tag", Folding.Fold(tag));
}

/// <summary>A note that a claim was made, so that it is found again after a crash.</summary>
public sealed record ClaimNote(string Tag, TagClaim Claim);
