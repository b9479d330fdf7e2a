using System.Net;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Host.Local.Serving;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Tests;
using ArgaliConcessions.Tests.Invariants;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Tests.Crashes;

/// <summary>What must be so of a register on which the clerks of <see cref="CascadeLoad"/> were at work when a host was killed.</summary>
internal static class CascadeChecks
{
    private const int AtOnce = 8;

    /// <summary>The rows by themselves: nothing oversold, every sum right, no number or tag twice, every chain whole.</summary>
    public static async Task<RegisterModel> AssertSoundAsync(IRecordTable table)
    {
        var register = RegisterModel.Of(await AtRestAsync(table));
        Assert.Empty(RegisterInvariants.Of(register));
        var (partitions, faults) = await Chains.VerifyAsync(table);
        Assert.Empty(faults);
        Assert.Superset(
            new HashSet<string>(["law", "directory", "concession/north", $"ledger/north/{CascadeRegister.Year}", $"ledger/south/{CascadeRegister.Year}"], StringComparer.Ordinal),
            partitions.ToHashSet(StringComparer.Ordinal));
        return register;
    }

    /// <summary>
    /// To the clerks: what was not answered is sent again until it is, what was answered is answered alike, byte for byte, a key is refused
    /// with another body, and nothing that was acknowledged is gone.
    /// </summary>
    /// <param name="authority">A host that lives.</param>
    /// <param name="memory">What the clerks know.</param>
    /// <param name="random">Draws the sample of those that were answered.</param>
    /// <returns>How many had had no answer.</returns>
    public static async Task<int> AssertRememberedAsync(HttpClient authority, CascadeMemory memory, Random random)
    {
        var requests = memory.Requests.Values.ToList();
        var unanswered = requests.Where(r => r.First is null).ToList();
        Keyed[] answered = [.. requests.Where(r => r.First is { IsSuccess: true })];
        random.Shuffle(answered);
        await AllAsync(unanswered, async request =>
        {
            request.Take(await AnswerAsync(request));
            if (request.First!.IsSuccess) await AssertAlikeAsync(request);
        });
        await AllAsync(answered.Take(40), AssertAlikeAsync);
        await AllAsync(memory.Versions.Where(v => v.Key.Contains('/', StringComparison.Ordinal)), async known =>
        {
            var now = await PatientClerk.AnswerAsync(() => authority.GetAsync(known.Key));
            Assert.True(now.IsSuccess && now.ReadVersion() >= known.Value, $"{known.Key} was acknowledged in version {known.Value}: {now}");
        });
        return unanswered.Count;

        async Task<WholeAnswer> AnswerAsync(Keyed request)
        {
            var answer = await PatientClerk.AnswerAsync(() => request.SendAsync(authority));
            Assert.True(answer.IsSuccess || answer.Status == HttpStatusCode.Conflict, $"{request}: {answer}");
            return answer;
        }

        async Task AssertAlikeAsync(Keyed request)
        {
            Assert.Equal(request.First, await AnswerAsync(request));
            var other = await PatientClerk.AnswerAsync(() => request.SendOtherBodyAsync(authority));
            Assert.True(other.Status == HttpStatusCode.UnprocessableEntity && other.Body.Contains("idempotency-key-reused", StringComparison.Ordinal), $"{request}: {other}");
        }
    }

    /// <summary>
    /// Lets the timers have their time in a register in which nobody works any more: a quarter of an hour, after which nothing is half done,
    /// and then until every reservation has run out.
    /// </summary>
    /// <param name="dataFolder">Where the host's key lies, and the store where that is a file.</param>
    /// <param name="settings">Settings of the store.</param>
    public static async Task AssertSettlesAsync(string dataFolder, IReadOnlyDictionary<string, string?> settings)
    {
        var clock = new TestClock(DateTimeOffset.UtcNow);
        await using var server = await LocalServer.StartAsync(new LocalSettings(dataFolder, 0, clock) { RunTimers = false, Overrides = settings }, CancellationToken.None);
        var table = server.Services.GetRequiredService<IRecordTable>();
        clock.Advance(TimeSpan.FromMinutes(20));
        await SettleAsync(server);
        var register = await AssertSoundAsync(table);
        Assert.Empty(SettledInvariants.Of(register));
        clock.Advance(TimeSpan.FromDays(40));
        await SettleAsync(server);
        register = await AssertSoundAsync(table);
        Assert.Empty(SettledInvariants.Of(register));
        Assert.Empty(register.Notes);
        Assert.DoesNotContain(register.Ledgers.Values.SelectMany(l => l.Reservations.Values), r => r.Status == ReservationStatus.Open);
    }

    private static Task SettleAsync(RunningServer server) => server.Services.GetRequiredService<FunctionInvoker>()
        .InvokeAsync(FunctionList.In(typeof(Registration).Assembly).Single(f => f.Name == "Settle"), new TimerInfo(), CancellationToken.None);

    /// <summary>All rows, once two readings are the same: what a dead host had sent may still arrive at a service.</summary>
    private static async Task<List<(string Partition, string Row, ReadOnlyMemory<byte> Payload)>> AtRestAsync(IRecordTable table)
    {
        var before = await WholeStore.ReadAsync(table).ToListAsync();
        while (true)
        {
            await Task.Delay(50);
            var rows = await WholeStore.ReadAsync(table).ToListAsync();
            if (rows.Select(Version).SequenceEqual(before.Select(Version)))
                return [.. rows.Select(r => (KeyEncoder.Decode(r.Partition), KeyEncoder.Decode(r.Record.Row), r.Record.Payload))];
            before = rows;
        }

        static (string, string, string) Version(WholeRow row) => (row.Partition, row.Record.Row, row.Record.Version);
    }

    private static Task AllAsync<T>(IEnumerable<T> of, Func<T, Task> check) =>
        Parallel.ForEachAsync(of, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) => await check(one));
}
