using System.Globalization;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Tags;

/// <summary>Tags of one prefix with running numbers, both ends included.</summary>
/// <param name="Digits">How many digits a number has, with zeros before it.</param>
public sealed record TagSeries(string Prefix, int From, int To, int Digits, LegalBasis? Basis, string? Note)
{
    /// <summary>Tags of one request.</summary>
    public const int MaxTags = 1000;

    public IEnumerable<string> Tags => Enumerable.Range(From, To - From + 1).Select(Tag);

    public string Tag(int number) => Prefix + number.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
}

/// <summary>Enters a series of tags, some to a commit. What is registered stays as it is; so the same request takes up where a crash cut it off.</summary>
public sealed class RegisterTagSeries(IRecordStore store, ChainWriter chain, TagRegister register)
{
    /// <summary>With the key's row, head and audit event as many as a commit holds.</summary>
    private const int BatchSize = 97;

    /// <summary>The series, once all of it is registered. Another series under the same key is refused.</summary>
    public async Task<Outcome<TagSeries>> RunAsync(TagSeries series, RequestKey key, Actor actor, CancellationToken cancellationToken)
    {
        Outcome<TagSeries> done = new Outcome<TagSeries>.Done(series, Created: true);
        foreach (var batch in series.Tags.Chunk(BatchSize))
        {
            var result = await chain.DecideAsync<Outcome<TagSeries>>(Partitions.Tags, actor, async (context, cancel) =>
            {
                var kept = await store.ReadAsync<KeptSeries>(Partitions.Tags, key.Row, cancel);
                if (kept is not null && kept.Value.BodySha256 != key.BodySha256) return new ChainDecision<Outcome<TagSeries>>.Nothing(KeptAnswer.Reused);
                var changes = await MissingAsync(series, batch, context.RecordedAt, actor, cancel);
                if (kept is null) changes.Add(new ChainChange(new RecordChange.Insert(key.Row, RecordJson.Write(new KeptSeries(key.BodySha256)))));
                return changes.Count == 0 ? new ChainDecision<Outcome<TagSeries>>.Nothing(done) : new ChainDecision<Outcome<TagSeries>>.Write("register-tags", changes, done);
            }, cancellationToken);
            if (result.Value is not Outcome<TagSeries>.Done) return result.Value ?? Refusal.Busy;
        }

        return done;
    }

    private async Task<List<ChainChange>> MissingAsync(TagSeries series, string[] batch, Instant recordedAt, Actor actor, CancellationToken cancellationToken)
    {
        var (first, last) = (Folding.Fold(batch[0]), Folding.Fold(batch[^1]));
        var common = first[..first.Zip(last).TakeWhile(pair => pair.First == pair.Second).Count()];
        var there = await register.ListAsync(common, cancellationToken).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        return [.. batch.Where(tag => !there.Contains(Folding.Fold(tag))).Select(tag => new ChainChange(new RecordChange.Insert(
            TagRegister.Row(Folding.Fold(tag)), RecordJson.Write(new RegisteredTag(tag, series.Basis, series.Note, 1, recordedAt, actor.Subject)))))];
    }

    private sealed record KeptSeries(string BodySha256);
}
