using ArgaliConcessions.Application.Compliance.Runs;

namespace ArgaliConcessions.Application.Compliance.Findings;

/// <summary>A finding with the day it was last seen on, which no sweep writes: it follows from the last run that judged its place.</summary>
public sealed record FindingView(Finding Finding, Instant LastSeen);

/// <summary>Tells when findings were last seen.</summary>
public sealed class FindingAges(RunBook runs, RunResults results)
{
    public async Task<IReadOnlyList<FindingView>> ViewAsync(IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var latest = findings.Count == 0 ? null : await runs.LatestAsync(cancellationToken);
        var judged = new Dictionary<(string?, string?), Instant?>();
        var views = new List<FindingView>(findings.Count);
        foreach (var finding in findings)
        {
            var key = (finding.Concession, finding.Year);
            if (!judged.ContainsKey(key)) judged[key] = await JudgedAsync(latest, finding, cancellationToken);
            views.Add(new FindingView(finding, finding.LastSeen ?? Instant.Max(finding.Change.At, judged[key] ?? finding.Change.At)));
        }
        return views;
    }

    private async Task<Instant?> JudgedAsync(Run? latest, Finding finding, CancellationToken cancellationToken) => latest is null
        ? null
        : (await results.FindAsync(latest.Id, new FindingPlace("", finding.Concession, finding.Year), cancellationToken))?.JudgedAt;
}
