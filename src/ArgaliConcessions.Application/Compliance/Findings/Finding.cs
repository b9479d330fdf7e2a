using System.Collections.Immutable;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Compliance.Findings;

/// <summary>Something for a person to check: what a rule flagged, and what became of it. Row <c>f/{hash}</c>.</summary>
public sealed record Finding
{
    public required string Id { get; init; }

    /// <summary><c>R01</c> …</summary>
    public required string Rule { get; init; }

    /// <summary>The rule's stable code, e.g. <c>out-of-season</c>.</summary>
    public required string Code { get; init; }

    public required Severity Severity { get; init; }

    public required FindingCause Cause { get; init; }

    public required FindingSubject Subject { get; init; }

    /// <summary>The permit's number where the subject is a permit or what came of one.</summary>
    public string? Permit { get; init; }

    /// <summary>The concession's id; null for national findings.</summary>
    public string? Concession { get; init; }

    /// <summary>The hunting year's id; null for findings about zones.</summary>
    public string? Year { get; init; }

    public string? Zone { get; init; }

    public Evidence Evidence { get; init; } = Evidence.None;

    public ImmutableArray<LawRef> Laws { get; init; } = [];

    /// <summary>Where the harvest or inspection was, if that is known: for the map.</summary>
    public GeoPosition? Position { get; init; }

    public required FindingStatus Status { get; init; }

    /// <summary>When the first run that saw it began.</summary>
    public required Instant FirstSeen { get; init; }

    /// <summary>The last change that a run made.</summary>
    public required FindingChange Change { get; init; }

    /// <summary>Why it is resolved; null while it is not.</summary>
    public FindingEnd? End { get; init; }

    /// <summary>When the last run that still saw it began; only on those whose cause is gone. While it lasts: see the last run.</summary>
    public Instant? LastSeen { get; init; }

    /// <summary>What persons decided, newest last, at most <see cref="FindingLife.MaxDecisions"/>; the chain keeps all.</summary>
    public ImmutableArray<FindingDecision> Decisions { get; init; } = [];
}

public enum FindingStatus { Open, Acknowledged, Waived, Resolved }

/// <summary><c>CauseGone</c>: the sweep no longer sees it. <c>Settled</c>: a person dealt with it; what happened stays a fact.</summary>
public enum FindingEnd { CauseGone, Settled }

/// <summary>What a run changed.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="At">When that run began.</param>
public sealed record FindingChange(FindingChangeKind Kind, string Run, Instant At);

/// <summary><c>Changed</c>: other severity, cause or evidence. <c>Reopened</c>: was resolved, waived or acknowledged.</summary>
public enum FindingChangeKind { New, Changed, Reopened, Resolved }

/// <summary>What a person decided about a finding, and why.</summary>
/// <param name="Status">What the finding became by it.</param>
public sealed record FindingDecision(FindingStatus Status, string By, Instant At, string Reason);
