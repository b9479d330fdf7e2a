using System.Security.Cryptography;
using System.Text;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>Keeps the answers of lists of the register under their Idempotency-Key, in rows <c>k/&lt;hash&gt;</c> of <c>law</c>.</summary>
public sealed class KeptImports(LawLibrary library, IRecordStore store, ChainWriter chain)
{
    /// <summary>The answer that was given to the same request; a refusal when the key was used for another list; null when it is new.</summary>
    public async Task<Outcome<ImportAnswer>?> FindAsync(JobKey key, CancellationToken cancellationToken)
    {
        var kept = await store.ReadAsync<KeptImport>(Partitions.Law, RowOf(key), cancellationToken);
        if (kept is null) return null;
        return kept.Value.BodySha256 == key.BodySha256
            ? new Outcome<ImportAnswer>.Done(kept.Value.Answer)
            : Refusal.Because(RefusalKind.KeyReused, "idempotency-key-reused");
    }

    /// <summary>Keeps the answer, unless a twin of the request was faster: then its answer is the one.</summary>
    public async Task<Outcome<ImportAnswer>> KeepAsync(ImportRequest request, ImportAnswer answer, CancellationToken cancellationToken) =>
        await chain.DecideAsync<ImportAnswer>(library, Partitions.Law, request.Actor, async (_, token) =>
        {
            if (await FindAsync(request.Key, token) is { } twin) return new ChainDecision<Outcome<ImportAnswer>>.Nothing(twin);
            var row = LawDecisions.Insert(RowOf(request.Key), new KeptImport(request.Key.BodySha256, request.Source.Name, answer));
            return new ChainDecision<Outcome<ImportAnswer>>.Write("list-imported", [row], new Outcome<ImportAnswer>.Done(answer));
        }, cancellationToken);

    private static string RowOf(JobKey key) => $"k/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Scope}\n{key.Value}")))}";

    /// <param name="Source">Who keeps the list; the body's hash names the list itself.</param>
    private sealed record KeptImport(string BodySha256, string Source, ImportAnswer Answer);
}
