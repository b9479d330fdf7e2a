using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Tags;

/// <summary>What a permit, as its ledger has it, says of a tag.</summary>
public enum TagFate
{
    /// <summary>It does not bear it, or was given back without a take: the tag may go to another permit.</summary>
    Free,

    /// <summary>It bears it, live; or revoked or closed with a take: then the tag stays with the trophy for ever.</summary>
    Held,

    /// <summary>It bore it, and a replacement made it void for ever.</summary>
    Void,
}

/// <summary>Reads a tag's fate off a permit.</summary>
internal static class TagFateReading
{
    public static TagFate FateOf(this Permit permit, string tag)
    {
        var folded = Folding.Fold(tag);
        if (permit.Tag is { } own && Folding.Fold(own) == folded) return IsKept(permit) ? TagFate.Held : TagFate.Free;
        return permit.VoidedTags.Any(v => Folding.Fold(v.Tag) == folded) ? TagFate.Void : TagFate.Free;
    }

    private static bool IsKept(Permit permit) =>
        permit.Decided() is PermitStatus.Issued or PermitStatus.Suspended || TakeTally.Of(permit.Takes).Animals > 0;
}
