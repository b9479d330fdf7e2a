using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Imports;

/// <summary>What the rows of a list may name: concessions by id or code, hunting years, taxa.</summary>
public sealed class RegisterIndex
{
    private readonly Dictionary<string, DirectoryRow> _concessions;

    private RegisterIndex(NationalLaw law, IEnumerable<DirectoryRow> concessions)
    {
        Law = law;
        var rows = concessions.ToList();
        _concessions = rows.ToDictionary(c => c.Concession, StringComparer.Ordinal);
        // Of digits alone an id and a code look alike: then it is the id.
        foreach (var row in rows) _concessions.TryAdd(row.Code, row);
    }

    /// <summary>The law that all concessions share.</summary>
    public NationalLaw Law { get; }

    public AuthorityTerms Authority => Law.Authority.Latest.Value;

    /// <summary>Null when there is no authority yet.</summary>
    public static async Task<RegisterIndex?> ReadAsync(LawLibrary library, IRecordStore store, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Checked, cancellationToken) is not { } national) return null;
        var rows = new List<DirectoryRow>();
        await foreach (var record in store.ListAsync(Partitions.Directory, new RowRange(LawRows.Concessions), cancellationToken))
        {
            rows.Add(RecordJson.Read<DirectoryRow>(record.Payload));
        }

        return new RegisterIndex(national.Law, rows);
    }

    /// <summary>By id as it is, or by code in either case.</summary>
    public DirectoryRow? Concession(string written) =>
        _concessions.GetValueOrDefault(written.ToLowerInvariant()) ?? _concessions.GetValueOrDefault(written.ToUpperInvariant());

    /// <summary>The faults of a row that names what the register does not hold.</summary>
    public IEnumerable<ListFault> Faults(int line, string concession, string year, string? taxon)
    {
        if (concession.Length > 0 && Concession(concession) is null) yield return new ListFault(line, "concession", "unknown-concession", concession);
        if (year.Length > 0 && !Law.Years.ContainsKey(year)) yield return new ListFault(line, "year", "unknown-year", year);
        if (taxon is { Length: > 0 } && Authority.TaxonTree.Find(taxon) is null) yield return new ListFault(line, "taxon", "unknown-taxon", taxon);
    }
}
