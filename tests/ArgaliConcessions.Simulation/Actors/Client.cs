using ArgaliConcessions.Application;
using ArgaliConcessions.Simulation.Engine;

namespace ArgaliConcessions.Simulation.Actors;

/// <summary>Somebody who does one thing after the other, and sends each request until he has an answer.</summary>
public sealed class Client(World world, Known known, string name)
{
    /// <summary>Attempts past which something is wrong with the program: the weather is calm long before.</summary>
    private const int MostAttempts = 400;

    private int extra;

    public World World => world;

    /// <summary>What all clients know of the register.</summary>
    public Known Known => known;

    public string Name => name;

    /// <summary>Whether he still waits for something.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Does all of a plan that is his.</summary>
    public async Task RunAsync(IReadOnlyList<Operation> plan)
    {
        IsBusy = true;
        foreach (var operation in plan)
        {
            await world.Driver.DelayAsync(operation.Pause);
            world.Tally.Operations++;
            await operation.RunAsync(this);
        }

        while (extra > 0) await world.Driver.DelayAsync(TimeSpan.FromMilliseconds(100));
        IsBusy = false;
    }

    /// <summary>Sends a request with a key, in the operation's manner, until it is answered.</summary>
    /// <param name="request">Makes the request; its body hangs on the mark, and so does the hash of its body.</param>
    /// <returns>What was done; null when it was refused.</returns>
    public async Task<T?> SendAsync<T>(Operation operation, Func<ServiceSet, string, Task<Outcome<T>>> request) where T : class
    {
        var done = await SendAsync(operation, isKeyed: true, services => request(services, operation.Mark));
        if (operation.Habit == Habit.OtherBody && done is not null) Meanwhile(OtherBodyAsync(operation, request));
        return done;
    }

    /// <summary>Sends a request without a key: the same again is known by its content.</summary>
    public Task<T?> PutAsync<T>(Operation operation, Func<ServiceSet, Task<Outcome<T>>> request) where T : class => SendAsync(operation, isKeyed: false, request);

    private async Task<T?> SendAsync<T>(Operation operation, bool isKeyed, Func<ServiceSet, Task<Outcome<T>>> request) where T : class
    {
        var asking = new Asking<T>(world, $"{name} {operation}", operation.Mark, isKeyed, request);
        var second = operation.Habit == Habit.Twice ? PatientAsync(asking) : null;
        var outcome = await PatientAsync(asking);
        if (second is not null && await second is Outcome<T>.Done other) outcome = other;
        if (outcome is Outcome<T>.Done) world.Tally.Done++;
        else world.Tally.Refused++;
        if (operation.Habit == Habit.LateDuplicate && isKeyed) Meanwhile(AgainAsync(asking, outcome is Outcome<T>.Done));
        return (outcome as Outcome<T>.Done)?.Value;
    }

    private async Task AgainAsync<T>(Asking<T> asking, bool wasDone)
    {
        await world.Driver.DelayAsync(TimeSpan.FromSeconds(world.Random.Next(90)));
        var outcome = await PatientAsync(asking);
        if (wasDone && outcome is Outcome<T>.Refused refused) world.Fail(new Breach("answer-differs", $"{asking.What} was done, and is refused when it comes again: {refused.Refusal.Code}"));
    }

    private async Task OtherBodyAsync<T>(Operation operation, Func<ServiceSet, string, Task<Outcome<T>>> request)
    {
        var mark = operation.Mark + "-other";
        var asking = new Asking<T>(world, $"{name} {operation} with another body", mark, isKeyed: true, services => request(services, mark));
        var outcome = await PatientAsync(asking);
        if (outcome is not Outcome<T>.Refused { Refusal.Kind: RefusalKind.KeyReused }) world.Fail(new Breach("key-reused", $"{asking.What} was not refused for its key"));
    }

    private async Task<Outcome<T>> PatientAsync<T>(Asking<T> asking)
    {
        for (var attempt = 1; ; attempt++)
        {
            var process = world.Idle();
            if (process is null)
            {
                await world.Driver.DelayAsync(TimeSpan.FromMilliseconds(5 + world.Random.Next(200)));
                continue;
            }

            var reply = await asking.SendAsync(process, TimeSpan.FromSeconds(3 + world.Random.Next(57)));
            if (!reply.IsOpen) return reply.Outcome!;
            if (attempt == MostAttempts) world.Fail(new Breach("never-answered", asking.What));
            await world.Driver.DelayAsync(TimeSpan.FromMilliseconds(50 + world.Random.Next(4000)));
        }
    }

    /// <summary>Does something beside what comes next.</summary>
    private async void Meanwhile(Task task)
    {
        extra++;
        await task;
        extra--;
    }
}
