using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Permits;

/// <summary>The idempotency key of one request: its row in the ledger, and the fingerprint of the body it came with.</summary>
/// <param name="Row">Of caller, route and key; the target ledger is the partition it lies in.</param>
public sealed record RequestKey(string Row, string BodySha256)
{
    public static RequestKey Of(string subject, string route, string key, string bodySha256)
    {
        var scope = SHA256.HashData(Encoding.UTF8.GetBytes($"{subject}\n{route}\n{key}"));
        return new RequestKey(LedgerRows.Answer(Convert.ToHexStringLower(scope)), bodySha256);
    }
}

/// <summary>
/// What a request came to, kept in the commit that did it: enough to give the same answer again. It holds no personal
/// data, so that erasing a person leaves nothing behind in it.
/// </summary>
/// <param name="Version">The version of the permit that the request made; versions never change.</param>
/// <param name="LawChanged">What the law says since it moved while the permit was being issued; null while it did not.</param>
public sealed record KeptAnswer(string BodySha256, int Serial, int Version, ImmutableArray<Reason>? LawChanged = null)
{
    public static Refusal Reused { get; } = Refusal.Because(RefusalKind.KeyReused, "idempotency-key-reused");
}

/// <summary>A permit as a request left it.</summary>
/// <param name="LawChanged">Empty but for an issue during which the law moved against it.</param>
public sealed record PermitAnswer(Domain.Permits.Permit Permit, ImmutableArray<Reason> LawChanged)
{
    /// <summary>The permit's tag as long as nothing came of it.</summary>
    public string ETag => FormattableString.Invariant($"{Permit.Version}");
}

/// <summary>Gives kept answers again.</summary>
public sealed class KeptAnswers(IRecordStore store)
{
    /// <summary>The answer kept under a key; null when there is none.</summary>
    public Task<Stored<KeptAnswer>?> FindAsync(string ledger, RequestKey key, CancellationToken cancellationToken) =>
        store.ReadAsync<KeptAnswer>(ledger, key.Row, cancellationToken);

    /// <summary>The same answer again, or the refusal of a key that came with another body.</summary>
    public async Task<Outcome<PermitAnswer>> AgainAsync(string ledger, RequestKey key, KeptAnswer kept, CancellationToken cancellationToken)
    {
        if (kept.BodySha256 != key.BodySha256) return KeptAnswer.Reused;
        var permit = await VersionAsync(ledger, kept.Serial, kept.Version, cancellationToken);
        return Made(permit, kept.LawChanged ?? []);
    }

    /// <summary>A first answer and the same again are made alike. Takes are left out: they move without a version.</summary>
    public static Outcome<PermitAnswer>.Done Made(Domain.Permits.Permit permit, ImmutableArray<Reason> lawChanged)
    {
        var answer = new PermitAnswer(permit with { Takes = [] }, lawChanged);
        return new Outcome<PermitAnswer>.Done(answer, Created: true, answer.ETag);
    }

    private async Task<Domain.Permits.Permit> VersionAsync(string ledger, int serial, int version, CancellationToken cancellationToken)
    {
        var current = await store.ReadAsync<Domain.Permits.Permit>(ledger, LedgerRows.Permit(serial), cancellationToken);
        if (current?.Value.Version == version) return current.Value;
        var older = await store.ReadAsync<Domain.Permits.Permit>(ledger, LedgerRows.PermitVersion(serial, version), cancellationToken);
        return older?.Value ?? throw new RecordStoreException($"{ledger}: version {version} of permit {serial} is missing.");
    }
}
