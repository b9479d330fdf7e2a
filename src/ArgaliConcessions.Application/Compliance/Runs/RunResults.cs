using System.Collections.Immutable;
using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Compliance.Runs;

/// <summary>Findings of a run in full, as they stood then. Row <c>f/{concession}/{year}/{chunk}</c> of <c>run/{id}</c>.</summary>
public sealed record FindingChunk(ImmutableArray<Finding> Findings);

/// <summary>Writes and reads the partial results of a run. A place that has its result is done: nothing of it is written again.</summary>
public sealed class RunResults(ChainWriter chain, IRecordStore store)
{
    public async Task<PlaceResult?> FindAsync(string run, FindingPlace place, CancellationToken cancellationToken) =>
        (await store.ReadAsync<PlaceResult>(Partitions.Run(run), RunRows.Place(place), cancellationToken))?.Value;

    /// <summary>Results of one kind (<see cref="RunRows.Ledgers"/>, …), by concession and year.</summary>
    public IAsyncEnumerable<PlaceResult> ListAsync(string run, string kind, CancellationToken cancellationToken) =>
        store.ListAsync(Partitions.Run(run), new RowRange(kind), cancellationToken).Select(record => RecordJson.Read<PlaceResult>(record.Payload));

    /// <summary>All results of a run.</summary>
    public IAsyncEnumerable<PlaceResult> ListAsync(string run, CancellationToken cancellationToken) =>
        ListAsync(run, RunRows.Ledgers, cancellationToken).Concat(ListAsync(run, RunRows.National, cancellationToken)).Concat(ListAsync(run, RunRows.Zones, cancellationToken));

    /// <summary>The findings of a run as they stood at its end, by concession and year; a chunk at a time is held.</summary>
    public IAsyncEnumerable<Finding> FindingsAsync(string run, CancellationToken cancellationToken) =>
        store.ListAsync(Partitions.Run(run), new RowRange(RunRows.Findings), cancellationToken)
            .SelectMany(record => RecordJson.Read<FindingChunk>(record.Payload).Findings.ToAsyncEnumerable());

    /// <summary>Writes one chunk of a place that has more than fit into the commit of its result.</summary>
    public async Task PutChunkAsync(string run, FindingPlace place, int number, FindingChunk chunk, Actor actor, CancellationToken cancellationToken)
    {
        var result = await chain.DecideAsync<int>(Partitions.Run(run), actor, Decide, cancellationToken);
        result.OrThrow();

        async Task<ChainDecision<int>> Decide(ChainContext context, CancellationToken token) => await FindAsync(run, place, token) is not null
            ? new ChainDecision<int>.Nothing(0)
            : new ChainDecision<int>.Write("findings-chunk", [await ChunkAsync(run, place, number, chunk, token)], 0);
    }

    /// <summary>Writes a place's last chunk and its result in one commit.</summary>
    public async Task FinishAsync(string run, FindingPlace place, PlaceResult done, FindingChunk last, Actor actor, CancellationToken cancellationToken)
    {
        var result = await chain.DecideAsync<int>(Partitions.Run(run), actor, Decide, cancellationToken);
        result.OrThrow();

        async Task<ChainDecision<int>> Decide(ChainContext context, CancellationToken token)
        {
            if (await FindAsync(run, place, token) is not null) return new ChainDecision<int>.Nothing(0);
            var changes = new List<ChainChange> { new(new RecordChange.Insert(RunRows.Place(place), RecordJson.Write(done))) };
            if (last.Findings.Length > 0) changes.Add(await ChunkAsync(run, place, done.Chunks - 1, last, token));
            return new ChainDecision<int>.Write("place-judged", changes, 0);
        }
    }

    // An attempt that a crash cut short may have left a chunk of the same number.
    private async Task<ChainChange> ChunkAsync(string run, FindingPlace place, int number, FindingChunk chunk, CancellationToken cancellationToken)
    {
        var row = RunRows.Chunk(place, number);
        var current = await store.ReadAsync<FindingChunk>(Partitions.Run(run), row, cancellationToken);
        return new ChainChange(TypedRecords.Put(row, current, chunk));
    }
}
