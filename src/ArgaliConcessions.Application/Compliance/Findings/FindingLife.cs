using System.Collections.Immutable;

namespace ArgaliConcessions.Application.Compliance.Findings;

/// <summary>
/// How a finding lives: what a run makes of it. Nothing is written while nothing changes; a person's decision holds
/// as long as severity, cause and evidence are those it was taken on.
/// </summary>
public static class FindingLife
{
    /// <summary>Decisions kept in the row itself.</summary>
    public const int MaxDecisions = 20;

    /// <summary>What a run that flags the case makes of the finding; null when there is nothing to write.</summary>
    public static Finding? Seen(Finding? before, FlaggedCase flagged, FindingPlace place, FindingRun run)
    {
        if (before is null) return Refreshed(Fresh(flagged, place, run), flagged);
        if (before.End == FindingEnd.CauseGone) return Reopened(before, flagged, run);
        // What was found between two runs is new to the report of the next one.
        if (before.Change.Run == FindingRun.NoRun) return Refreshed(before, flagged) with { Change = run.Change(FindingChangeKind.New) };
        if (!SameEvidence(before, flagged)) return before.Status == FindingStatus.Open ? Changed(before, flagged, run) : Reopened(before, flagged, run);
        return before.Position == flagged.Position ? null : before with { Position = flagged.Position };
    }

    /// <summary>What a run that no longer sees it makes of the finding; null when there is nothing to write.</summary>
    /// <param name="before">The finding as it stands.</param>
    /// <param name="run">The run that misses it.</param>
    /// <param name="lastSeen">When the last run that saw it began, where that is known.</param>
    public static Finding? Vanished(Finding? before, FindingRun run, Instant? lastSeen) => before is null or { End: FindingEnd.CauseGone }
        ? null
        : before with
        {
            Status = FindingStatus.Resolved,
            End = FindingEnd.CauseGone,
            LastSeen = Instant.Max(before.Change.At, lastSeen ?? before.Change.At),
            Change = run.Change(FindingChangeKind.Resolved),
        };

    /// <summary>The finding after a person's decision.</summary>
    public static Finding Decided(Finding before, FindingDecision decision) => before with
    {
        Status = decision.Status,
        End = decision.Status == FindingStatus.Resolved ? FindingEnd.Settled : null,
        Decisions = [.. before.Decisions.TakeLast(MaxDecisions - 1), decision],
    };

    private static bool SameEvidence(Finding before, FlaggedCase flagged) =>
        before.Severity == flagged.Answer.Severity && before.Cause == flagged.Answer.Cause
        && before.Evidence.Equals(flagged.Answer.Evidence) && before.Laws.SequenceEqual(flagged.Answer.Laws);

    private static Finding Fresh(FlaggedCase flagged, FindingPlace place, FindingRun run) => new()
    {
        Id = place.IdOf(flagged.Hash),
        Rule = flagged.Rule.Id,
        Code = flagged.Rule.Code,
        Severity = flagged.Answer.Severity,
        Cause = flagged.Answer.Cause,
        Subject = flagged.Answer.Subject,
        Permit = flagged.Permit,
        Concession = place.Concession,
        Year = place.Year,
        Zone = flagged.Answer.Zone,
        Status = FindingStatus.Open,
        FirstSeen = run.StartedAt,
        Change = run.Change(FindingChangeKind.New),
    };

    private static Finding Refreshed(Finding finding, FlaggedCase flagged) => finding with
    {
        Severity = flagged.Answer.Severity,
        Cause = flagged.Answer.Cause,
        Evidence = flagged.Answer.Evidence,
        Laws = flagged.Answer.Laws,
        Position = flagged.Position,
    };

    private static Finding Changed(Finding before, FlaggedCase flagged, FindingRun run) => Refreshed(before, flagged) with
    {
        // What is new in this run stays new, even if a resumed run found other figures for it.
        Change = before.Change.Run == run.Id ? before.Change : run.Change(FindingChangeKind.Changed),
    };

    private static Finding Reopened(Finding before, FlaggedCase flagged, FindingRun run) => Refreshed(before, flagged) with
    {
        Status = FindingStatus.Open,
        End = null,
        LastSeen = null,
        Change = run.Change(FindingChangeKind.Reopened),
    };
}

/// <summary>The run that a finding meets.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="StartedAt">When it began: what firstSeen and lastSeen are counted by.</param>
public sealed record FindingRun(string Id, Instant StartedAt)
{
    /// <summary>The id that stands for no run.</summary>
    public const string NoRun = "-";

    /// <summary>What is found outside of a run, at the issue of a permit.</summary>
    public static FindingRun BetweenRuns(Instant at) => new(NoRun, at);

    public FindingChange Change(FindingChangeKind kind) => new(kind, Id, StartedAt);
}
