using System.Collections.Immutable;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Compliance.Runs;

/// <summary>
/// What a run found in one place (a ledger, a concession's zones, a year's national quotas): the partial sums by which
/// it survives a crash. Row <c>l/{concession}/{year}</c>, <c>z/{concession}</c> or <c>n/{year}</c> of <c>run/{id}</c>.
/// </summary>
public sealed record PlaceResult
{
    /// <summary>The concession's code, or the country.</summary>
    public required string Owner { get; init; }

    public string? Concession { get; init; }

    public string? Year { get; init; }

    /// <summary>A sealed year that no law has touched since: not judged again, the findings stand.</summary>
    public bool Sealed { get; init; }

    /// <summary>When the last run that judged it began.</summary>
    public Instant? JudgedAt { get; init; }

    /// <summary>Law recorded up to this instant was counted.</summary>
    public required Instant LawKnownAt { get; init; }

    /// <summary>The heads of the law that was counted.</summary>
    public LawPins? Pins { get; init; }

    /// <summary>Permits, see <see cref="RunTotals"/>.</summary>
    public int Judged { get; init; }

    public int Flagged { get; init; }

    public int NotJudged { get; init; }

    /// <summary>Findings that stand.</summary>
    public int Standing { get; init; }

    public ChangeCounts Changes { get; init; } = ChangeCounts.Zero;

    public ImmutableArray<RuleCount> Rules { get; init; } = [];

    public ImmutableArray<NotJudgedCount> Unanswered { get; init; } = [];

    /// <summary>Quota lines and what was issued and taken on them; a null line is permits that name none.</summary>
    public ImmutableArray<LineResult> Lines { get; init; } = [];

    /// <summary>Chunks of findings, <c>f/{concession}/{year}/{chunk}</c>.</summary>
    public int Chunks { get; init; }

    public bool IsLedger => Concession is not null && Year is not null;
}

/// <summary>Standing findings of one kind.</summary>
public sealed record RuleCount(string Rule, string Code, FindingCause Cause, Severity Severity, FindingStatusKind Kind, int Findings);

/// <summary><c>Waived</c> ones stand apart in every count: a person has accepted them.</summary>
public enum FindingStatusKind { Standing, Waived }

/// <summary>Questions that could not be answered for want of one thing.</summary>
/// <param name="Missing">What is missing, a code such as <c>position</c>.</param>
/// <param name="Subjects">The first <see cref="MaxSubjects"/>.</param>
public sealed record NotJudgedCount(string Rule, string Code, string Missing, int Count, ImmutableArray<FindingSubject> Subjects)
{
    public const int MaxSubjects = 100;
}

/// <summary>One quota line at the time of the run.</summary>
/// <param name="Line">Null for permits that name no line.</param>
/// <param name="Animals">Its quota; 0 where there is no line.</param>
public sealed record LineResult(string? Line, string Taxon, Sex Sex, int Animals, LineTally Tally);
