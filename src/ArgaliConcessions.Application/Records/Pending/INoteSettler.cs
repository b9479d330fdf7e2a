namespace ArgaliConcessions.Application.Records.Pending;

/// <summary>Finishes what the notes of one kind say was begun.</summary>
public interface INoteSettler
{
    /// <summary>The kind of notes, as they were written.</summary>
    string Kind { get; }

    /// <summary>Finishes what one note says. May be asked again of the same note after a crash.</summary>
    /// <param name="note">The note as it was written, JSON.</param>
    /// <param name="requestId">Of the timer's firing, for the audit events.</param>
    /// <returns>False keeps the note for the next firing.</returns>
    Task<bool> SettleAsync(ReadOnlyMemory<byte> note, string requestId, CancellationToken cancellationToken);
}
