namespace ArgaliConcessions.Storage.Archive;

/// <summary>Finds where an archive that was cut short ends in good order.</summary>
internal static class ArchiveResume
{
    /// <summary>Cuts the file behind its last whole line, or to nothing when it cannot be gone on with, and leaves it standing at its end.</summary>
    /// <returns>The state at that end; the caller disposes of it.</returns>
    public static async Task<ArchiveState> FindEndAsync(FileStream partial, ArchiveOrigin origin, CancellationToken cancellationToken)
    {
        var reader = new ArchiveReader(partial);
        var usable = await IsUsableAsync(reader, cancellationToken) && reader.State.Origin is { } before && before.Store == origin.Store && before.Program == origin.Program;
        var state = usable ? reader.State : new ArchiveState();
        if (!usable) reader.Dispose();
        partial.SetLength(state.Position);
        partial.Position = state.Position;
        return state;
    }

    /// <summary>Reads as far as it goes. A line that was written whole and yet is wrong is not the trace of a crash: nothing before it is trusted then.</summary>
    private static async Task<bool> IsUsableAsync(ArchiveReader reader, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var line in reader.ReadAsync(cancellationToken))
            {
                // The state is what is wanted.
            }
            return true;
        }
        catch (ArchiveException fault)
        {
            return fault.Code is "line-damaged" or "line-too-long" or "file-ends-early" or "line-after-end";
        }
    }
}
