using System.Collections.Immutable;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>
/// What one commit did to one quota line: row <c>e/{line}/{number}</c> of the ledger, added and never changed. The entries of a line
/// from 1 on are its whole history, and their sum is its balance.
/// </summary>
/// <param name="Number">1, 2, 3, … of the line, without a gap.</param>
/// <param name="Balance">What stands on the line after it.</param>
/// <param name="By">The subject who did it, or the name of a timer.</param>
public sealed record LineEntry(int Number, ImmutableArray<Posting> Postings, LineAmounts Balance, Instant RecordedAt, string By);

/// <summary>One movement of whole animals on a quota line, with what it came from.</summary>
/// <param name="Change">Never nothing.</param>
/// <param name="Permit">The permit's number, where it came from a permit or its harvests.</param>
/// <param name="Reservation">The reservation's id.</param>
/// <param name="Allocation">The id of the allocation or transfer.</param>
public sealed record Posting(PostingKind Kind, LineAmounts Change, string? Permit = null, string? Reservation = null, string? Allocation = null)
{
    /// <summary>What a permit that changed, or its harvests, did to its line: what it holds now less what it held before.</summary>
    public static IEnumerable<Posting> OfPermit(string number, PermitHold before, PermitHold after)
    {
        var (change, none) = (after.Amounts - before.Amounts, default(LineAmounts));
        var held = none with { Issued = change.Issued, Released = change.Released };
        var taken = none with { Killed = change.Killed, Wounded = change.Wounded };
        if (held != none) yield return new Posting(KindOfHold(held), held, number);
        if (taken != none) yield return new Posting(KindOfTake(taken), taken, number);
    }

    private static PostingKind KindOfHold(LineAmounts change) => change switch
    {
        { Issued: > 0 } => PostingKind.Issue,
        { Issued: 0, Released: > 0 } => PostingKind.Release,
        _ => PostingKind.Correction,
    };

    /// <summary>One that was wounded and is found dead moves from the wounded to the killed: a take.</summary>
    private static PostingKind KindOfTake(LineAmounts change) => change switch
    {
        { Killed: > 0 } => PostingKind.Take,
        { Killed: 0, Wounded: > 0 } => PostingKind.WoundedAndLost,
        _ => PostingKind.Correction,
    };
}

public enum PostingKind
{
    /// <summary>The line was given animals of the national quota, or gave some back.</summary>
    Grant,

    /// <summary>Animals are kept for permits to come.</summary>
    Reservation,

    /// <summary>A permit was issued.</summary>
    Issue,

    /// <summary>Animals were killed.</summary>
    Take,

    /// <summary>Animals were hit and not recovered.</summary>
    WoundedAndLost,

    /// <summary>A permit that was revoked, returned or closed without a take gave its animals back, or a reservation ended.</summary>
    Release,

    /// <summary>What was posted before was found to be wrong, or no longer holds.</summary>
    Correction,
}
