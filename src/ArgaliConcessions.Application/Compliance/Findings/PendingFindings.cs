using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Compliance.Findings;

/// <summary>A change that a run wants to make: seen (with its case) or missed.</summary>
/// <param name="Hash">The finding's row.</param>
/// <param name="Flagged">The case; null when the run no longer sees it.</param>
/// <param name="LastSeen">For a missed one: when the last run that saw it began, where that is known.</param>
public sealed record PendingFinding(string Hash, FlaggedCase? Flagged, Instant? LastSeen = null);

/// <summary>Collects changes until they fill a commit: at most <see cref="MaxChanges"/> rows or about 1 MiB.</summary>
public sealed class PendingFindings
{
    /// <summary>Room is left for the head and the audit event.</summary>
    public const int MaxChanges = 90;

    private const int MaxBytes = 1024 * 1024;

    // What a finding needs beside its figures and laws: ids, dates, decisions.
    private const int BytesBeside = 4 * 1024;

    private readonly List<PendingFinding> changes = [];
    private int bytes;

    public bool IsFull => changes.Count >= MaxChanges || bytes >= MaxBytes;

    public void Add(PendingFinding change)
    {
        changes.Add(change);
        bytes += BytesBeside + (change.Flagged is { Answer: var answer } ? RecordJson.Write(answer.Evidence).Length + RecordJson.Write(answer.Laws).Length : 0);
    }

    /// <summary>Hands over what was collected and starts anew.</summary>
    public IReadOnlyList<PendingFinding> Take()
    {
        PendingFinding[] taken = [.. changes];
        changes.Clear();
        bytes = 0;
        return taken;
    }
}
