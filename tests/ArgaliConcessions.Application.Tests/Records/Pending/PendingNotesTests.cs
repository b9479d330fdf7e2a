using ArgaliConcessions.Application.Records.Pending;
using ArgaliConcessions.Application.Tests.Given;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Records.Pending;

public sealed class PendingNotesTests
{
    private static readonly Instant Now = Instant.FromUtc(2014, 9, 1, 6, 0);

    [Fact]
    public async Task SettleAsync_SeveralKinds_OldestFirstEachByItsOwnSettler()
    {
        using var register = await TestRegister.OpenAsync();
        var (tags, checks) = (new Settler("tag"), new Settler("inspection"));
        await WriteAsync(register, "tag", 30, "second");
        await WriteAsync(register, "inspection", 40, "first");
        await WriteAsync(register, "tag", 11, "third");
        await WriteAsync(register, "tag", 9, "too young");
        Assert.Equal(3, await SettleAsync(register, tags, checks));
        Assert.Equal(["\"second\"", "\"third\""], tags.Asked);
        Assert.Equal(["\"first\""], checks.Asked);
        Assert.Equal(0, await SettleAsync(register, tags, checks));
    }

    [Fact]
    public async Task SettleAsync_ManyThatAreKept_DoNotKeepTheRestWaiting()
    {
        using var register = await TestRegister.OpenAsync();
        var (kept, settled) = (new Settler("tag", settles: false), new Settler("inspection"));
        for (var n = 0; n < 100; n++) await WriteAsync(register, "tag", 200 - n, "kept");
        await WriteAsync(register, "inspection", 20, "last");
        Assert.Equal(1, await SettleAsync(register, kept, settled));
        Assert.Equal(100, kept.Asked.Count);
    }

    [Fact]
    public async Task SettleAsync_NothingOld_IsOneRead()
    {
        using var register = await TestRegister.OpenAsync();
        await WriteAsync(register, "tag", 9, "young");
        register.Store.ResetCounts();
        Assert.Equal(0, await SettleAsync(register, new Settler("tag")));
        Assert.Equal((1, 0), (register.Store.Reads, register.Store.Commits));
    }

    private static Task<bool> WriteAsync(TestRegister register, string kind, int minutesAgo, string what) =>
        register.Notes.WriteAsync(kind, Now - Duration.FromMinutes(minutesAgo), what, default);

    private static Task<int> SettleAsync(TestRegister register, params INoteSettler[] settlers) =>
        new SettleNotes(register.Notes, settlers, register.Time).RunAsync("t", default);

    private sealed class Settler(string kind, bool settles = true) : INoteSettler
    {
        public string Kind => kind;

        public List<string> Asked { get; } = [];

        public Task<bool> SettleAsync(ReadOnlyMemory<byte> note, string requestId, CancellationToken cancellationToken)
        {
            Asked.Add(System.Text.Encoding.UTF8.GetString(note.Span));
            return Task.FromResult(settles);
        }
    }
}
