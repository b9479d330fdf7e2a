using System.Collections.Immutable;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>A quota line as it stands after the rows above.</summary>
/// <param name="QuotaTaxon">The taxon of the national quota that it takes from.</param>
internal sealed record StandingLine(string Id, Revision<QuotaLine> Revision, string QuotaTaxon, LineBalance Balance)
{
    public QuotaShare Share => QuotaShare.Of(Id, Revision);
}

/// <summary>The quotas that a list speaks of, as they stand after the rows above the one that is judged.</summary>
/// <param name="law">The country's law, read fresh.</param>
internal sealed class QuotaStanding(NationalLaw law, LawLibrary library, LineRegister register, IRecordStore store, LegalCalendar calendar)
{
    private readonly Dictionary<(string Year, string Taxon), int> _allocated = [];
    private readonly Dictionary<string, ConcessionLaw?> _concessions = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Concession, string Year), Dictionary<string, StandingLine>> _lines = [];

    public NationalLaw Law { get; private set; } = law;

    /// <summary>Animals that lines hold of a national quota.</summary>
    public async Task<int> AllocatedAsync(string year, string taxon, CancellationToken cancellationToken)
    {
        if (_allocated.TryGetValue((year, taxon), out var known)) return known;
        var row = await store.ReadAsync<NationalQuotaRow>(Partitions.Law, QuotaRows.National(year, taxon), cancellationToken);
        return _allocated[(year, taxon)] = row?.Value.Allocated ?? 0;
    }

    public async Task<ConcessionLaw?> ConcessionAsync(string concession, CancellationToken cancellationToken)
    {
        if (_concessions.TryGetValue(concession, out var known)) return known;
        return _concessions[concession] = (await library.ConcessionAsync(concession, LawFreshness.Checked, cancellationToken))?.Concession;
    }

    /// <summary>All lines of a ledger by id.</summary>
    public async Task<IReadOnlyDictionary<string, StandingLine>> LinesAsync(string concession, string year, CancellationToken cancellationToken)
    {
        if (_lines.TryGetValue((concession, year), out var known)) return known;
        var read = await register.ListAsync(concession, year, cancellationToken);
        return _lines[(concession, year)] = read.ToDictionary(
            line => line.Id, line => new StandingLine(line.Id, line.Latest.Revision, line.Latest.QuotaTaxon, line.Standing), StringComparer.Ordinal);
    }

    /// <summary>Takes a national quota for recorded.</summary>
    public void Set(RevisionDraft<NationalQuota> draft)
    {
        var key = (draft.Value.Year, draft.Value.Taxon);
        var before = Law.NationalQuotas.GetValueOrDefault(key);
        var next = new Revision<NationalQuota>((before?.Latest.Number ?? 0) + 1, calendar.Now, draft.Basis, draft.Value, draft.Reason);
        var quotas = Law.NationalQuotas.Where(q => q.Key != key).Append(KeyValuePair.Create(key, before?.With(next) ?? new Revisions<NationalQuota>([next])));
        Law = Law with { NationalQuotas = quotas.ToDictionary(q => q.Key, q => q.Value) };
    }

    /// <summary>Takes a line for recorded.</summary>
    public async Task SetAsync(QuotaLineRequest request, StandingLine? before, string taxon, CancellationToken cancellationToken)
    {
        var allocated = await AllocatedAsync(request.Year, taxon, cancellationToken);
        _allocated[(request.Year, taxon)] = allocated + request.Terms.Animals - (before?.Revision.Value.Animals ?? 0);
        var revision = new Revision<QuotaLine>((before?.Revision.Number ?? 0) + 1, calendar.Now, request.Basis, request.Terms);
        // A balance may be there before its line; it is moved by nothing that a list of quotas does.
        _lines[(request.Concession, request.Year)][request.Line] = new StandingLine(request.Line, revision, taxon, before?.Balance ?? LineBalance.Empty);
    }
}
