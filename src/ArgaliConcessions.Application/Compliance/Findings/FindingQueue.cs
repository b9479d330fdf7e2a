using ArgaliConcessions.Domain.Compliance;

namespace ArgaliConcessions.Application.Compliance.Findings;

/// <summary>A part of the queue.</summary>
/// <param name="Total">How many findings the queue has, of those that were read.</param>
/// <param name="Complete">Whether all were read.</param>
public sealed record QueuePage(IReadOnlyList<FindingView> Findings, int Total, bool Complete);

/// <summary>Findings in the order in which a person takes them up: violations before notices, the oldest first.</summary>
/// <remarks>Places lie apart, so that there is no such order in the store: what is asked for is read whole, within bounds, and sorted.</remarks>
public sealed class FindingQueue(FindingList list, FindingAges ages)
{
    /// <summary>Findings read at most; beyond them one must ask more narrowly.</summary>
    public const int MaxFindings = 5_000;

    private const int MaxPages = 10;

    /// <param name="skip">Findings before the part.</param>
    /// <param name="take">Findings of the part at most.</param>
    public async Task<QueuePage> ReadAsync(FindingFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var (found, complete) = await AllAsync(filter, cancellationToken);
        Finding[] part = [.. found.OrderBy(Rank).ThenBy(f => f.FirstSeen).ThenBy(f => f.Id, StringComparer.Ordinal).Skip(skip).Take(take)];
        return new QueuePage(await ages.ViewAsync(part, cancellationToken), found.Count, complete);
    }

    private async Task<(List<Finding> Found, bool Complete)> AllAsync(FindingFilter filter, CancellationToken cancellationToken)
    {
        var found = new List<Finding>();
        string? after = null;
        for (var pages = 0; pages < MaxPages && found.Count < MaxFindings; pages++)
        {
            var page = await list.ReadAsync(filter, after, MaxFindings - found.Count, cancellationToken);
            found.AddRange(page.Findings);
            after = page.Next;
            if (after is null) return (found, true);
        }

        return (found, false);
    }

    private static int Rank(Finding finding) => finding.Severity == Severity.Violation ? 0 : 1;
}
