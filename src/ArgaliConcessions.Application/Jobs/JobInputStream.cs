using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Jobs;

/// <summary>Reads the rows of a job's input one after the other; holds one of them at a time.</summary>
internal sealed class JobInputStream(IRecordStore store, string partition) : Stream
{
    private ReadOnlyMemory<byte> rest;
    private string? last;
    private bool ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (rest.IsEmpty && !ended) await NextAsync(cancellationToken);
        var count = Math.Min(buffer.Length, rest.Length);
        rest[..count].CopyTo(buffer);
        rest = rest[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The input is read asynchronously.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async Task NextAsync(CancellationToken cancellationToken)
    {
        var page = await store.ReadPageAsync(partition, new RowRange(JobInput.Prefix), last, limit: 1, cancellationToken);
        // The end row is there from the start; a stream that runs out of rows before it was deleted meanwhile.
        if (page.Records.Count == 0) throw new RecordStoreException($"The input in '{partition}' was deleted while it was read.");
        last = page.Records[0].Key.Row;
        ended = last == JobInput.EndRow;
        if (!ended) rest = page.Records[0].Payload;
    }
}
