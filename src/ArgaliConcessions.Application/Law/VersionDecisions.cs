using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Law;

/// <summary>What a proposal for a zone or season comes to.</summary>
internal static class VersionDecisions
{
    /// <summary>The version to record; null when nothing is to be recorded.</summary>
    public static LawVersion<T>? ToRecord<T>(VersionProposal<T> proposal) => proposal switch
    {
        VersionProposal<T>.Added added => added.Version,
        VersionProposal<T>.Corrected corrected => corrected.Version,
        _ => null,
    };

    /// <summary>
    /// Why a proposal cannot be recorded; null when it can, or need not be. The condition is judged first: whoever has not
    /// seen the newest version need not hear what it conflicts with.
    /// </summary>
    /// <param name="id">The zone's or season's id.</param>
    /// <param name="dates">Where the dates lie in the request: a JSON pointer's beginning.</param>
    public static Refusal? Judge<T>(VersionProposal<T> proposal, LawSeries<T>? series, Precondition condition, string id, string dates) => proposal switch
    {
        VersionProposal<T>.Unchanged => null,
        _ when condition.Judge(series?.Latest.Number) is { } refusal => refusal,
        VersionProposal<T>.ReasonMissing missing => Refusal.Because(RefusalKind.Conflict, "correction-reason-missing", Reason.Of(
            "correction-reason-missing", $"{dates}/reason", ("version", missing.Replaced.Number), ("validFrom", missing.Replaced.ValidFrom))),
        VersionProposal<T>.Conflict conflict => Refusal.Because(RefusalKind.Conflict, "version-conflict", Reasons(conflict, id, dates)),
        _ => null,
    };

    private static Reason[] Reasons<T>(VersionProposal<T>.Conflict conflict, string id, string dates)
    {
        var code = conflict.Kind switch
        {
            VersionConflict.Earlier => "version-earlier",
            VersionConflict.Overlap => "version-overlaps",
            _ => "version-leaves-gap",
        };
        var pointer = $"{dates}/{(conflict.Kind == VersionConflict.Earlier ? "validFrom" : "validTo")}";
        return [.. conflict.With.Select(v => Reason.Of(
            code, pointer, ("id", id), ("version", v.Number), ("validFrom", v.ValidFrom), ("validTo", v.ValidTo is { } to ? to : null)))];
    }
}
