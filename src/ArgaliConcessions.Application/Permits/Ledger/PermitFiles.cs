using System.Runtime.CompilerServices;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Ledger;

/// <summary>Reads permits with all that belongs to them.</summary>
public sealed class PermitFiles(IRecordStore store)
{
    /// <summary>Streams a ledger's permits in the order of their serials; no more than one file is held at a time. Not a snapshot.</summary>
    /// <param name="knownAt">Leaves out what was recorded later; null for all that is recorded.</param>
    public async IAsyncEnumerable<PermitFile> ListAsync(
        string concession, string year, [EnumeratorCancellation] CancellationToken cancellationToken, Instant? knownAt = null)
    {
        await foreach (var file in Read(Partitions.Ledger(concession, year), LedgerRows.Permits, knownAt, cancellationToken)) yield return file;
    }

    /// <summary>One permit with all that belongs to it; null when there is none of that serial.</summary>
    /// <param name="knownAt">Leaves out what was recorded later; null for all that is recorded.</param>
    public async Task<PermitFile?> FindAsync(
        string concession, string year, int serial, CancellationToken cancellationToken, Instant? knownAt = null)
    {
        var file = Read(Partitions.Ledger(concession, year), LedgerRows.Permit(serial), knownAt, cancellationToken);
        return await file.FirstOrDefaultAsync(cancellationToken);
    }

    private async IAsyncEnumerable<PermitFile> Read(
        string ledger, string prefix, Instant? knownAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PermitFileBuilder? open = null;
        await foreach (var record in store.ListAsync(ledger, new RowRange(prefix), cancellationToken))
        {
            var path = record.Key.Row.Split('/');
            if (path.Length == 2)
            {
                if (open?.Build() is { } file) yield return file;
                open = new PermitFileBuilder(path[1], RecordJson.Read<Permit>(record.Payload), knownAt);
            }
            else if (open?.Serial == path[1])
            {
                open.Add(path[2], record.Payload);
            }
        }

        if (open?.Build() is { } last) yield return last;
    }
}
