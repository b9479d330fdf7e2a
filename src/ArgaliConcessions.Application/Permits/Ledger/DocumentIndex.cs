using System.Security.Cryptography;
using System.Text;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Ledger;

/// <summary>
/// Finds permits by the number of their hunter's document (R34). As with papers, an entry is written before its permit, and whoever follows it must look;
/// what it leads to is told by the hunter's personal row.
/// </summary>
/// <remarks>
/// The partition <c>document/{key}</c> holds no number, but whoever can read the register can try all numbers against the key, as he can read the personal
/// row beside it. So the key protects nobody whose row was erased: who erases a person removes the entry first, while its number is still there to find it by.
/// </remarks>
public sealed class DocumentIndex(IRecordStore store, IIdSource ids)
{
    /// <summary>Shorter ones, and those without a digit, are words like "none" and no numbers of documents.</summary>
    private const int Shortest = 5;

    private readonly BearerRows _rows = new(store, ids);

    /// <summary>SHA-256 of the folded number, lower-case hex; null for none, and for what is no number.</summary>
    public static string? KeyOf(string? number)
    {
        var folded = Folding.Fold(number ?? "");
        return folded.Length >= Shortest && folded.Any(char.IsAsciiDigit)
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"hunter's document {folded}")))
            : null;
    }

    /// <summary>Adds the permit under its hunter's document, and notes the document as a duplicate when others bear it too; nothing without a number.</summary>
    /// <returns>False when the store's answer is unknown.</returns>
    public async Task<bool> AddAsync(Permit permit, string? number, CancellationToken cancellationToken) =>
        KeyOf(number) is not { } key || await _rows.AddAsync(Partitions.Document(key), permit, cancellationToken);

    /// <summary>The permits that bear a document, as their personal rows say today; at most <see cref="BearerRows.MaxPermits"/>.</summary>
    public async Task<IReadOnlyList<Permit>> BearersAsync(string key, CancellationToken cancellationToken)
    {
        var bearers = new List<Permit>();
        foreach (var entry in await _rows.FindAsync(Partitions.Document(key), cancellationToken))
        {
            var ledger = Partitions.Ledger(entry.Concession, entry.Year);
            var hunter = await store.ReadAsync<HunterDetails>(ledger, LedgerRows.Hunter(entry.Serial), cancellationToken);
            if (hunter is null || KeyOf(hunter.Value.DocumentNumber) != key) continue;
            if (await store.ReadAsync<Permit>(ledger, LedgerRows.Permit(entry.Serial), cancellationToken) is { } permit) bearers.Add(permit.Value);
        }

        return bearers;
    }
}
