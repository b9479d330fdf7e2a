using System.Runtime.CompilerServices;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Law;

/// <summary>
/// Finds concessions: no store lists its partitions. The row is there before the concession's first commit, so that a row
/// may lead to an empty partition but no concession is ever without its row.
/// </summary>
public sealed class ConcessionDirectory(IRecordStore store, ChainWriter chain)
{
    /// <summary>The concession that claimed a code; null when none did.</summary>
    public async Task<string?> ConcessionOfAsync(string code, CancellationToken cancellationToken) =>
        (await store.ReadAsync<DirectoryRow>(Partitions.Directory, LawRows.Code(code), cancellationToken))?.Value.Concession;

    /// <summary>The ids of all concessions, in order.</summary>
    public async IAsyncEnumerable<string> ConcessionsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in store.ListAsync(Partitions.Directory, new RowRange(LawRows.Concessions), cancellationToken))
        {
            yield return RecordJson.Read<DirectoryRow>(record.Payload).Concession;
        }
    }

    /// <summary>
    /// Claims a code for a concession and lists the concession; answers both as they stand then, or null when the store is
    /// busy: repeat. The claim failed when they are not the ones asked for.
    /// </summary>
    public async Task<DirectoryRow?> ClaimAsync(string code, string concession, Actor actor, CancellationToken cancellationToken)
    {
        var result = await chain.DecideAsync<DirectoryRow>(
            Partitions.Directory, actor, (_, token) => DecideAsync(new DirectoryRow(concession, code), token), cancellationToken);
        return result.Value;
    }

    /// <summary>What stands of a concession, else of a code, before they are claimed; null when neither is known.</summary>
    public async Task<DirectoryRow?> StandingAsync(DirectoryRow wanted, CancellationToken cancellationToken)
    {
        var standing = await store.ReadAsync<DirectoryRow>(Partitions.Directory, LawRows.Concession(wanted.Concession), cancellationToken)
            ?? await store.ReadAsync<DirectoryRow>(Partitions.Directory, LawRows.Code(wanted.Code), cancellationToken);
        return standing?.Value;
    }

    private async Task<ChainDecision<DirectoryRow>> DecideAsync(DirectoryRow wanted, CancellationToken cancellationToken)
    {
        if (await StandingAsync(wanted, cancellationToken) is { } standing) return new ChainDecision<DirectoryRow>.Nothing(standing);
        return new ChainDecision<DirectoryRow>.Write(
            "concession-listed", [Insert(LawRows.Code(wanted.Code), wanted), Insert(LawRows.Concession(wanted.Concession), wanted)], wanted);
    }

    private static ChainChange Insert(string row, DirectoryRow content) => new(new RecordChange.Insert(row, RecordJson.Write(content)));
}
