namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>
/// Takes in what a file is made of and sends it on when it is told to: so writers that know only plain writes (zip, XML) never wait
/// for a slow reader, and an answer whose making fails before anything was sent can still become a problem.
/// </summary>
internal sealed class HeldStream(Stream reader) : Stream
{
    /// <summary>From so many bytes on it is worth sending.</summary>
    private const int Enough = 64 * 1024;

    private readonly MemoryStream held = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    /// <summary>Bytes that wait to be sent.</summary>
    public long Held => held.Length;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Hold(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => Hold(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Hold(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Hold(buffer.Span);
        return ValueTask.CompletedTask;
    }

    /// <summary>Nothing: what is held waits for <see cref="SendAsync"/>.</summary>
    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sends what is held if it is much; to be called after each item.</summary>
    public Task SendIfMuchAsync(CancellationToken cancellationToken) => held.Length < Enough ? Task.CompletedTask : SendAsync(cancellationToken);

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        await reader.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length), cancellationToken);
        held.SetLength(0);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Hold(ReadOnlySpan<byte> bytes) => held.Write(bytes);

    protected override void Dispose(bool disposing)
    {
        if (disposing) held.Dispose();
        base.Dispose(disposing);
    }
}
