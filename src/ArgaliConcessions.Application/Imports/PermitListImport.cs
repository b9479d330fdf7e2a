using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Imports;

/// <summary>Reads and checks a list of permits whole, and says ledger by ledger what it changes; writes nothing.</summary>
public sealed class PermitListImport(LawLibrary library, IRecordStore store, PermitFiles files, ImportLedgers ledgers, LineRegister lines)
{
    /// <summary>The list checked against the register; null when there is no authority yet.</summary>
    public async Task<CheckedList<PermitListRow>?> CheckAsync(ListFile file, CancellationToken cancellationToken)
    {
        if (await RegisterIndex.ReadAsync(library, store, cancellationToken) is not { } register) return null;
        var reading = ListReading<PermitListRow>.Read(file, PermitColumns.All, PermitListRow.Read);
        List<ListFault> faults = [.. reading.Faults, .. reading.Rows.SelectMany(r => register.Faults(r.Line, r.Concession, r.Year, r.Taxon))];
        return new CheckedList<PermitListRow>(register, reading, faults);
    }

    /// <summary>The ledgers concerned, each with the list's rows for it: those the list names, then those that earlier lists of the source went into.</summary>
    public async Task<IReadOnlyList<(ImportLedger Ledger, IReadOnlyList<PermitDraft> Drafts)>> LedgersAsync(
        CheckedList<PermitListRow> list, ListSource source, CancellationToken cancellationToken)
    {
        var drafts = list.Reading.Rows.Select(PermitDraft.Of).ToLookup(d => (list.Register.Concession(d.Row.Concession)!.Concession, d.Row.Year));
        var entries = drafts.Select(g => new LedgerEntry(g.Key.Concession, g.Key.Year)).ToHashSet();
        await foreach (var entry in ledgers.OfAsync(source, cancellationToken)) entries.Add(entry);
        var result = new List<(ImportLedger, IReadOnlyList<PermitDraft>)>();
        foreach (var entry in entries.OrderBy(e => ImportLedgers.KeyOf(e.Concession, e.Year), StringComparer.Ordinal))
        {
            var code = list.Register.Concession(entry.Concession)!.Code;
            var ledger = await ImportLedger.ReadAsync(lines, entry.Concession, code, entry.Year, list.Register.Authority.TaxonTree, cancellationToken);
            result.Add((ledger, [.. drafts[(entry.Concession, entry.Year)]]));
        }

        return result;
    }

    /// <summary>What the rows change in a ledger as it stands.</summary>
    public async Task<PermitPlan> PlanAsync(ImportLedger ledger, IReadOnlyList<PermitDraft> drafts, ListSource source, CancellationToken cancellationToken)
    {
        var known = new List<Permit>();
        await foreach (var file in files.ListAsync(ledger.Concession, ledger.Year, cancellationToken))
        {
            if (file.Permit.ImportSource == source.Name) known.Add(file.Permit);
        }

        return PermitPlan.Of(known, drafts);
    }
}

/// <summary>A list with all that is wrong with it, against the register as it was when it was checked.</summary>
public sealed record CheckedList<T>(RegisterIndex Register, ListReading<T> Reading, IReadOnlyCollection<ListFault> Faults) where T : class;
