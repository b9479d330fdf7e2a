using System.Globalization;

namespace ArgaliConcessions.Application.Law;

/// <summary>Under which condition a change may happen (If-Match, If-None-Match: *).</summary>
/// <param name="IfMatch">The tag that the caller holds, <c>*</c> for any; null for none.</param>
/// <param name="MustBeNew">Only create, never change.</param>
public sealed record Precondition(string? IfMatch, bool MustBeNew)
{
    public static Precondition None { get; } = new(null, MustBeNew: false);

    /// <summary>
    /// Judges a change; null when it may happen. What exists is changed only by a caller who has seen its newest number,
    /// whichever version he selected with it.
    /// </summary>
    /// <param name="latest">The newest number of what is to change; null when there is nothing yet.</param>
    internal Refusal? Judge(int? latest)
    {
        if (latest is null) return IfMatch is null ? null : Failed;
        if (MustBeNew) return Failed;
        if (IfMatch is null) return Refusal.Because(RefusalKind.ConditionRequired, "precondition-required");
        return IfMatch == "*" || LawTag.LatestOf(IfMatch) == latest ? null : Failed;
    }

    private static Refusal Failed => Refusal.Because(RefusalKind.Stale, "precondition-failed");
}

/// <summary>Tags of the law: newest number and selected number, never what depends on the day of asking.</summary>
public static class LawTag
{
    public static string Of(int latest, int selected) => string.Create(CultureInfo.InvariantCulture, $"{latest}.{selected}");

    /// <summary>The newest number that a tag speaks of; null when it is no tag of ours.</summary>
    public static int? LatestOf(string tag)
    {
        var dot = tag.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && int.TryParse(tag.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var latest) ? latest : null;
    }
}
