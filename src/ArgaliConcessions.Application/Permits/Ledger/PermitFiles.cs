using System.Runtime.CompilerServices;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Inspections;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Ledger;

/// <summary>Reads permits with all that belongs to them.</summary>
public sealed class PermitFiles(IRecordStore store)
{
    /// <summary>Streams a ledger's permits in the order of their serials; no more than one file is held at a time. Not a snapshot.</summary>
    public async IAsyncEnumerable<PermitFile> ListAsync(
        string concession, string year, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var file in Read(Partitions.Ledger(concession, year), LedgerRows.Permits, cancellationToken)) yield return file;
    }

    /// <summary>One permit with all that belongs to it; null when there is none of that serial.</summary>
    public async Task<PermitFile?> FindAsync(string concession, string year, int serial, CancellationToken cancellationToken)
    {
        var file = Read(Partitions.Ledger(concession, year), LedgerRows.Permit(serial), cancellationToken);
        return await file.FirstOrDefaultAsync(cancellationToken);
    }

    private async IAsyncEnumerable<PermitFile> Read(string ledger, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FileBuilder? open = null;
        await foreach (var record in store.ListAsync(ledger, new RowRange(prefix), cancellationToken))
        {
            var path = record.Key.Row.Split('/');
            if (path.Length == 2)
            {
                if (open is not null) yield return open.Build();
                open = new FileBuilder(path[1], RecordJson.Read<Permit>(record.Payload));
            }
            else if (open?.Serial == path[1])
            {
                open.Add(path[2], record.Payload);
            }
        }

        if (open is not null) yield return open.Build();
    }

    private sealed class FileBuilder(string serial, Permit permit)
    {
        private readonly List<Harvest> harvests = [];
        private readonly List<Inspection> inspections = [];

        public string Serial => serial;

        public void Add(string kind, ReadOnlyMemory<byte> payload)
        {
            if (kind == "h") harvests.Add(RecordJson.Read<Harvest>(payload));
            else if (kind == "i") inspections.Add(RecordJson.Read<Inspection>(payload));
        }

        public PermitFile Build() => new(permit, harvests, inspections);
    }
}
