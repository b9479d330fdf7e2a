using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Zones;

/// <summary>By what a repeated import is known.</summary>
/// <param name="KeyHash">Lower-case hex SHA-256 of caller, route and Idempotency-Key.</param>
/// <param name="BodyHash">Lower-case hex SHA-256 of the body's bytes.</param>
public sealed record ImportRequest(string KeyHash, string BodyHash);

/// <summary>Keeps the answers of imports under their Idempotency-Key, in rows <c>k/&lt;hash&gt;</c> of <c>zonemap</c>.</summary>
internal sealed class ImportAnswers(LawLibrary library, IRecordStore store, ChainWriter chain)
{
    /// <summary>The answer that was given to the same request; a refusal when the key was used for another body; null when it is new.</summary>
    public async Task<Outcome<ZoneImportReport>?> FindAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        var kept = await store.ReadAsync<KeptAnswer>(Partitions.ZoneMap, RowOf(request), cancellationToken);
        if (kept is null) return null;
        return kept.Value.BodyHash == request.BodyHash
            ? new Outcome<ZoneImportReport>.Done(kept.Value.Report)
            : Refusal.Because(RefusalKind.KeyReused, "idempotency-key-reused");
    }

    /// <summary>Keeps the answer, unless a twin of the request was faster: then its answer is the one.</summary>
    public async Task<Outcome<ZoneImportReport>> KeepAsync(ImportRequest request, ZoneImportReport report, Actor actor, CancellationToken cancellationToken) =>
        await chain.DecideAsync<ZoneImportReport>(library, Partitions.ZoneMap, actor, async (_, token) =>
        {
            if (await FindAsync(request, token) is { } twin) return new ChainDecision<Outcome<ZoneImportReport>>.Nothing(twin);
            return new ChainDecision<Outcome<ZoneImportReport>>.Write(
                "zones-imported", [LawDecisions.Insert(RowOf(request), new KeptAnswer(request.BodyHash, report))], new Outcome<ZoneImportReport>.Done(report));
        }, cancellationToken);

    private static string RowOf(ImportRequest request) => $"k/{request.KeyHash}";

    private sealed record KeptAnswer(string BodyHash, ZoneImportReport Report);
}
