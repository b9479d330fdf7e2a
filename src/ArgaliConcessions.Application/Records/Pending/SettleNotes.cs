namespace ArgaliConcessions.Application.Records.Pending;

/// <summary>Finishes what old notes say was begun, whatever their kind; a timer calls it.</summary>
public sealed class SettleNotes(PendingNotes notes, IEnumerable<INoteSettler> settlers, TimeProvider time)
{
    private readonly Dictionary<string, INoteSettler> _settlers = settlers.ToDictionary(one => one.Kind);

    /// <summary>One read when there is no old note.</summary>
    /// <returns>How many notes were settled.</returns>
    public Task<int> RunAsync(string requestId, CancellationToken cancellationToken) => notes.SettleAsync(
        Instant.FromDateTimeOffset(time.GetUtcNow()),
        (kind, note) => _settlers[kind].SettleAsync(note, requestId, cancellationToken),
        cancellationToken);
}
