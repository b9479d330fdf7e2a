using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Rest;

/// <summary>Stands for what Azure.Data.Tables does inside: reads each reply whole; unlike it, only up to a bound.</summary>
internal sealed class BoundedReplyPolicy(int limit = BoundedReplyPolicy.DefaultLimit) : HttpPipelinePolicy
{
    /// <summary>In bytes. The service ends a page at about 4 MiB; emulators only at 1,000 rows.</summary>
    public const int DefaultLimit = 1 << 28;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        message.BufferResponse = false;
        await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        if (message.Response.ContentStream is not { } body) return;

        await using (body.ConfigureAwait(false)) message.Response.ContentStream = await ReadAsync(body, message.CancellationToken).ConfigureAwait(false);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Only the asynchronous members are here.");

    private async Task<MemoryStream> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var whole = new MemoryStream();
        var chunk = new byte[64 * 1024];
        try
        {
            while (await body.ReadAsync(chunk, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                if (whole.Length + read > limit) throw new RequestFailedException($"The reply is longer than {limit} bytes.");
                await whole.WriteAsync(chunk.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (IOException e)
        {
            // As when no reply came at all: status 0, which the pipeline tries again.
            throw new RequestFailedException(e.Message, e);
        }
        whole.Position = 0;
        return whole;
    }
}
