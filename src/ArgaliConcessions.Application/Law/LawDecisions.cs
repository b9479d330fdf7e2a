using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Law;

/// <summary>What changes of the law have in common.</summary>
internal static class LawDecisions
{
    /// <summary>
    /// Decides on the head read fresh; busy and unknown become the refusal <c>busy</c>. Whatever came of it, this process
    /// looks at the partition again before it answers from it.
    /// </summary>
    public static async Task<Outcome<T>> DecideAsync<T>(
        this ChainWriter chain, LawLibrary library, string partition, Actor actor,
        Func<ChainContext, CancellationToken, Task<ChainDecision<Outcome<T>>>> decide, CancellationToken cancellationToken)
    {
        var result = await chain.DecideAsync<Outcome<T>>(partition, actor, decide, cancellationToken);
        library.Expire(partition);
        return result.Value ?? Refusal.Busy;
    }

    /// <summary>Nothing is written: it is refused.</summary>
    public static ChainDecision<Outcome<T>> Refuse<T>(Refusal refusal) => new ChainDecision<Outcome<T>>.Nothing(refusal);

    /// <summary>Nothing is written: it says so already.</summary>
    public static ChainDecision<Outcome<T>> Unchanged<T>(T value, string etag) =>
        new ChainDecision<Outcome<T>>.Nothing(new Outcome<T>.Done(value, ETag: etag));

    /// <summary>
    /// Adds a revision, unless the newest one says the same. What says the same is answered before the condition is
    /// judged: whoever repeats a request whose answer was lost holds the tag of the time before it.
    /// </summary>
    /// <param name="row">The row of a revision by its number.</param>
    /// <param name="more">Other changes of the same commit, made of the new revision.</param>
    public static ChainDecision<Outcome<RevisionReading<T>>> Revise<T>(
        string action, Revisions<T>? standing, RevisionDraft<T> draft, Precondition condition, Instant recordedAt, Func<int, string> row,
        Func<Revision<T>, IEnumerable<ChainChange>>? more = null)
    {
        if (standing is { Latest: var latest } && SaysTheSame(latest, draft))
        {
            var reading = new RevisionReading<T>(latest, latest.Number, Provisional: false);
            return Unchanged(reading, reading.ETag);
        }

        if (condition.Judge(standing?.Latest.Number) is { } refusal) return Refuse<RevisionReading<T>>(refusal);
        var next = new Revision<T>((standing?.Latest.Number ?? 0) + 1, recordedAt, draft.Basis, draft.Value, draft.Reason);
        var recorded = new RevisionReading<T>(next, next.Number, Provisional: false);
        ChainChange[] changes = [Insert(row(next.Number), next), .. more?.Invoke(next) ?? []];
        return new ChainDecision<Outcome<RevisionReading<T>>>.Write(
            action, changes, new Outcome<RevisionReading<T>>.Done(recorded, Created: standing is null, recorded.ETag));
    }

    public static ChainChange Insert<T>(string row, T content) => new(new RecordChange.Insert(row, RecordJson.Write(content)));

    /// <summary>Whether a draft says what is recorded; why it changed is no part of that.</summary>
    public static bool SaysTheSame<T>(Revision<T> latest, RevisionDraft<T> draft) =>
        EqualityComparer<T>.Default.Equals(latest.Value, draft.Value) && latest.Basis == draft.Basis;
}

/// <summary>A state of something as it is to be recorded.</summary>
/// <param name="Reason">Why it changes; kept with the revision.</param>
public sealed record RevisionDraft<T>(T Value, LegalBasis? Basis, string? Reason = null);
