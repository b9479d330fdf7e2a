using System.Security.Cryptography;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Application.Tests.Jobs;

public sealed class JobInputTests
{
    private const int RowBytes = 12 * 60 * 1024;
    private readonly IRecordStore store = TestStores.InMemory();
    private readonly JobInput input;

    public JobInputTests() => input = new JobInput(store, new SeededIds(1));

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    private async Task<int> RowsAsync()
    {
        var count = 0;
        await foreach (var record in store.ListAsync("job/one", new RowRange("i/"), default)) count++;
        return count;
    }

    private async Task<byte[]?> ReadAsync()
    {
        await using var stream = await input.ReadAsync("one", default);
        if (stream is null) return null;
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, 1_000);
        return all.ToArray();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(RowBytes - 1, 2)]
    [InlineData(RowBytes, 2)]
    [InlineData(RowBytes + 1, 3)]
    [InlineData((3 * RowBytes) + 5, 5)]
    public async Task WriteAsync_AnySize_IsReadBackWhole(int size, int rows)
    {
        var bytes = Bytes(size);
        var written = await input.WriteAsync("one", new Trickle(bytes), maxBytes: size, default);
        Assert.Equal(new JobInputWritten(size, Convert.ToHexStringLower(SHA256.HashData(bytes)), TooLarge: false), written);
        Assert.Equal(rows, await RowsAsync());
        Assert.Equal(bytes, await ReadAsync());
    }

    [Theory]
    [InlineData(10, 9)]
    [InlineData((3 * RowBytes) + 5, (3 * RowBytes) + 4)]
    public async Task WriteAsync_TooLarge_KeepsNothing(int size, int most)
    {
        Assert.True((await input.WriteAsync("one", new MemoryStream(Bytes(size)), most, default)).TooLarge);
        Assert.Equal(0, await RowsAsync());
        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task ReadAsync_NeverFinished_Null()
    {
        Assert.Null(await ReadAsync());
        var broken = new Trickle(Bytes(2 * RowBytes)) { BreaksAt = RowBytes + 5 };
        await Assert.ThrowsAsync<IOException>(() => input.WriteAsync("one", broken, long.MaxValue, default));
        Assert.Equal(1, await RowsAsync());
        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task DeleteAsync_Written_NothingIsLeftToRead()
    {
        await input.WriteAsync("one", new MemoryStream(Bytes(2 * RowBytes)), long.MaxValue, default);
        await input.DeleteAsync("one", default);
        await input.DeleteAsync("never-written", default);
        Assert.Equal(0, await RowsAsync());
        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task ReadAsync_DeletedWhileRead_Throws()
    {
        await input.WriteAsync("one", new MemoryStream(Bytes(3 * RowBytes)), long.MaxValue, default);
        await using var stream = (await input.ReadAsync("one", default))!;
        await stream.ReadExactlyAsync(new byte[10]);
        await input.DeleteAsync("one", default);
        await Assert.ThrowsAsync<RecordStoreException>(() => stream.CopyToAsync(Stream.Null));
    }

    /// <summary>Gives a few bytes a read, as a network does, and may break off.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public long BreaksAt { get; init; } = long.MaxValue;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position >= BreaksAt ? throw new IOException("connection lost") : base.ReadAsync(buffer[..Math.Min(buffer.Length, 70_001)], cancellationToken);
    }
}
