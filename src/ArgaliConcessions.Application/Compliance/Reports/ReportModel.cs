using System.Collections.Immutable;
using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Compliance.Reports;

/// <summary>
/// What is read in the morning: one run, as it stood at its end, under the law as it knew it. The same run gives the same
/// report for ever, but for its warnings.
/// </summary>
public sealed record ReportModel
{
    /// <summary>Findings listed in the model itself; what is past them is only in the JSON and CSV forms.</summary>
    public const int MaxFindings = 2000;

    public required AuthorityTerms Authority { get; init; }

    public required Run Run { get; init; }

    /// <summary>Totals of the run.</summary>
    public required RunTotals Totals { get; init; }

    /// <summary>A late or failed sweep heads the report.</summary>
    public required SweepStanding Warnings { get; init; }

    /// <summary>The period: the hunting years that were judged, by id.</summary>
    public ImmutableArray<HuntingYear> Years { get; init; } = [];

    /// <summary>Standing findings by rule, cause and severity.</summary>
    public ImmutableArray<RuleCount> Rules { get; init; } = [];

    /// <summary>By id.</summary>
    public ImmutableArray<ReportConcession> Concessions { get; init; } = [];

    /// <summary>By year and taxon.</summary>
    public ImmutableArray<QuotaBar> NationalQuotas { get; init; } = [];

    /// <summary>Questions without an answer, by concession (null: national), year, rule and what is missing.</summary>
    public ImmutableArray<ReportNotJudged> NotJudged { get; init; } = [];

    /// <summary>Open and acknowledged ones, violations first; at most <see cref="MaxFindings"/>.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Open and acknowledged ones in all.</summary>
    public int FindingCount { get; init; }

    /// <summary>Waived ones: accepted by a person with a reason. At most <see cref="MaxFindings"/>.</summary>
    public ImmutableArray<Finding> Waived { get; init; } = [];

    /// <summary>What this run resolved. At most <see cref="MaxFindings"/>.</summary>
    public ImmutableArray<Finding> Resolved { get; init; } = [];

    /// <summary>When the data were read: the run judged each ledger as it stood at some moment of this span.</summary>
    public (Instant From, Instant To) DataAsOf => (Run.StartedAt ?? Run.RequestedAt, Run.FinishedAt ?? Run.RequestedAt);

    /// <summary>Nothing is flagged and nothing waits for a decision.</summary>
    public bool NothingFound => Totals.Standing == 0;

    /// <summary>Whether this run was the first to see the finding, or saw it come back or change.</summary>
    public bool ChangedIn(Finding finding) => finding.Change.Run == Run.Id;
}

/// <summary>What could not be judged, and why.</summary>
/// <param name="Concession">Null for national questions.</param>
/// <param name="Year">Null for questions about zones.</param>
public sealed record ReportNotJudged(string? Concession, string? Year, NotJudgedCount Count);

/// <summary>How far a quota is used, in animals.</summary>
/// <param name="Line">The line's id; null for a national quota, or permits that name no line.</param>
/// <param name="Animals">The quota; null where the year has none.</param>
/// <param name="Taken">Killed.</param>
/// <param name="Wounded">Wounded or lost, not recovered.</param>
public sealed record QuotaBar(string Year, string? Line, string Taxon, int? Animals, int Issued, int Taken, int Wounded)
{
    /// <summary>Still to be issued; negative where oversold, null without a quota.</summary>
    public int? Left => Animals - Issued;

    public static QuotaBar Of(string year, LineResult line) =>
        new(year, line.Line, line.Taxon, line.Line is null ? null : line.Animals, line.Tally.Issued, line.Tally.Killed, line.Tally.WoundedNotRecovered);
}
