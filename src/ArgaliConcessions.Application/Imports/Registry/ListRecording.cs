using ArgaliConcessions.Application.Imports.Tables;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>
/// Records a list of the register within one request. All of it is judged first, and if anything speaks against any row nothing is
/// written; then thing after thing is recorded by the use case of its own PUT, in the list's order. Cut off anywhere it is
/// completed by sending it again: what is recorded already is unchanged.
/// </summary>
public sealed class ListRecording(KeptImports kept, TimeProvider time)
{
    /// <summary>Nothing more is begun after so long: front ends give up on an answer after 230 s.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(150);

    private const int Tries = 5;

    internal async Task<Outcome<ImportAnswer>> RunAsync<T>(ImportRequest request, ThingList<T> list, IListPlan<T> plan, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var (faults, judged) = (new List<ListFault>(list.Faults), new List<(ListThing<T> Thing, Judgement Judgement)>());
        foreach (var thing in list.Things)
        {
            if (IsTimeUp(started)) return Refusal.Busy;
            var judgement = await plan.JudgeAsync(thing, cancellationToken);
            faults.AddRange(judgement.Faults);
            judged.Add((thing, judgement));
        }

        var answer = Answer(list.Reading, faults, [.. judged.Select(j => j.Judgement.Line).OfType<ListLine>()]);
        if (faults.Count > 0 || request.DryRun) return new Outcome<ImportAnswer>.Done(answer);
        return await RecordAsync(request, judged, started, cancellationToken) ?? await kept.KeepAsync(request, answer, cancellationToken);
    }

    private async Task<Refusal?> RecordAsync<T>(
        ImportRequest request, List<(ListThing<T> Thing, Judgement Judgement)> judged, long started, CancellationToken cancellationToken)
    {
        foreach (var (thing, judgement) in judged)
        {
            if (judgement.Record is not { } record) continue;
            var refusal = Refusal.Busy;
            for (var attempt = 0; attempt < Tries && refusal is { Kind: RefusalKind.Busy }; attempt++)
            {
                if (IsTimeUp(started)) return Refusal.Busy;
                refusal = await record(request.Actor, cancellationToken);
            }

            if (refusal is not null) return refusal.Kind == RefusalKind.Busy ? refusal : Stopped(thing, refusal);
        }

        return null;
    }

    /// <summary>Somebody has changed the register since the list was judged: what stands above the row is recorded.</summary>
    private static Refusal Stopped<T>(ListThing<T> thing, Refusal refusal)
    {
        var at = Reason.Of("list-stopped", null, ("line", thing.Line), ("address", thing.Address));
        return Refusal.Because(RefusalKind.Conflict, "list-stopped", [at, .. refusal.Reasons.Select(r => r with { Pointer = null })]);
    }

    private static ImportAnswer Answer(ListReading<ListRow> reading, List<ListFault> faults, ListLine[] lines)
    {
        var added = lines.Count(l => l.Action is ListAction.New or ListAction.NewVersion);
        var unchanged = lines.Count(l => l.Action == ListAction.Unchanged);
        var counts = faults.Count > 0 ? null : new ImportCounts(added, lines.Length - added - unchanged, unchanged, 0, []);
        return new ImportAnswer(Bounded(ImportPreview.Of(reading, faults, counts)), null) { Lines = [.. WithFewChanges(lines)] };
    }

    /// <summary>The answer is kept in a row of the store, whatever the list was like.</summary>
    private static ImportPreview Bounded(ImportPreview preview) => preview with
    {
        IgnoredColumns = [.. preview.IgnoredColumns.Take(MostListed).Select(header => header.Length > LongestHeader ? header[..LongestHeader] : header)],
        RepeatedLines = [.. preview.RepeatedLines.Take(ThingList<int>.MaxRows)],
    };

    private static IEnumerable<ListLine> WithFewChanges(ListLine[] lines)
    {
        var left = MostChanges;
        foreach (var line in lines)
        {
            yield return line with { Changes = [.. line.Changes.Take(left)] };
            left = Math.Max(0, left - line.Changes.Length);
        }
    }

    private bool IsTimeUp(long started) => time.GetElapsedTime(started) > Longest;

    private const int MostListed = 100;
    private const int LongestHeader = 100;
    private const int MostChanges = 500;
}
