using System.Runtime.CompilerServices;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>Reads an archive line by line and checks all that can be checked of it. Memory does not grow with the file.</summary>
internal sealed class ArchiveReader : IDisposable
{
    private readonly Stream file;

    /// <param name="file">The archive, read from its beginning; not closed.</param>
    public ArchiveReader(Stream file)
    {
        this.file = file;
        file.Position = 0;
    }

    /// <summary>How far it has come: all lines that were given out.</summary>
    public ArchiveState State { get; } = new();

    /// <summary>All lines.</summary>
    /// <exception cref="ArchiveException">A line is damaged, missing or out of place, or the file ends early: at the line named.</exception>
    public async IAsyncEnumerable<ArchiveLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = new LineSplitter(file);
        while (await NextAsync(lines, cancellationToken) is { } bytes)
        {
            var number = State.Lines + 1;
            if (State.IsComplete) throw new ArchiveException("line-after-end", number);
            if (!ArchiveFormat.IsWhole(bytes.Span, State.Sum, out var sum)) throw new ArchiveException("line-damaged", number);
            var line = ArchiveLineParser.Parse(bytes, State.Partition, number);
            State.Take(line, sum, bytes.Length + 1);
            yield return line;
        }
        if (lines.HasRest) throw new ArchiveException(State.IsComplete ? "line-after-end" : "file-ends-early", State.Lines + 1);
        if (!State.IsComplete) throw new ArchiveException("file-ends-early", State.Lines + 1);
    }

    /// <summary>Reads to the end and answers what the archive holds.</summary>
    /// <exception cref="ArchiveException">As for <see cref="ReadAsync"/>.</exception>
    public async Task<ArchiveSummary> CheckAsync(Action<long> progress, CancellationToken cancellationToken)
    {
        await foreach (var line in ReadAsync(cancellationToken)) progress(State.Rows);
        return new ArchiveSummary(State.Sum, State.Origin!, State.Totals);
    }

    public void Dispose() => State.Dispose();

    private async ValueTask<ReadOnlyMemory<byte>?> NextAsync(LineSplitter lines, CancellationToken cancellationToken)
    {
        try
        {
            return await lines.ReadAsync(cancellationToken);
        }
        catch (InvalidDataException fault)
        {
            throw new ArchiveException("line-too-long", State.Lines + 1, inner: fault);
        }
    }
}

/// <summary>What a whole archive holds.</summary>
/// <param name="Id">The last line's sum: it depends on every byte before it.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Totals">Counts, and the hash of the content: the same for any archive of the same records.</param>
public sealed record ArchiveSummary(string Id, ArchiveOrigin Origin, ArchiveTotals Totals);
