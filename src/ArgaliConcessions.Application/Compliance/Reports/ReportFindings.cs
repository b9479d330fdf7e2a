using System.Collections.Immutable;
using ArgaliConcessions.Application.Compliance.Findings;

namespace ArgaliConcessions.Application.Compliance.Reports;

/// <summary>Picks the findings that a report shows; holds no more than it shows.</summary>
internal sealed class ReportFindings
{
    private readonly List<Finding> standing = [];
    private readonly List<Finding> waived = [];
    private readonly List<Finding> resolved = [];
    private int count;

    public static async Task<ReportFindings> ReadAsync(IAsyncEnumerable<Finding> all, CancellationToken cancellationToken)
    {
        var picked = new ReportFindings();
        await foreach (var finding in all.WithCancellation(cancellationToken)) picked.Add(finding);
        return picked;
    }

    public ReportModel AddTo(ReportModel report) => report with
    {
        Findings = Sorted(standing),
        FindingCount = count,
        Waived = Sorted(waived),
        Resolved = Sorted(resolved),
    };

    private void Add(Finding finding)
    {
        if (finding.Status is FindingStatus.Open or FindingStatus.Acknowledged) count++;
        var list = finding.Status switch { FindingStatus.Waived => waived, FindingStatus.Resolved => resolved, _ => standing };
        list.Add(finding);
        // Now and then the least urgent are dropped: sorting at every one would cost more than the room they take.
        if (list.Count >= 2 * ReportModel.MaxFindings) Trim(list);
    }

    private static void Trim(List<Finding> list)
    {
        var kept = Sorted(list);
        list.Clear();
        list.AddRange(kept);
    }

    private static ImmutableArray<Finding> Sorted(IEnumerable<Finding> findings) =>
    [
        .. findings.OrderBy(finding => finding.Severity).ThenBy(finding => finding.Concession, StringComparer.Ordinal).ThenBy(finding => finding.Year, StringComparer.Ordinal)
            .ThenBy(finding => finding.Rule, StringComparer.Ordinal).ThenBy(finding => finding.Permit, StringComparer.Ordinal).ThenBy(finding => finding.Id, StringComparer.Ordinal)
            .Take(ReportModel.MaxFindings),
    ];
}
