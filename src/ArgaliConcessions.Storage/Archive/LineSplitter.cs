namespace ArgaliConcessions.Storage.Archive;

/// <summary>Cuts a stream into lines of bounded length; holds one line and a block in memory.</summary>
internal sealed class LineSplitter(Stream stream)
{
    private const int Block = 64 * 1024;
    private byte[] buffer = new byte[2 * Block];
    private int start, end;

    /// <summary>Whether bytes without a line feed are left at the end of the stream.</summary>
    public bool HasRest => end > start;

    /// <summary>The next line without its line feed, good until the next call; null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The line is longer than <see cref="ArchiveFormat.MaxLine"/>.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var at = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var line = buffer.AsMemory(start, searched + at);
                start += line.Length + 1;
                return line.Length <= ArchiveFormat.MaxLine ? line : throw new InvalidDataException();
            }
            searched = end - start;
            if (searched > ArchiveFormat.MaxLine) throw new InvalidDataException();
            MakeRoom();
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
            if (read == 0) return null;
            end += read;
        }
    }

    private void MakeRoom()
    {
        if (buffer.Length - end >= Block) return;
        var larger = end - start > buffer.Length - (2 * Block) ? new byte[buffer.Length * 2] : buffer;
        buffer.AsSpan(start, end - start).CopyTo(larger);
        (buffer, end, start) = (larger, end - start, 0);
    }
}
