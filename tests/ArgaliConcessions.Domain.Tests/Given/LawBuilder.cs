using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Tests.Given;

/// <summary>The whole law of a small country.</summary>
public sealed class LawBuilder
{
    private readonly Dictionary<string, List<(string PublishedOn, Closure Value)>> _closures = [];
    private readonly Dictionary<(string Year, string Taxon), Revisions<NationalQuota>> _quotas = [];
    private RuleSettings _settings = new();
    private ConcessionBuilder _concession = A.Concession();
    private ZoneMap? _map;

    public LawBuilder With(RuleSettings settings)
    {
        _settings = settings;
        return this;
    }

    public LawBuilder With(ConcessionBuilder concession)
    {
        _concession = concession;
        return this;
    }

    public LawBuilder With(ZoneMap map)
    {
        _map = map;
        return this;
    }

    /// <summary>One more revision of a closure; empty lists mean all.</summary>
    public LawBuilder Closure(
        string id, string from, string? to, string publishedOn,
        string[]? taxa = null, string[]? concessions = null, string[]? regions = null, string[]? zones = null)
    {
        var closure = new Closure(
            id, A.Name(id), [.. taxa ?? []], [.. concessions ?? []], [.. regions ?? []], [.. zones ?? []], A.Date(from), to is null ? null : A.Date(to));
        if (!_closures.TryGetValue(id, out var revisions)) _closures[id] = revisions = [];
        revisions.Add((publishedOn, closure));
        return this;
    }

    public LawBuilder NationalQuota(string taxon, params (string PublishedOn, int Animals)[] revisions)
    {
        _quotas[("2014", taxon)] = A.Revisions([.. revisions.Select(r => (r.PublishedOn, new NationalQuota("2014", taxon, r.Animals)))]);
        return this;
    }

    public LawBook Build()
    {
        var authority = new AuthorityTerms(
            A.Name("Demo Authority"), "TJ", "Asia/Dushanbe",
            [new("argali", A.Name("argali")), new("polii", A.Name("Marco Polo sheep"), "Ovis ammon polii", "argali"), new("ibex", A.Name("ibex"))],
            _settings);
        var year = new HuntingYear("2014", A.Date("2014-07-01"), A.Date("2015-06-30"), "2014/15", false);
        var national = new NationalLaw(
            A.Revisions(("2008-01-01", authority)),
            new Dictionary<string, Revisions<HuntingYear>> { ["2014"] = A.Revisions(("2008-01-01", year)) },
            _closures.ToDictionary(c => c.Key, c => A.Revisions([.. c.Value])),
            _quotas);
        return new LawBook(national, _concession.Build(), _map ?? new ZoneMap([]));
    }
}
