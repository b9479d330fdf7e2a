using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Imports;

/// <summary>Reads and checks a list of harvests whole, and says ledger by ledger what it changes; writes nothing.</summary>
public sealed class HarvestListImport(LawLibrary library, IRecordStore store, PermitFiles files, ImportLedgers ledgers)
{
    /// <summary>The list checked against the register, its permits aside; null when there is no authority yet.</summary>
    public async Task<CheckedList<HarvestListRow>?> CheckAsync(ListFile file, CancellationToken cancellationToken)
    {
        if (await RegisterIndex.ReadAsync(library, store, cancellationToken) is not { } register) return null;
        var reading = ListReading<HarvestListRow>.Read(file, HarvestColumns.All, HarvestListRow.Read);
        List<ListFault> faults = [.. reading.Faults, .. reading.Rows.SelectMany(r => register.Faults(r.Line, r.Concession, r.Year, r.Taxon))];
        return new CheckedList<HarvestListRow>(register, reading, faults);
    }

    /// <summary>The ledgers concerned with the list's rows for each.</summary>
    public async Task<IReadOnlyList<(LedgerEntry Ledger, IReadOnlyList<HarvestListRow> Rows)>> LedgersAsync(
        CheckedList<HarvestListRow> list, ListSource source, CancellationToken cancellationToken)
    {
        var rows = list.Reading.Rows.ToLookup(r => new LedgerEntry(list.Register.Concession(r.Concession)!.Concession, r.Year));
        var entries = rows.Select(g => g.Key).ToHashSet();
        await foreach (var entry in ledgers.OfAsync(source, cancellationToken)) entries.Add(entry);
        return [.. entries.OrderBy(e => ImportLedgers.KeyOf(e.Concession, e.Year), StringComparer.Ordinal).Select(e => (e, (IReadOnlyList<HarvestListRow>)[.. rows[e]]))];
    }

    /// <summary>The zone in which the list's times of day are: the concession's own, else the authority's.</summary>
    public async Task<DateTimeZone> TimeZoneAsync(string concession, RegisterIndex register, CancellationToken cancellationToken)
    {
        var law = await library.ConcessionAsync(concession, LawFreshness.Cached, cancellationToken);
        return DateTimeZoneProviders.Tzdb[law?.Concession.Terms.Latest.Value.TimeZone ?? register.Authority.TimeZone];
    }

    /// <summary>What the rows change in a ledger as it stands, and the rows whose permit cannot be told.</summary>
    public async Task<HarvestPlan> PlanAsync(
        LedgerEntry ledger, IReadOnlyList<HarvestListRow> rows, ListSource source, DateTimeZone zone, CancellationToken cancellationToken) =>
        HarvestPlanner.Plan(await files.ListAsync(ledger.Concession, ledger.Year, cancellationToken).ToListAsync(cancellationToken), rows, source, zone);
}
