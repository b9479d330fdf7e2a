using System.Reflection;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Host.Local.Serving;
using ArgaliConcessions.Host.Local.Timers;
using ArgaliConcessions.Tests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArgaliConcessions.Functions.Tests.Timers;

public sealed class TimerServiceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly IRecordStore _store = TestStores.InMemory();
    private readonly Diary _diary = new();
    private readonly TestLog _log = new();

    [Fact]
    public async Task Timer_WhenItsTimeComes_RunsOnceAnOccurrence()
    {
        var time = new ManualTime();
        await using var running = await StartAsync(time, nameof(TestTimers.Hourly));

        Assert.Empty(_diary.Runs);
        await UntilRunsAsync(1, time, TimeSpan.FromMinutes(1));
        await UntilRunsAsync(2, time, TimeSpan.FromMinutes(1));
        Assert.Equal([7, 8], _diary.Runs.Select(r => r.At.Hour));
        Assert.All(_diary.Runs, r => Assert.False(r.IsPastDue));
    }

    [Fact]
    public async Task Timer_MissedWhileTheHostWasDown_RunsAtStartAndSaysSo()
    {
        var time = new ManualTime();
        await using (await StartAsync(time, nameof(TestTimers.Hourly))) await UntilRunsAsync(1, time, TimeSpan.FromMinutes(1));
        time.Advance(TimeSpan.FromHours(5));

        await using var again = await StartAsync(time, nameof(TestTimers.Hourly));
        await UntilRunsAsync(2, time, TimeSpan.Zero);
        Assert.True(_diary.Runs[1].IsPastDue);
        await UntilRunsAsync(3, time, TimeSpan.FromMinutes(1));
        Assert.False(_diary.Runs[2].IsPastDue);
    }

    [Fact]
    public async Task Timer_NeverRunBefore_IsNotPastDue()
    {
        var time = new ManualTime();
        await using (await StartAsync(time, nameof(TestTimers.Hourly))) time.Advance(TimeSpan.FromMinutes(5));
        time.Advance(TimeSpan.FromHours(5));

        await using var again = await StartAsync(time, nameof(TestTimers.Hourly));
        await UntilRunsAsync(1, time, TimeSpan.FromMinutes(1));
        Assert.False(Assert.Single(_diary.Runs).IsPastDue);
    }

    [Fact]
    public async Task Timer_State_IsOneRowHoweverOftenItRan()
    {
        var time = new ManualTime();
        await using (await StartAsync(time, nameof(TestTimers.Hourly))) await UntilRunsAsync(4, time, TimeSpan.FromMinutes(1));

        var rows = 0;
        await foreach (var _ in _store.ListAsync("timers", RowRange.All, default)) rows++;
        Assert.Equal(1, rows);
    }

    [Fact]
    public async Task Timer_ThatComesOftenerThanAMinute_KeepsNoState()
    {
        var time = new ManualTime();
        await using (await StartAsync(time, nameof(TestTimers.Often))) await UntilRunsAsync(3, time, TimeSpan.FromSeconds(1));

        await foreach (var row in _store.ListAsync("timers", RowRange.All, default)) Assert.Fail(row.Key.Row);
    }

    [Fact]
    public async Task Timer_ThatFails_IsLoggedAndRunsAgain()
    {
        var time = new ManualTime();
        await using var running = await StartAsync(time, nameof(TestTimers.Failing));
        await UntilRunsAsync(2, time, TimeSpan.FromMinutes(1));

        Assert.Contains(_log.Lines, l => l.Level == LogLevel.Error && l.Text.Contains("it failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Timer_RunByHandWhileItRuns_NeverRunsTwiceAtOnce()
    {
        var time = new ManualTime();
        await using var running = await StartAsync(time, nameof(TestTimers.Slow));
        var runner = running.Services.GetRequiredService<TimerRunner>();
        var function = Functions(nameof(TestTimers.Slow)).Single();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => runner.RunAsync(function, new TimerInfo(), default)));

        Assert.Equal(8, _diary.Runs.Count);
        Assert.Equal(1, _diary.MostAtOnce);
    }

    [Fact]
    public async Task Timer_RunningWhenTheHostStops_IsToldToStop()
    {
        var time = new ManualTime();
        var running = await StartAsync(time, nameof(TestTimers.Endless));
        await UntilRunsAsync(1, time, TimeSpan.FromMinutes(1));

        await running.DisposeAsync().AsTask().WaitAsync(Patience);
        Assert.True(_diary.WasCancelled);
    }

    [Fact]
    public async Task Timer_RunningPastTheFunctionTimeout_IsCutShort()
    {
        var time = new ManualTime();
        await using var running = await StartAsync(time, nameof(TestTimers.Endless));
        await UntilRunsAsync(1, time, TimeSpan.FromMinutes(1));
        await UntilRunsAsync(2, time, TimeSpan.FromMinutes(1));

        Assert.Contains(_log.Lines, l => l.Level == LogLevel.Warning && l.Text.Contains("cut short", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Schedule_OfASettingThatIsMissing_StopsTheStart()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(new ManualTime(), nameof(TestTimers.Unset)));

        Assert.Contains("NoSuchSetting", fault.Message, StringComparison.Ordinal);
    }

    private async Task<Running> StartAsync(ManualTime time, string timer)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("HourlySchedule", "0 0 * * * *")]).Build();
        var host = new HostFile("api", 1, 1, TimeSpan.FromMinutes(10), new Dictionary<string, LogLevel>());
        var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(_log)).AddSingleton(host).AddSingleton<TimeProvider>(time)
            .AddSingleton(_store).AddSingleton<IIdSource>(new SeededIds(1)).AddSingleton(_diary).AddSingleton<IConfiguration>(settings)
            .AddSingleton(Functions(timer)).AddSingleton<FunctionInvoker>().AddSingleton<TimerStates>().AddSingleton<TimerRunner>().AddSingleton<TimerService>()
            .BuildServiceProvider();
        var service = services.GetRequiredService<TimerService>();
        await service.StartAsync(default);
        return new Running(service, services);
    }

    private static IReadOnlyList<FunctionEntry> Functions(string timer) =>
        [.. FunctionList.In(Assembly.GetExecutingAssembly()).Where(f => f.Name == timer)];

    private async Task UntilRunsAsync(int count, ManualTime time, TimeSpan step)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (_diary.Runs.Count < count)
        {
            time.Advance(step);
            await Task.Delay(2, patience.Token);
        }
    }

    private sealed record Running(TimerService Service, ServiceProvider Services) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Service.StopAsync(default);
            await Services.DisposeAsync();
        }
    }
}

/// <summary>What the test timers did.</summary>
public sealed class Diary
{
    private readonly List<(DateTimeOffset At, bool IsPastDue)> _runs = [];
    private int _atOnce;

    public int MostAtOnce { get; private set; }

    public bool WasCancelled { get; set; }

    public IReadOnlyList<(DateTimeOffset At, bool IsPastDue)> Runs
    {
        get
        {
            lock (_runs) return [.. _runs];
        }
    }

    public void Enter(DateTimeOffset at, bool isPastDue)
    {
        lock (_runs)
        {
            _runs.Add((at, isPastDue));
            MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
        }
    }

    public void Leave()
    {
        lock (_runs) _atOnce--;
    }
}

/// <summary>Timer functions for tests.</summary>
public sealed class TestTimers(Diary diary, TimeProvider time)
{
    [Function(nameof(Hourly))]
    public Task Hourly([TimerTrigger("%HourlySchedule%")] TimerInfo timer) => Run(timer);

    [Function(nameof(Often))]
    public Task Often([TimerTrigger("*/20 * * * * *")] TimerInfo timer) => Run(timer);

    [Function(nameof(Failing))]
    public Task Failing([TimerTrigger("0 0 * * * *")] TimerInfo timer)
    {
        Run(timer);
        throw new InvalidOperationException("it failed");
    }

    [Function(nameof(Slow))]
    public async Task Slow([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer)
    {
        diary.Enter(time.GetUtcNow(), timer.IsPastDue);
        await Task.Delay(5);
        diary.Leave();
    }

    [Function(nameof(Endless))]
    public async Task Endless([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        await Run(timer);
        await using var registration = cancellationToken.Register(() => diary.WasCancelled = true);
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    [Function(nameof(Unset))]
    public Task Unset([TimerTrigger("%NoSuchSetting%")] TimerInfo timer) => Run(timer);

    private Task Run(TimerInfo timer)
    {
        diary.Enter(time.GetUtcNow(), timer.IsPastDue);
        diary.Leave();
        return Task.CompletedTask;
    }
}
