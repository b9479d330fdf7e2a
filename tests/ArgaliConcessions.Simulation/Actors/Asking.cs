using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Simulation.Engine;
using ArgaliConcessions.Simulation.Oracles;

namespace ArgaliConcessions.Simulation.Actors;

/// <summary>One request in all its attempts: the same key and body, wherever and however often it is sent.</summary>
/// <param name="world">Where.</param>
/// <param name="what">What it is, in a few words.</param>
/// <param name="mark">By what its rows are known.</param>
/// <param name="isKeyed">Whether it has an idempotency key: then the same answer is owed to every attempt.</param>
/// <param name="request">Makes an attempt.</param>
public sealed class Asking<T>(World world, string what, string mark, bool isKeyed, Func<ServiceSet, Task<Outcome<T>>> request)
{
    private int running;
    private bool isInDoubt;
    private byte[]? answer;
    private Refusal? refusal;

    public string What => what;

    /// <summary>Whether some attempt was done, though its answer may never have reached the client.</summary>
    public bool IsDone => answer is not null;

    /// <summary>One attempt at a process that is idle.</summary>
    public Task<Reply<T>> SendAsync(VirtualProcess process, TimeSpan patience)
    {
        world.Tally.Attempts++;
        world.Facts.Forget(mark);
        running++;
        var heard = new TaskCompletionSource<Reply<T>>();
        process.Died += () => Cut(heard);
        world.Driver.After(patience.Ticks, () => heard.TrySetResult(new Reply<T>(null)));
        world.Say($"{process} begins with {what}");
        process.Serve(what, request, task => End(process, task, heard));
        return heard.Task;
    }

    private void Cut(TaskCompletionSource<Reply<T>> heard)
    {
        isInDoubt = true;
        Leave();
        world.Driver.After(TimeSpan.FromMilliseconds(10).Ticks, () => heard.TrySetResult(new Reply<T>(null)));
    }

    private void End(VirtualProcess process, Task<Outcome<T>> task, TaskCompletionSource<Reply<T>> heard)
    {
        world.Driver.CheckThread();
        var outcome = OutcomeOf(task);
        world.Say($"{process} answers {what}: {Words(outcome)}");
        world.Mix(Words(outcome));
        if (outcome is Outcome<T>.Done done) Keep(done);
        else if (outcome is Outcome<T>.Refused { Refusal.Kind: not RefusalKind.Busy } refused) Refuse(refused.Refusal);
        else isInDoubt = true;
        Leave();
        if (!world.Weather.LosesAnswer(world.Random)) heard.TrySetResult(new Reply<T>(outcome));
        else world.Say($"the answer to {what} is lost");
    }

    /// <summary>Null for a store that did not do its part (HTTP 503).</summary>
    private Outcome<T>? OutcomeOf(Task<Outcome<T>> task)
    {
        if (task.IsCompletedSuccessfully) return task.Result;
        var fault = task.Exception?.InnerException;
        if (fault is not RecordStoreException) world.Fail(new Breach("unexpected-exception", $"{what}: {fault}"));
        return null;
    }

    private void Keep(Outcome<T>.Done done)
    {
        if (!isKeyed)
        {
            answer = [];
            return;
        }

        var next = RecordJson.Write(done.Value);
        if (answer is not null && !answer.AsSpan().SequenceEqual(next))
            world.Fail(new Breach("answer-differs", $"{what} was answered with {System.Text.Encoding.UTF8.GetString(answer)} and then with {System.Text.Encoding.UTF8.GetString(next)}"));
        answer ??= next;
    }

    /// <summary>With a key, nothing of it may be there at the instant at which it is refused, whatever became of other attempts.</summary>
    private void Refuse(Refusal why)
    {
        refusal = why;
        if (isKeyed && world.Facts.IsVisible(mark)) world.Fail(new Breach("refused-and-visible", $"{what} was refused ({why.Code}), and is recorded"));
    }

    /// <summary>
    /// When nobody serves it any more and it was only refused, nothing of it may ever be there; but where an attempt was left without an
    /// answer: that one may have come at another moment, and may still land.
    /// </summary>
    private void Leave()
    {
        if (--running > 0 || refusal is null || IsDone || isInDoubt) return;
        world.Fail(world.Facts.Refuse(mark, $"{what} was refused ({refusal.Code})"));
    }

    private static string Words(Outcome<T>? outcome) => outcome switch
    {
        null => "the store is broken",
        Outcome<T>.Done done => done.Created ? "done" : "done before or changed",
        Outcome<T>.Refused refused => $"{refused.Refusal.Code} {string.Join(", ", refused.Refusal.Reasons.Select(r => r.Code))}".TrimEnd(),
        _ => "",
    };
}

/// <summary>What a client heard; nothing when the connection was cut, the answer lost, or he would wait no longer.</summary>
public sealed record Reply<T>(Outcome<T>? Outcome)
{
    /// <summary>Whether there is nothing to do but to send it again.</summary>
    public bool IsOpen => Outcome is null or Outcome<T>.Refused { Refusal.Kind: RefusalKind.Busy };
}
